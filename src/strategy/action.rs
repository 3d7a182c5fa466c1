//! The acts on strategies.

use crate::account::{Action, Permission};

/// Import an edition, publish it.
pub struct EditStrategy;

impl Action for EditStrategy {
    const NAME: &'static str = "strategy.edit";
    const NEEDS: Permission = Permission::Edit;
}
