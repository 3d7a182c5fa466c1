//! What can be done with translations.

use crate::account::{Action, Permission};

/// Choose languages, write translations and approve them.
pub struct Translate;

impl Action for Translate {
    const NAME: &'static str = "translation.write";
    const NEEDS: Permission = Permission::Edit;
}
