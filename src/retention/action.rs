//! What is done about periods.

use crate::account::{Action, Permission};

/// Let one consultation keep something longer or shorter than the town does otherwise.
pub struct SetRetention;

impl Action for SetRetention {
    const NAME: &'static str = "retention.change";
    const NEEDS: Permission = Permission::Administer;
}

/// Delete what is over.
pub struct Purge;

impl Action for Purge {
    const NAME: &'static str = "retention.purge";
    const NEEDS: Permission = Permission::Administer;
}

/// Erase the words of one text, for whoever has no receipt code.
pub struct EraseText;

impl Action for EraseText {
    const NAME: &'static str = "texts.erase";
    const NEEDS: Permission = Permission::Administer;
}
