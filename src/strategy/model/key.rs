//! The lasting names of elements.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The lasting name of an element, e.g. `sz-4`: 1 to 60 of `a-z`, `0-9` and `-`, a letter first.
///
/// It stands in links, import files and exports, so it is readable and never given to another
/// element of the same strategy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

/// A text that cannot be a [`Key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a key: {0:?} (1 to 60 of a-z, 0-9 and -, a letter first)")]
pub struct InvalidKey(pub String);

impl Key {
    /// Longest key, in characters (each of them is one byte).
    pub const MAX_CHARS: usize = 60;

    /// Reads a key as it was typed.
    ///
    /// # Errors
    /// [`InvalidKey`] when the text is empty, too long, does not start with a letter, or has any
    /// other character than `a-z`, `0-9` and `-`.
    pub fn parse(text: &str) -> Result<Self, InvalidKey> {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let fits = text.len() <= Self::MAX_CHARS
            && text.bytes().all(known)
            && text.starts_with(|first: char| first.is_ascii_lowercase());
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidKey(text.to_owned()))
        }
    }

    /// A key out of any text: what cannot be in a key is left out, what is too long is cut.
    pub(in crate::strategy) fn fitted(text: &str) -> Self {
        let known = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
        let mut key: String = text.chars().filter(known).take(Self::MAX_CHARS).collect();
        if !key.starts_with(|first: char| first.is_ascii_lowercase()) {
            key.insert(0, 'x');
            key.truncate(Self::MAX_CHARS);
        }
        Self(key)
    }

    /// The key as it stands in links and files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Key {
    type Err = InvalidKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Key {
    type Error = InvalidKey;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_lower_case_and_start_with_a_letter() {
        for good in ["a", "sz-4", "hf-wohnen", &"a".repeat(60)] {
            assert_eq!(Key::parse(good).map(String::from), Ok(good.to_owned()));
        }
        for bad in ["", "4", "-a", "Sz-4", "sz_4", "ü", "sz 4", &"a".repeat(61)] {
            assert_eq!(Key::parse(bad), Err(InvalidKey(bad.to_owned())));
        }
    }
}
