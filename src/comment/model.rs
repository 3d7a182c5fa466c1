//! What a comment is, and its limits. Pure.

use sha2::{Digest, Sha256};

use crate::base::id::base32;

/// Longest comment, in characters.
pub const MAX_TEXT: usize = 2_000;
/// Longest name under a comment, in characters.
pub const MAX_NAME: usize = 60;
/// Longest explanation of a report, in characters.
pub const MAX_REPORT: usize = 500;
/// Longest public answer, in characters.
pub const MAX_ANSWER: usize = 2_000;
/// Most comments of one participation: far more than anybody writes by hand.
pub const MOST: i64 = 100;
/// Most open reports kept about one comment: more say nothing new.
pub const MOST_REPORTS: i64 = 20;

/// A comment before it is kept: tidy, within its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComment {
    /// What its author wrote.
    pub text: String,
    /// As she wants to be named.
    pub name: Option<String>,
}

impl NewComment {
    /// By which the same words are known again, whatever the spaces and capitals.
    pub fn digest(&self) -> String {
        let words: Vec<String> = self
            .text
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        base32(&Sha256::digest(words.join(" "))[..16])
    }
}

/// In which order comments are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The newest day first.
    #[default]
    Newest,
    /// The oldest day first.
    Oldest,
    /// What most people see the same way first.
    Supported,
}

impl Sort {
    /// All of them, in the order pages offer them.
    pub const ALL: [Self; 3] = [Self::Newest, Self::Oldest, Self::Supported];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Supported => "supported",
        }
    }

    /// The order of that name; any other is the usual one.
    pub fn parse(text: Option<&str>) -> Self {
        let found = Self::ALL
            .into_iter()
            .find(|sort| Some(sort.as_str()) == text);
        found.unwrap_or_default()
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Newest => "comments-newest",
            Self::Oldest => "comments-oldest",
            Self::Supported => "comments-most-supported",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_known_again() {
        let of = |text: &str| NewComment {
            text: text.into(),
            name: None,
        };
        assert_eq!(of("Mehr  Licht\n").digest(), of("mehr licht").digest());
        assert_ne!(of("Mehr Licht").digest(), of("Mehr Luft").digest());
    }
}
