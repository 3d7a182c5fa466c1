//! What residents do with their accounts.

use crate::account::{Action, Permission};
use crate::notice::OnSubscriptions;

/// An act on accounts of residents; which, says the act itself.
pub trait OnResidents: Action {}

impl OnResidents for ComeIn {}
impl OnResidents for KeepAccount {}

/// Ask for a link and come in by it; confirm a new address. Everyone may try.
pub struct ComeIn;

impl Action for ComeIn {
    const NAME: &'static str = "resident.come-in";
    const NEEDS: Permission = Permission::Participate;
}

/// A new address takes the mails along.
impl OnSubscriptions for ComeIn {}

/// Keep one's own account: codes, mails, language, the end.
pub struct KeepAccount;

impl Action for KeepAccount {
    const NAME: &'static str = "resident.keep";
    const NEEDS: Permission = Permission::OwnAccount;
}

impl OnSubscriptions for KeepAccount {}
