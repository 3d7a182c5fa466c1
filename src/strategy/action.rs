//! The acts on strategies.

use crate::account::{Action, Permission};

/// Import an edition, publish it.
pub struct EditStrategy;

impl Action for EditStrategy {
    const NAME: &'static str = "strategy.edit";
    const NEEDS: Permission = Permission::Edit;
}

/// See strategies, editions and drafts that nobody outside sees yet.
pub struct ReadStrategies;

impl Action for ReadStrategies {
    const NAME: &'static str = "strategy.read";
    const NEEDS: Permission = Permission::SeeUnpublished;
}
