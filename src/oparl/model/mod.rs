//! From papers and bodies to the objects of OParl. Required fields and their kinds are those of the schema of version 1.1.

mod list;
mod objects;

use chrono::{DateTime, SecondsFormat, Utc};

use crate::base::clock::Zone;
use crate::council::model::{Body, Kind, Paper, Trace};

pub use list::{Asked, Filter, Holds, list, list_of, paged};
pub use objects::{Objects, body, system};

/// What is public.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The bodies.
    pub bodies: Vec<Body>,
    /// The published papers.
    pub papers: Vec<Paper>,
    /// What was ever public, the oldest first.
    pub traces: Vec<Trace>,
}

/// What is said about the town besides.
pub struct Town<'a> {
    /// Its name.
    pub name: &'a str,
    /// The portal's name.
    pub portal: &'a str,
    /// The portal's address.
    pub base_url: &'a str,
    /// Its zone.
    pub zone: Zone,
    /// A text in the town's own language.
    pub words: &'a dyn Fn(&str) -> String,
}

impl Town<'_> {
    /// Where an address below the interface is.
    pub fn url(&self, path: &str) -> String {
        format!("{}/oparl/v1.1/{path}", self.base_url)
    }

    /// Where an object is.
    pub fn of(&self, kind: Kind, id: &str) -> String {
        self.url(&format!("{}/{id}", kind.as_str()))
    }
}

/// The address that names a type of the schema.
pub fn schema(name: &str) -> String {
    format!("https://schema.oparl.org/1.1/{name}")
}

/// The name of a kind's type.
pub fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "Organization",
        Kind::Meeting => "Meeting",
        Kind::AgendaItem => "AgendaItem",
        Kind::Paper => "Paper",
        Kind::Consultation => "Consultation",
        Kind::File => "File",
    }
}

/// An instant as the schema wants it (RFC 3339).
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
