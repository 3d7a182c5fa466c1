//! Organisations, those who act for them, and invitations. Pure.

mod goal;
mod invitation;

use chrono::{DateTime, TimeDelta, Utc};

use crate::account::{Delegate, Party};
use crate::base::id::Id;
use crate::consultation::Consultation;

pub use goal::Goal;
pub use invitation::{Answer, Delivery, Invitation};

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A club, a network, a church.
    Association,
    /// A public body: another town, a state office, a chamber.
    PublicBody,
    /// A company.
    Company,
    /// Anything else.
    Other,
}

impl Kind {
    /// All kinds, in the order pages name them.
    pub const ALL: [Self; 4] = [
        Self::Association,
        Self::PublicBody,
        Self::Company,
        Self::Other,
    ];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Association => "association",
            Self::PublicBody => "public_body",
            Self::Company => "company",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Association => "organisation-kind-association",
            Self::PublicBody => "organisation-kind-public-body",
            Self::Company => "organisation-kind-company",
            Self::Other => "organisation-kind-other",
        }
    }

    /// The kind that a table names in German or English; an empty cell is [`Kind::Other`].
    pub fn named(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "verein"
            | "verband"
            | "verein oder verband"
            | "kirche"
            | "association"
            | "association or club" => Some(Self::Association),
            "behörde" | "öffentliche stelle" | "amt" | "public body" | "public_body" => {
                Some(Self::PublicBody)
            }
            "unternehmen" | "firma" | "company" => Some(Self::Company),
            "" | "andere" | "sonstige" | "sonstiges" | "other" => Some(Self::Other),
            _ => None,
        }
    }
}

/// How far an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It registered itself; the town has not decided.
    Waiting,
    /// The town knows it; nobody of it has come in.
    Invited,
    /// Somebody of it has come in, or the town has confirmed it.
    Confirmed,
    /// The town did not let it in.
    Refused,
    /// It is not asked any more.
    Closed,
}

impl State {
    /// All states, in the order pages name them.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Invited,
        Self::Confirmed,
        Self::Refused,
        Self::Closed,
    ];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Invited => "invited",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Closed => "closed",
        }
    }

    /// The state of that name; what is unknown lets nobody in.
    pub fn parse(text: &str) -> Self {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.unwrap_or(Self::Closed)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Waiting => "organisation-state-waiting",
            Self::Invited => "organisation-state-invited",
            Self::Confirmed => "organisation-state-confirmed",
            Self::Refused => "organisation-state-refused",
            Self::Closed => "organisation-state-closed",
        }
    }

    /// The kind of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Waiting => "warning",
            Self::Invited => "info",
            Self::Confirmed => "success",
            Self::Refused | Self::Closed => "plain",
        }
    }

    /// Whether those who act for it may come in.
    pub fn lets_in(self) -> bool {
        !matches!(self, Self::Refused | Self::Closed)
    }

    /// Whether it can be asked for a statement.
    pub fn can_be_invited(self) -> bool {
        matches!(self, Self::Invited | Self::Confirmed)
    }
}

/// What is known about an organisation itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its address on paper, in lines; may be empty.
    pub postal_address: String,
    /// Where invitations go.
    pub email: String,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Which.
    pub id: Id<Party>,
    /// What is known about it.
    pub details: Details,
    /// How far it is.
    pub state: State,
    /// Why it was refused.
    pub reason: Option<String>,
    /// For which consultation it registered itself.
    pub registered_for: Option<Id<Consultation>>,
    /// Since when the town has it on its list.
    pub made_at: DateTime<Utc>,
}

/// What somebody does for an organisation; at least one of both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    /// Writes drafts.
    pub is_author: bool,
    /// Hands in.
    pub is_signatory: bool,
}

impl Duties {
    /// Everything: the first one of an organisation.
    pub const ALL: Self = Self {
        is_author: true,
        is_signatory: true,
    };

    /// Their texts, in the order pages name them.
    pub fn label_keys(self) -> Vec<&'static str> {
        let author = self.is_author.then_some("duty-author");
        let signatory = self.is_signatory.then_some("duty-signatory");
        author.into_iter().chain(signatory).collect()
    }

    /// Their names, as they stand in forms and in the journal.
    pub fn names(self) -> Vec<&'static str> {
        let author = self.is_author.then_some("author");
        let signatory = self.is_signatory.then_some("signatory");
        author.into_iter().chain(signatory).collect()
    }
}

/// Somebody who acts for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: Id<Delegate>,
    /// For whom.
    pub party: Id<Party>,
    /// Her name.
    pub name: String,
    /// Her address, in small letters.
    pub email: String,
    /// What she does.
    pub duties: Duties,
    /// When she first came in.
    pub joined_at: Option<DateTime<Utc>>,
}

/// How long a link that lets a member in can be used.
pub const LINK_LASTS: TimeDelta = TimeDelta::hours(24);
/// How long the first link of somebody who was added can be used.
pub const WELCOME_LASTS: TimeDelta = TimeDelta::days(7);
/// How long a registration waits for its address to be confirmed.
pub const REGISTRATION_LASTS: TimeDelta = TimeDelta::days(2);
/// Most registrations that wait under one address.
pub const REGISTRATIONS_OF_ADDRESS: i64 = 3;
/// How long a member stays signed in without a request.
const IDLE: TimeDelta = TimeDelta::hours(12);
/// How long at most.
const ABSOLUTE: TimeDelta = TimeDelta::days(7);

/// Whether a session of a member still lives.
pub fn is_alive(started_at: DateTime<Utc>, seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - started_at < ABSOLUTE && now - seen_at < IDLE
}

/// A name as names are compared: small letters, single spaces.
pub fn folded(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_and_spaces() {
        assert_eq!(folded("  BUND  Lindenau\te.V. "), "bund lindenau e.v.");
    }

    #[test]
    fn every_word_finds_its_way_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), state);
        }
        assert!(!State::parse("nonsense").lets_in());
    }

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_after_a_week() {
        let start = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        assert!(is_alive(start, start, start + TimeDelta::hours(11)));
        assert!(!is_alive(start, start, start + TimeDelta::hours(12)));
        let week = start + TimeDelta::days(7);
        assert!(!is_alive(start, week, week));
    }
}
