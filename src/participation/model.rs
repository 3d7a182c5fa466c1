//! What is known about a participation: the consultation, the channel and a few days.

use chrono::NaiveDate;

use crate::base::id::Id;
use crate::consultation::Consultation;

/// One person's contributions to one consultation.
#[derive(Clone, Debug)]
pub struct Participation {
    /// Its identity; random, so that it tells nothing about when.
    pub id: Id<Participation>,
    /// What it belongs to.
    pub consultation: Id<Consultation>,
    /// The day it was begun.
    pub started_on: NaiveDate,
    /// The day of the first submission.
    pub submitted_on: Option<NaiveDate>,
    /// The day of the withdrawal.
    pub withdrawn_on: Option<NaiveDate>,
}

/// The way by which contributions reached the town.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// The person's own browser.
    Online,
    /// A paper form.
    Paper,
    /// Told to somebody at a desk of the administration.
    Desk,
    /// Collected at an event.
    Event,
    /// Taken over from another system.
    Import,
}

impl Channel {
    /// All channels, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Online,
        Self::Paper,
        Self::Desk,
        Self::Event,
        Self::Import,
    ];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Paper => "paper",
            Self::Desk => "desk",
            Self::Event => "event",
            Self::Import => "import",
        }
    }

    /// The channel of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.as_str() == text)
    }

    /// The text key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Online => "channel-online",
            Self::Paper => "channel-paper",
            Self::Desk => "channel-desk",
            Self::Event => "channel-event",
            Self::Import => "channel-import",
        }
    }
}
