//! Who acts.

use std::fmt;

use super::role::{Permission, Roles};
use crate::base::id::Id;

/// A person of the administration or the council who can sign in.
pub enum Account {}

/// Somebody of the administration or the council, signed in with all that is asked of her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Her account.
    pub id: Id<Account>,
    /// Her name, as colleagues know her.
    pub name: String,
    /// What she is.
    pub roles: Roles,
}

/// An organisation that takes part as a party of its own.
pub enum Party {}

/// Somebody who acts for an organisation, signed in by a link that came by mail. She has no account and no role: nothing
/// of the desk is hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegate {
    /// Who she is.
    pub id: Id<Delegate>,
    /// For whom she acts.
    pub party: Id<Party>,
}

/// A resident with an account of her own, signed in by a link that came by mail. It gathers what she wants to find again;
/// nothing that she answers bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// Who she is.
    pub id: Id<Resident>,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anyone: no account, no name.
    Visitor,
    /// Somebody who signed in.
    Staff(Staff),
    /// Somebody who acts for an organisation.
    Delegate(Delegate),
    /// A resident in her own account.
    Resident(Resident),
    /// Whoever can run commands on the town's server: town IT or the office lead.
    Console,
    /// The demo town, playing its story.
    Demo,
    /// The program itself: housekeeping nobody asked for.
    System,
}

impl Actor {
    /// Whether this actor has a permission (the matrix of roles).
    pub fn has(&self, needed: Permission) -> bool {
        match self {
            Self::Visitor | Self::System => needed == Permission::Participate,
            Self::Staff(staff) => staff.roles.have(needed),
            Self::Delegate(_) => matches!(needed, Permission::Participate | Permission::Represent),
            Self::Resident(_) => matches!(needed, Permission::Participate | Permission::OwnAccount),
            Self::Console | Self::Demo => true,
        }
    }

    /// For whom she acts, when it is somebody of an organisation.
    pub fn delegate(&self) -> Option<&Delegate> {
        match self {
            Self::Delegate(delegate) => Some(delegate),
            _ => None,
        }
    }

    /// Her account, when it is somebody who signed in.
    pub fn staff(&self) -> Option<&Staff> {
        match self {
            Self::Staff(staff) => Some(staff),
            _ => None,
        }
    }
}

impl fmt::Display for Actor {
    /// As the journal names the actor; a name may change, an account stays.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visitor => f.write_str("visitor"),
            Self::Staff(staff) => write!(f, "account:{}", staff.id),
            Self::Delegate(delegate) => write!(f, "member:{}", delegate.id),
            // Never which: no row and no journal names a resident.
            Self::Resident(_) => f.write_str("resident"),
            Self::Console => f.write_str("console"),
            Self::Demo => f.write_str("demo"),
            Self::System => f.write_str("system"),
        }
    }
}

/// An act someone does. A type without values: it exists to be named in `May<A>` and `Tx<A>`.
pub trait Action: 'static {
    /// As the journal names it, e.g. `edition.import`.
    const NAME: &'static str;
    /// What whoever does it must have.
    const NEEDS: Permission;
}
