//! The acts of the loop that closes.

use crate::account::{Action, Permission};

/// Tell people who left an address what became of their contributions. The program does it by itself.
pub struct TellAuthors;

impl Action for TellAuthors {
    const NAME: &'static str = "outcomes.tell";
    const NEEDS: Permission = Permission::Participate;
}
