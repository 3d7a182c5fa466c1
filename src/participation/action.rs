//! The acts of people who take part, and of those who enter what came on paper.

use crate::account::{Action, Permission};

/// Begin, answer, submit, correct, withdraw.
pub struct Participate;

impl Action for Participate {
    const NAME: &'static str = "participation";
    const NEEDS: Permission = Permission::Participate;
}

/// Enter contributions that reached the administration on another channel.
pub struct EnterContributions;

impl Action for EnterContributions {
    const NAME: &'static str = "contributions.enter";
    const NEEDS: Permission = Permission::EnterContributions;
}
