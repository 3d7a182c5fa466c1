//! The acts of whoever runs the town's server.

use crate::account::{Action, Permission};

/// Bring an installation back from its backup.
pub struct RestoreBackup;

impl Action for RestoreBackup {
    const NAME: &'static str = "installation.restore";
    const NEEDS: Permission = Permission::Administer;
}

/// Erase again what a ledger names.
pub struct EraseAgain;

impl Action for EraseAgain {
    const NAME: &'static str = "installation.erase-again";
    const NEEDS: Permission = Permission::Administer;
}
