//! The pages of those who write statements, and of everyone who reads them.

pub mod desk;
mod own;
mod public;
pub mod sample;

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{Attached, Content, Part, Submitter};
use crate::strategy::LaidEdition;
use crate::survey::view::CodeWords;

pub use own::{
    AddressAbout, AddressPage, AddressRow, AskPage, ExtensionPage, FilesPage, PartPage, PartRow,
    PartsOfField, RequestWords, RightsWords, SignersPage, StatementErasePage, StatementHomePage,
    StatementReceiptPage, StatementReviewPage, VersionRow,
};
pub use public::{PublicRow, PublicStatementPage, PublicStatementsPage, StatementIntroPage};

/// Whose statement on what, until when: at the head of each of its pages.
#[derive(Clone, Serialize)]
pub struct SeatWords {
    /// The address of the statement's first page; the others lie below it.
    pub base: String,
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// A person's receipt code.
    pub code: Option<CodeWords>,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// Who of it is signed in.
    pub me: Option<String>,
    /// `later`, `open`, `late`, `over`.
    pub moment: &'static str,
    /// The first day on which statements are taken.
    pub opens: NaiveDate,
    /// The last day that is in time, for this organisation or person.
    pub until: NaiveDate,
    /// Whether that is later than for everyone.
    pub is_longer: bool,
    /// The last day on which something late can be handed in online.
    pub late_until: NaiveDate,
}

/// A text of a statement with what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartWords {
    /// The key of the element; none for the text as a whole.
    pub key: Option<String>,
    /// The number people use for the element, e.g. "2.4".
    pub label: String,
    /// The element's title, or the beginning of its text.
    pub title: String,
    /// The text, in paragraphs.
    pub paragraphs: Vec<String>,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubmitterWords {
    /// Her name.
    pub name: String,
    /// For whom she writes, or empty.
    pub behalf: String,
    /// Her mail address, or empty.
    pub email: String,
    /// Her address on paper, in lines.
    pub postal_lines: Vec<String>,
}

/// A file of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileWords {
    /// Its name in addresses.
    pub id: String,
    /// As whoever sent it called it.
    pub name: String,
    /// What it is, e.g. "PDF".
    pub media: &'static str,
    /// Its size in kibibytes, at least 1.
    pub kib: i64,
}

/// What is in a version, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ContentWords {
    /// The texts: as a whole first, then by element.
    pub parts: Vec<PartWords>,
    /// Those who sign.
    pub submitters: Vec<SubmitterWords>,
    /// The files.
    pub files: Vec<FileWords>,
}

impl ContentWords {
    /// In the words of an edition: an element that is not in it keeps its key.
    pub fn of(content: &Content, edition: &LaidEdition) -> Self {
        let part = |part: &Part| PartWords::of(part, edition);
        Self {
            parts: content.parts.iter().map(part).collect(),
            submitters: content.submitters.iter().map(Into::into).collect(),
            files: content.files.iter().map(Into::into).collect(),
        }
    }
}

impl PartWords {
    fn of(part: &Part, edition: &LaidEdition) -> Self {
        let element = part.key.as_deref().and_then(|key| edition.find(key));
        let title = element.map_or_else(
            || part.key.clone().unwrap_or_default(),
            |element| short(&element.title, &element.text),
        );
        Self {
            key: part.key.clone(),
            label: element.map(|one| one.label.clone()).unwrap_or_default(),
            title,
            paragraphs: paragraphs(&part.text),
        }
    }
}

impl From<&Submitter> for SubmitterWords {
    fn from(one: &Submitter) -> Self {
        Self {
            name: one.name.clone(),
            behalf: one.behalf.clone(),
            email: one.email.clone(),
            postal_lines: one.postal_address.lines().map(str::to_owned).collect(),
        }
    }
}

impl From<&Attached> for FileWords {
    fn from(file: &Attached) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            media: file.media.label(),
            kib: (file.bytes / 1024).max(1),
        }
    }
}

/// Longest piece of a text that stands for a missing title, in characters.
const SHORT: usize = 80;

/// What an element is called where its text does not stand: its title, or the beginning of its text.
pub fn short(title: &str, text: &str) -> String {
    if !title.is_empty() {
        return title.to_owned();
    }
    let piece: String = text.chars().take(SHORT).collect();
    if piece.len() == text.len() {
        return piece;
    }
    let end = piece.rfind(' ').unwrap_or(piece.len());
    format!("{} …", piece.get(..end).unwrap_or(&piece))
}

/// A text as people parted it: by empty lines.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}
