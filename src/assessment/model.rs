//! What the town can say to what people wrote, and what follows from it for each contribution.

use chrono::{DateTime, Utc};
use serde::Serialize;

/// Longest reason, in characters.
pub const MAX_REASON: usize = 2_000;
/// Longest name of an office.
pub const MAX_OFFICE: usize = 80;
/// Longest title of a text block.
pub const MAX_TITLE: usize = 60;
/// Most text blocks of a town: more of them nobody finds again.
pub const MOST_BLOCKS: i64 = 100;

/// What the town does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// The text changes as it was asked for.
    Followed,
    /// A part of it is taken up.
    Partly,
    /// It is not taken up; the reason says why.
    NotFollowed,
    /// It asks for nothing that could be taken up.
    Noted,
    /// The text says it already.
    Covered,
    /// It is not about this document, or not for the town to decide.
    OutOfScope,
}

impl Position {
    /// All of them, in the order of forms and lists.
    pub const ALL: [Self; 6] = [
        Self::Followed,
        Self::Partly,
        Self::NotFollowed,
        Self::Noted,
        Self::Covered,
        Self::OutOfScope,
    ];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Followed => "followed",
            Self::Partly => "partly",
            Self::NotFollowed => "not_followed",
            Self::Noted => "noted",
            Self::Covered => "covered",
            Self::OutOfScope => "out_of_scope",
        }
    }

    /// The position of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Followed => "position-followed",
            Self::Partly => "position-partly",
            Self::NotFollowed => "position-not-followed",
            Self::Noted => "position-noted",
            Self::Covered => "position-covered",
            Self::OutOfScope => "position-out-of-scope",
        }
    }

    /// How its badge looks. To follow somebody not is no alarm: it is never red.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Followed => "success",
            Self::Partly | Self::Covered => "info",
            Self::NotFollowed | Self::Noted | Self::OutOfScope => "plain",
        }
    }
}

/// What the town says, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What it does about it.
    pub position: Position,
    /// Why, in words that everyone can read.
    pub reason: String,
    /// The office that is responsible; may be empty.
    pub office: String,
    /// Whether it is the word of the administration, or still a draft.
    pub is_approved: bool,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// An assessment that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssessment {
    /// What the town does about it.
    pub position: Position,
    /// Why.
    pub reason: String,
    /// The responsible office.
    pub office: String,
}

/// A text block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Its identity.
    pub id: String,
    /// What it is called in the list.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// Who may read what became of the contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Councillors.
    Council,
    /// Everyone.
    Public,
}

impl Audience {
    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::Public => "public",
        }
    }

    /// The audience of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let mut all = [Self::Council, Self::Public].into_iter();
        all.find(|one| one.as_str() == text)
    }
}

/// What became of one contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// Nobody has read it yet, or the town has not said everything to it.
    Open,
    /// It was read and asks for nothing: it is noted.
    WithoutTheme,
    /// The town has answered it alone.
    Own,
    /// The town has answered its themes.
    ByThemes(Vec<T>),
}

/// What became of a contribution: its own approved assessment, else those of its themes, once all of them have one; whoever reads a text and finds no
/// theme in it notes it.
pub fn outcome<T>(
    has_own: bool,
    is_read: bool,
    themes: Vec<T>,
    is_assessed: impl Fn(&T) -> bool,
) -> Outcome<T> {
    if has_own {
        return Outcome::Own;
    }
    if !is_read || !themes.iter().all(is_assessed) {
        return Outcome::Open;
    }
    if themes.is_empty() {
        Outcome::WithoutTheme
    } else {
        Outcome::ByThemes(themes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever happens to a contribution, it has exactly one outcome, and it is open as long as something is unsaid.
        #[test]
        fn every_contribution_has_exactly_one_outcome(
            has_own: bool, is_read: bool, themes in proptest::collection::btree_map(0_u8..5, any::<bool>(), 0..5)
        ) {
            let keys: Vec<u8> = themes.keys().copied().collect();
            let found = outcome(has_own, is_read, keys, |theme| themes[theme]);
            let is_open = !has_own && (!is_read || themes.values().any(|assessed| !assessed));
            prop_assert_eq!(found == Outcome::Open, is_open);
            prop_assert_eq!(found == Outcome::Own, has_own);
            if let Outcome::ByThemes(of) = &found {
                prop_assert!(!of.is_empty() && of.len() == themes.len());
            }
        }
    }
}
