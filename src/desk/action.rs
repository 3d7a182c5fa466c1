//! What can be done about mails that did not leave.

use crate::account::{Action, Permission};

/// Read which mails did not leave, to whom, and why.
pub struct SeeMails;

impl Action for SeeMails {
    const NAME: &'static str = "mails.see";
    const NEEDS: Permission = Permission::Administer;
}

/// Send such a mail once more, or remove it.
pub struct HandleMails;

impl Action for HandleMails {
    const NAME: &'static str = "mails.handle";
    const NEEDS: Permission = Permission::Administer;
}
