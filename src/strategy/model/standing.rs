//! What an edition is for the town at the moment: in work, to read, before the council, decided.

use chrono::{DateTime, NaiveDate, Utc};

/// A mark that people set on an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was public and is not any more.
    Withdrawn,
    /// The council is to decide on it.
    ForDecision,
    /// The council has decided on it.
    Decided,
    /// The mark before was taken back.
    None,
}

impl Mark {
    /// As rows name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::ForDecision => "for_decision",
            Self::Decided => "decided",
            Self::None => "none",
        }
    }

    /// The mark of that name. An unknown one is none.
    pub fn named(name: &str) -> Self {
        [Self::Withdrawn, Self::ForDecision, Self::Decided]
            .into_iter()
            .find(|mark| mark.as_str() == name)
            .unwrap_or(Self::None)
    }
}

/// The newest mark of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Which.
    pub mark: Mark,
    /// The day of the decision.
    pub on_day: Option<NaiveDate>,
    /// What people are told about it.
    pub note: Option<String>,
}

/// Everything that says what an edition is at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Since when everyone may read it.
    pub published_at: Option<DateTime<Utc>>,
    /// Its newest mark.
    pub marked: Option<Marked>,
}

/// An edition's state in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody outside the administration can read it.
    Internal,
    /// Everyone may read it.
    Published,
    /// It was public and is not any more.
    Withdrawn,
    /// The council is to decide on it.
    ForDecision,
    /// The council has decided on it.
    Decided,
}

impl Standing {
    /// The state. That an edition was withdrawn is over once it is published again.
    pub fn state(&self) -> State {
        match (self.mark(), self.published_at) {
            (Mark::ForDecision, _) => State::ForDecision,
            (Mark::Decided, _) => State::Decided,
            (Mark::Withdrawn, None) => State::Withdrawn,
            (_, Some(_)) => State::Published,
            (Mark::None, None) => State::Internal,
        }
    }

    /// Whether everyone may read it.
    pub fn is_public(&self) -> bool {
        self.published_at.is_some()
    }

    /// The newest mark.
    pub fn mark(&self) -> Mark {
        self.marked
            .as_ref()
            .map_or(Mark::None, |marked| marked.mark)
    }
}

impl State {
    /// The text of its badge.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Internal => "edition-state-internal",
            Self::Published => "edition-state-published",
            Self::Withdrawn => "edition-state-withdrawn",
            Self::ForDecision => "edition-state-for-decision",
            Self::Decided => "edition-state-decided",
        }
    }

    /// The look of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Internal | Self::Withdrawn => "plain",
            Self::Published | Self::Decided => "success",
            Self::ForDecision => "info",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_mark_counts_and_a_withdrawal_ends_with_the_next_publication() {
        let standing = |published: bool, mark: Option<Mark>| Standing {
            published_at: published.then_some(DateTime::UNIX_EPOCH),
            marked: mark.map(|mark| Marked {
                mark,
                on_day: None,
                note: None,
            }),
        };
        assert_eq!(standing(false, None).state(), State::Internal);
        assert_eq!(standing(true, None).state(), State::Published);
        assert_eq!(
            standing(false, Some(Mark::Withdrawn)).state(),
            State::Withdrawn
        );
        assert_eq!(
            standing(true, Some(Mark::Withdrawn)).state(),
            State::Published
        );
        assert_eq!(standing(true, Some(Mark::Decided)).state(), State::Decided);
        assert_eq!(standing(false, Some(Mark::None)).state(), State::Internal);
        assert_eq!(Mark::named("for_decision"), Mark::ForDecision);
    }
}
