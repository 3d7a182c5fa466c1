//! The acts on the journal.

use crate::account::{Action, Permission};

/// Read the journal.
pub struct SeeJournal;

impl Action for SeeJournal {
    const NAME: &'static str = "journal.see";
    const NEEDS: Permission = Permission::Administer;
}

/// Take the journal out of the house as a file; that is written down as well.
pub struct ExportJournal;

impl Action for ExportJournal {
    const NAME: &'static str = "journal.export";
    const NEEDS: Permission = Permission::Administer;
}
