//! The acts on contributions and themes.

use crate::account::{Action, Permission};

/// Take over what people wrote, ready to be read at the desk. The program does it by itself.
pub struct GatherContributions;

impl Action for GatherContributions {
    const NAME: &'static str = "contributions.gather";
    const NEEDS: Permission = Permission::Participate;
}

/// Read contributions, their themes and what is said to them so far.
pub struct ReadContributions;

impl Action for ReadContributions {
    const NAME: &'static str = "contributions.read";
    const NEEDS: Permission = Permission::ReadContributions;
}

/// Put contributions under themes.
pub struct CodeContributions;

impl Action for CodeContributions {
    const NAME: &'static str = "contributions.code";
    const NEEDS: Permission = Permission::Evaluate;
}

/// Make, describe, join and remove themes.
pub struct EditThemes;

impl Action for EditThemes {
    const NAME: &'static str = "themes.edit";
    const NEEDS: Permission = Permission::Evaluate;
}
