//! Statements at the desk.

pub mod deadlines;
pub mod decide;
pub mod enter;
pub mod import;
mod kept;
mod mail;
pub mod one;
pub mod register;
pub mod register_file;
mod version;

use std::collections::HashMap;

use crate::account::Party;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::{self, Consultation};
use crate::organisation::model::Organisation;
use crate::organisation::store::organisations;
use crate::statement::model::{Content, Deadlines, Statement};
use crate::statement::store::{self, deadlines as times};

/// Where the register of a consultation is.
fn url(consultation: &Consultation) -> String {
    format!("/desk/consultations/{}/statements", consultation.slug)
}

/// A statement with what every page about it needs.
struct Whole {
    on: Consultation,
    deadlines: Deadlines,
    statement: Statement,
    /// What is in the version the administration sees.
    content: Content,
    organisation: Option<Organisation>,
}

impl Whole {
    fn of(conn: &mut Conn, slug: &str, number: i32) -> AppResult<Self> {
        let on = consultation::find(conn, slug)?;
        let statement = store::numbered(conn, &on.id, number)?;
        let content = match statement.seen_version() {
            Some(version) => store::content(conn, &version.id)?,
            None => Content::default(),
        };
        let party = statement.party.as_ref();
        Ok(Self {
            deadlines: times::of(conn, &on)?,
            organisation: match party {
                Some(party) => Some(organisations::find(conn, party)?),
                None => None,
            },
            on,
            statement,
            content,
        })
    }

    /// Whose it is; empty without a name.
    fn name(&self) -> String {
        if let Some(organisation) = &self.organisation {
            return organisation.details.name.clone();
        }
        let first = self.content.submitters.first();
        let name = first.map(|one| {
            if one.name.is_empty() {
                one.behalf.clone()
            } else {
                one.name.clone()
            }
        });
        name.unwrap_or_default()
    }

    /// Where it is.
    fn url(&self) -> String {
        let number = self.statement.number.unwrap_or_default();
        format!("{}/{number}", url(&self.on))
    }
}

/// The names of organisations.
fn names(all: Vec<Organisation>) -> HashMap<Id<Party>, String> {
    let name = |one: Organisation| (one.id, one.details.name);
    all.into_iter().map(name).collect()
}
