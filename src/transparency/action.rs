//! The acts around the check list.

use crate::account::{Action, Permission};

/// Put the lines that wait into the list: the program itself.
pub struct KeepLog;

impl Action for KeepLog {
    const NAME: &'static str = "log.keep";
    const NEEDS: Permission = Permission::Participate;
}
