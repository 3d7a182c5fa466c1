//! The acts around notices.

use crate::account::{Action, Permission};

/// An act that changes subscriptions; which, says the act itself.
pub trait OnSubscriptions: Action {}

impl OnSubscriptions for Subscribe {}

/// Ask for mails, confirm, change, end: everyone, for her own address.
pub struct Subscribe;

impl Action for Subscribe {
    const NAME: &'static str = "subscription.keep";
    const NEEDS: Permission = Permission::Participate;
}

/// Tell those who asked what has happened, and forget who never confirmed: the program itself.
pub struct SendNotices;

impl Action for SendNotices {
    const NAME: &'static str = "notices.send";
    const NEEDS: Permission = Permission::Participate;
}
