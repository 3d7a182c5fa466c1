//! What programs could ever read, and since when.

use chrono::{DateTime, NaiveDate, Utc};

use super::Body;
use crate::base::id::{Id, stable_uuid};

/// A kind of thing that programs read, by its name in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A body.
    Organization,
    /// A body on one day.
    Meeting,
    /// A step, as a point of a meeting.
    AgendaItem,
    /// A paper.
    Paper,
    /// A step, as a part of a paper's way.
    Consultation,
    /// A file.
    File,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Organization,
        Self::Meeting,
        Self::AgendaItem,
        Self::Paper,
        Self::Consultation,
        Self::File,
    ];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Meeting => "meeting",
            Self::AgendaItem => "agenda-item",
            Self::Paper => "paper",
            Self::Consultation => "consultation",
            Self::File => "file",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Since when something was there, was changed, is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// When it became public for the first time.
    pub created: DateTime<Utc>,
    /// When it said something else for the last time; also when it went.
    pub changed: DateTime<Utc>,
    /// Whether it is gone.
    pub is_deleted: bool,
}

/// A body on one day: the id of its meeting.
pub fn meeting_id(body: &Id<Body>, day: NaiveDate) -> String {
    stable_uuid(&["meeting", body.as_str(), &day.to_string()])
}
