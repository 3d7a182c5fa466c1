//! What is in a version: text, those who sign, files.

use sha2::{Digest as _, Sha256};

use super::{Version, WHOLE_CHARS};
use crate::base::attachment::Attached;
use crate::base::id::{Id, base32};
use crate::strategy::{Element, Wording};

/// What is in a version.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The text as a whole first, then on single elements in the order of the edition laid open.
    pub parts: Vec<Part>,
    /// Those who sign, in the order they were named.
    pub submitters: Vec<Submitter>,
    /// Files, in the order they came.
    pub files: Vec<Attached>,
}

/// The text on one element, or as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The key of the element; none for the text as a whole.
    pub key: Option<String>,
    /// The wording it was written on.
    pub wording: Option<Id<Wording>>,
    /// The text.
    pub text: String,
}

/// A text that is to be saved.
#[derive(Clone, Debug)]
pub struct NewPart {
    /// The element and its wording; none for the text as a whole.
    pub on: Option<(Id<Element>, Id<Wording>)>,
    /// The text; an empty one takes the part away.
    pub text: String,
}

/// Somebody who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submitter {
    /// Her name.
    pub name: String,
    /// For whom she writes, or empty.
    pub behalf: String,
    /// Where the receipt goes, or empty.
    pub email: String,
    /// Her address on paper, or empty.
    pub postal_address: String,
}

/// Why a version cannot be handed in yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unready {
    /// Neither text nor file.
    Empty,
    /// More characters than [`WHOLE_CHARS`].
    TooLong,
    /// Nobody signs.
    Unsigned,
}

impl Content {
    /// How many characters all texts have together.
    pub fn chars(&self) -> usize {
        self.parts
            .iter()
            .map(|part| part.text.chars().count())
            .sum()
    }

    /// The text on an element, or as a whole.
    pub fn part(&self, key: Option<&str>) -> Option<&Part> {
        self.parts.iter().find(|part| part.key.as_deref() == key)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.files.is_empty()
    }

    /// Whether it can be handed in. An organisation signs by its signatory; a person names herself.
    ///
    /// # Errors
    /// What is missing first.
    pub fn check(&self, of_organisation: bool) -> Result<(), Unready> {
        if self.is_empty() {
            Err(Unready::Empty)
        } else if self.chars() > WHOLE_CHARS {
            Err(Unready::TooLong)
        } else if !of_organisation && self.submitters.is_empty() {
            Err(Unready::Unsigned)
        } else {
            Ok(())
        }
    }
}

/// A short mark of a text as somebody saw it: the same mark means that nobody has changed it since.
pub fn seen(version: &Id<Version>, text: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(version.as_str());
    digest.update([0]);
    digest.update(text);
    base32(&digest.finalize()[..10])
}
