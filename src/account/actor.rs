//! Persons and roles, as far as they act.

use std::fmt;

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anyone: no account, no name.
    Visitor,
    /// Whoever can run commands on the town's server: town IT or the office lead.
    Console,
    /// The demo town, playing its story.
    Demo,
}

impl Actor {
    /// Whether this actor has a permission (the matrix of roles).
    pub fn has(&self, needed: Permission) -> bool {
        match self {
            Self::Visitor => needed == Permission::Participate,
            Self::Console | Self::Demo => true,
        }
    }
}

impl fmt::Display for Actor {
    /// As the journal names the actor.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Visitor => "visitor",
            Self::Console => "console",
            Self::Demo => "demo",
        })
    }
}

/// What an act needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Answer surveys, correct and withdraw: everyone.
    Participate,
    /// Strategies, editions, consultations, surveys, publishing: editors.
    Edit,
    /// Enter questionnaires that came on paper, at a desk, at an event: evaluators and editors.
    EnterContributions,
    /// Release or hide texts: moderators.
    Moderate,
    /// Settings of the installation: admins.
    Administer,
}

/// An act someone does. A type without values: it exists to be named in `May<A>` and `Tx<A>`.
pub trait Action: 'static {
    /// As the journal names it, e.g. `edition.import`.
    const NAME: &'static str;
    /// What whoever does it must have.
    const NEEDS: Permission;
}
