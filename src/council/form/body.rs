//! A body, as it is typed.

use serde::{Deserialize, Serialize};

use super::{BODY_CHARS, SHORT_CHARS, needed};
use crate::account::Account;
use crate::base::form::Refill;
use crate::base::id::Id;
use crate::council::model::{BodyKind, Seats};

/// As it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct BodyForm {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// What it is.
    pub kind: String,
    /// The councillors who sit in it.
    pub member: Vec<String>,
}

/// A body as it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBody {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// What it is.
    pub kind: BodyKind,
    /// Those who sit in it.
    pub members: Vec<Id<Account>>,
}

impl BodyForm {
    /// The form of a body as it is.
    pub fn of(seats: &Seats) -> Self {
        Self {
            name: seats.body.name.clone(),
            short_name: seats.body.short_name.clone(),
            kind: seats.body.kind.as_str().to_owned(),
            member: seats.members.iter().map(ToString::to_string).collect(),
        }
    }

    /// Reads the form. `councillors`: whoever can sit in a body.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self, councillors: &[Id<Account>]) -> Result<NewBody, Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let name = needed(
            &mut faults,
            "name",
            &self.name,
            BODY_CHARS,
            "error-body-name",
        );
        let short = &self.short_name;
        let short_name = needed(
            &mut faults,
            "short_name",
            short,
            SHORT_CHARS,
            "error-body-short",
        );
        let kind = BodyKind::parse(&self.kind);
        if kind.is_none() {
            faults.fault("kind", "error-body-kind");
        }
        let sits = |who: &&Id<Account>| self.member.iter().any(|one| one == who.as_str());
        match kind {
            Some(kind) if faults.is_fine() => Ok(NewBody {
                name,
                short_name,
                kind,
                members: councillors.iter().filter(sits).cloned().collect(),
            }),
            _ => Err(Box::new(faults)),
        }
    }
}
