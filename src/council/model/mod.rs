//! Bodies, papers and their way.

mod decided;
mod step;
#[cfg(test)]
mod tests;
mod trace;

use chrono::{DateTime, NaiveDate, Utc};

use crate::account::Account;
use crate::base::attachment::Attached;
use crate::base::id::Id;
use crate::strategy::Edition;

pub use decided::{Brought, Decided, Source};
pub use step::{Outcome, Seen, Sight, Step, StepRole, Vote, Way};
pub use trace::{Kind, Trace, meeting_id};

/// Most files of one paper.
pub const FILES: usize = 10;

/// Words that rows, forms and texts share.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal, $key:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            /// All, in the order pages name them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As it stands in rows and forms.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one of that name.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }

            /// The text that names it.
            pub fn label_key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}
use words;

words! {
    /// What a body is.
    BodyKind {
        /// Decides for the town.
        Council = "council", "body-kind-council";
        /// Prepares, or decides in its field.
        Committee = "committee", "body-kind-committee";
        /// The mayor and the heads of the administration.
        Administration = "administration", "body-kind-administration";
        /// Advises, e.g. for young people.
        Advisory = "advisory", "body-kind-advisory";
    }
}

words! {
    /// What a paper is.
    PaperKind {
        /// Beschlussvorlage.
        Decision = "decision", "paper-kind-decision";
        /// Informationsvorlage, Mitteilung.
        Information = "information", "paper-kind-information";
        /// Antrag.
        Motion = "motion", "paper-kind-motion";
        /// Anfrage.
        Question = "question", "paper-kind-question";
        /// Stellungnahme der Verwaltung.
        Position = "position", "paper-kind-position";
    }
}

/// A body of the town: council, committee, the mayor with the administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Which.
    pub id: Id<Body>,
    /// E.g. "Ausschuss für Soziales und Bildung".
    pub name: String,
    /// E.g. "ASB".
    pub short_name: String,
    /// What it is.
    pub kind: BodyKind,
}

/// A body with those who sit in it, as far as they have an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// The body.
    pub body: Body,
    /// Those who sit in it.
    pub members: Vec<Id<Account>>,
    /// How many steps it has.
    pub steps: usize,
}

/// What is known about a paper, apart from its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// E.g. "354/20".
    pub reference: String,
    /// What it is.
    pub kind: PaperKind,
    /// What it is about, in one line.
    pub subject: String,
    /// The same in a few sentences.
    pub summary: String,
    /// The office in charge.
    pub office: String,
    /// Offices that sign too.
    pub co_offices: Vec<String>,
    /// Who works on it; may be empty.
    pub clerk: String,
    /// Whether everyone may read the name.
    pub names_clerk: bool,
    /// The day on the paper.
    pub dated_on: NaiveDate,
    /// The edition it brings.
    pub edition: Option<Id<Edition>>,
}

/// A paper with its way and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Which.
    pub id: Id<Paper>,
    /// What is known about it.
    pub details: Details,
    /// Counts up with every change.
    pub version: i32,
    /// Since when everyone may read it.
    pub published_at: Option<DateTime<Utc>>,
    /// From body to body.
    pub way: Way,
    /// Its files, in the order they came.
    pub files: Vec<Attached>,
}

impl Paper {
    /// Whether everyone may read it.
    pub fn is_public(&self) -> bool {
        self.published_at.is_some()
    }

    /// Whoever works on it, as far as everyone may know.
    pub fn public_clerk(&self) -> Option<&str> {
        let clerk = Some(self.details.clerk.as_str());
        clerk.filter(|name| self.details.names_clerk && !name.is_empty())
    }
}

/// A reference without what people write differently: "I 0264/09" and "i0264/09" are the same.
pub fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name as it is compared.
pub fn folded_name(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
