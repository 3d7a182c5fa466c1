//! One contribution as the desk reads it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::id::Id;
use crate::strategy::cause::Theme;
use crate::strategy::{Element, Wording};
use crate::survey::{FreeText, Mark};

/// Longest name of a theme, in characters: it stands in one or two lines beside a text.
pub const MAX_NAME: usize = 80;
/// Longest description of a theme.
pub const MAX_ABOUT: usize = 600;
/// Longest note for colleagues.
pub const MAX_NOTE: usize = 1_000;
/// Most themes of one consultation: more of them nobody keeps in mind.
pub const MOST_THEMES: usize = 300;

/// Where a contribution comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContributionKind {
    /// A free text in a questionnaire.
    Answer,
    /// A comment on an element.
    Comment,
    /// A segment of a statement.
    Segment,
}

impl ContributionKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Comment, Self::Segment];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Comment => "comment",
            Self::Segment => "segment",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Answer => "contribution-answer",
            Self::Comment => "contribution-comment",
            Self::Segment => "contribution-segment",
        }
    }
}

/// The text that names how a contribution reached the town.
pub fn channel_key(channel: &str) -> &'static str {
    match channel {
        "paper" => "channel-paper",
        "desk" => "channel-desk",
        "event" => "channel-event",
        "import" => "channel-import",
        "letter" => "statement-channel-letter",
        "mail" => "statement-channel-mail",
        "fax" => "statement-channel-fax",
        "minutes" => "statement-channel-minutes",
        _ => "channel-online",
    }
}

/// The channels contributions come by, in the order of lists.
pub const CHANNELS: [&str; 9] = [
    "online", "paper", "desk", "event", "letter", "mail", "fax", "minutes", "import",
];

/// What somebody wrote, with what it is about.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// Its identity: that of the free text.
    pub id: Id<FreeText>,
    /// The element it is about; none when it is about the whole.
    pub element: Option<Id<Element>>,
    /// The wording it was made on.
    pub wording: Option<Id<Wording>>,
    /// Where it comes from.
    pub kind: ContributionKind,
    /// How it reached the town, as rows name it.
    pub channel: String,
    /// The mark given with it.
    pub mark: Option<Mark>,
    /// Its words, as they were written.
    pub text: String,
}

/// A theme as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTheme {
    /// The element it is about.
    pub element: Option<Id<Element>>,
    /// Its name.
    pub name: String,
    /// What belongs to it and what does not.
    pub about: String,
}

/// What one person said about one contribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// The themes; none means that there is none in it.
    pub themes: BTreeSet<Id<Theme>>,
    /// A note for colleagues.
    pub note: String,
}
