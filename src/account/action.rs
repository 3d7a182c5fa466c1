//! What can be done with accounts.

use super::actor::Action;
use super::role::Permission;

/// An act that changes accounts or sessions; which, says the act itself.
pub trait OnAccounts: Action {}

impl OnAccounts for SignIn {}
impl OnAccounts for UseAccount {}
impl OnAccounts for ManageAccounts {}

/// Come in: sign in, take an invitation, choose a new password, keep a session alive. Everyone may try.
pub struct SignIn;

impl Action for SignIn {
    const NAME: &'static str = "account.sign-in";
    const NEEDS: Permission = Permission::Participate;
}

/// See the desk.
pub struct UseDesk;

impl Action for UseDesk {
    const NAME: &'static str = "desk.use";
    const NEEDS: Permission = Permission::Desk;
}

/// Change one's own account: name, password, second factor, sessions.
pub struct UseAccount;

impl Action for UseAccount {
    const NAME: &'static str = "account.change";
    const NEEDS: Permission = Permission::Desk;
}

/// Invite people, give and take roles, disable accounts.
pub struct ManageAccounts;

impl Action for ManageAccounts {
    const NAME: &'static str = "account.manage";
    const NEEDS: Permission = Permission::Administer;
}
