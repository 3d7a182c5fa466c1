//! The acts of the loop that closes.

use crate::account::{Action, Permission};

/// Tell people who left an address what became of their contributions. The program does it by itself.
pub struct TellAuthors;

impl Action for TellAuthors {
    const NAME: &'static str = "outcomes.tell";
    const NEEDS: Permission = Permission::Participate;
}

/// Read what became of contributions, once it was released to the council; whoever prepares it, before that as well where a page
/// says so.
pub struct ReadReleased;

impl Action for ReadReleased {
    const NAME: &'static str = "outcomes.read";
    const NEEDS: Permission = Permission::ReadBriefings;
}
