//! What a browser sends: read within limits, proved to come from a form of ours, and given back when something in it
//! has to be corrected.

mod origin;
mod rescue;
mod sent;
pub mod token;
mod typed;
mod upload;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use rescue::{Rescued, rescue};
pub use sent::{Asked, Roomy, Sent};
pub use typed::{Came, Typed, texts};
pub(super) use upload::{FILES_AT_ONCE, PIECE};
pub use upload::{File, Upload};

/// All fields of a form whose names are not known beforehand, such as the answers to a survey, in the order they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// All values of a field, such as ticked boxes of one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Text as it is kept: line ends as one character (browsers send two), no other control characters (PostgreSQL refuses
/// NUL), nothing around it.
pub fn tidy(text: &str) -> String {
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect();
    text.trim().to_owned()
}

/// A form that goes back to the page: what was typed, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refill<F> {
    /// What was typed, unchanged.
    pub form: F,
    /// In the order of the fields on the page.
    pub errors: Vec<FieldError>,
}

impl<F> Refill<F> {
    /// A form without faults so far.
    pub fn new(form: F) -> Self {
        Self {
            form,
            errors: Vec::new(),
        }
    }

    /// Notes what to do about a field.
    pub fn fault(&mut self, field: impl Into<String>, key: &'static str) {
        self.errors.push(FieldError::new(field, key));
    }

    /// What to do about a field, if anything.
    pub fn error(&self, field: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }

    /// Whether the form can go on as it is.
    pub fn is_fine(&self) -> bool {
        self.errors.is_empty()
    }
}

/// What to do about one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// Name of the field.
    pub field: String,
    /// Key of the text that says what to do.
    pub key: &'static str,
    /// Numbers that stand in the text.
    pub args: BTreeMap<&'static str, i64>,
}

impl FieldError {
    /// A text without values.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self {
            field: field.into(),
            key,
            args: BTreeMap::new(),
        }
    }

    /// What to do about a text with too many characters; nothing when it has room.
    pub fn too_long(field: impl Into<String>, text: &str, most: usize) -> Option<Self> {
        let length = text.chars().count();
        (length > most).then(|| {
            Self::new(field, "error-text-too-long")
                .with("length", length)
                .with("most", most)
                .with("over", length - most)
        })
    }

    /// Adds a number that stands in the text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.args.insert(name, value.try_into().unwrap_or(i64::MAX));
        self
    }
}
