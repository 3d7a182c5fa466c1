//! What can be done with statements.

use crate::account::{Action, Permission};

/// An act that changes statements; which, says the act itself.
pub trait OnStatements: Action {}

impl OnStatements for WriteStatement {}
impl OnStatements for EnterStatements {}

/// Write, hand in, replace and withdraw one's own statement, and ask for a longer deadline: a person under her receipt
/// code, a member for her organisation. Whose it is, the rows say.
pub struct WriteStatement;

impl Action for WriteStatement {
    const NAME: &'static str = "statement.write";
    const NEEDS: Permission = Permission::Participate;
}

/// Read statements before they are published, with their attachments and those who signed.
pub struct ReadStatements;

impl Action for ReadStatements {
    const NAME: &'static str = "statement.read";
    const NEEDS: Permission = Permission::SeeWaiting;
}

/// Enter what came by letter, mail, fax or at the desk.
pub struct EnterStatements;

impl Action for EnterStatements {
    const NAME: &'static str = "statement.enter";
    const NEEDS: Permission = Permission::EnterContributions;
}

/// Decide about longer deadlines, about what came late, and about what is shown to everyone.
pub struct DecideStatements;

impl Action for DecideStatements {
    const NAME: &'static str = "statement.decide";
    const NEEDS: Permission = Permission::Edit;
}
