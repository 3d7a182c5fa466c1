//! The pages on which an edition is worked on.

mod sample;
mod summary;
mod tree;
mod words;

use serde::Serialize;

use super::super::diff::{self, Segment, line, paragraphs};
use super::super::model::tree::{DraftTree, Said};
use super::super::model::{Element, ElementKind, excerpt};

pub use summary::{ChangeRow, DraftRow, DraftsPage, FindingRow, FinishPage};
pub use tree::{Counts, Gone, Mark, Node, TreePage};
pub use words::{ChildView, Choice, MergePage, Piece, PlacePage, SplitPage, WordsPage};

/// Characters of a text by which an element is recognised in a list.
const SHOWN_CHARS: usize = 140;

/// Which draft a page belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct DraftView {
    /// The strategy's title.
    pub title: String,
    /// Where the strategy's own page at the desk is.
    pub strategy_url: String,
    /// Where the tree is.
    pub url: String,
    /// The name of the edition it was begun from; none for the first.
    pub base: Option<String>,
    /// The version the page was made from. It goes along with each form, so that nobody overwrites somebody unseen.
    pub version: i32,
}

/// Which element a page is about.
#[derive(Clone, Debug, Serialize)]
pub struct ElementView {
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// Its lasting name.
    pub key: String,
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title, or its first words.
    pub name: String,
}

/// Number, title and text, as a form shows them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SaidView {
    /// The number label.
    pub number: String,
    /// The title.
    pub title: String,
    /// The text.
    pub text: String,
}

/// What became of the words of an element, piece by piece.
#[derive(Clone, Debug, Serialize)]
pub struct DiffView {
    /// Of its title; empty if it has none.
    pub title: Vec<Segment>,
    /// Of its text, paragraph by paragraph.
    pub text: Vec<Vec<Segment>>,
}

impl DiffView {
    /// The difference of two wordings; none when they are the same.
    pub fn between(before: (&str, &str), after: (&str, &str)) -> Option<Self> {
        let ((old_title, old_text), (title, text)) = (before, after);
        (before != after).then(|| Self {
            title: line(old_title, title),
            text: paragraphs(old_text, text),
        })
    }
}

/// How many words became different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangedWords {
    /// New ones.
    pub added: usize,
    /// Those that fell away.
    pub removed: usize,
}

impl DiffView {
    /// How many words became different.
    pub fn words(&self) -> ChangedWords {
        let n = |mark: diff::Mark| {
            let segments = self.title.iter().chain(self.text.iter().flatten());
            let marked = segments.filter(|segment| segment.mark == mark);
            marked.map(|one| one.text.split_whitespace().count()).sum()
        };
        ChangedWords {
            added: n(diff::Mark::Added),
            removed: n(diff::Mark::Removed),
        }
    }
}

impl From<&Said> for SaidView {
    fn from(said: &Said) -> Self {
        Self {
            number: said.number.clone(),
            title: said.title.clone(),
            text: said.text.clone(),
        }
    }
}

impl ElementView {
    /// An element of a tree.
    pub fn of(tree: &DraftTree, element: &Element) -> Self {
        let label = tree.edition.labels().remove(&element.key);
        Self::labelled(element, label.unwrap_or_default())
    }

    pub(super) fn labelled(element: &Element, label: String) -> Self {
        Self {
            kind: kind_name(element.kind),
            key: element.key.to_string(),
            label,
            name: first_words(element),
        }
    }
}

/// The title of an element, else the beginning of its text.
pub(super) fn first_words(element: &Element) -> String {
    let words = if element.title.is_empty() {
        &element.text
    } else {
        &element.title
    };
    excerpt(words, SHOWN_CHARS)
}

/// A kind as the keys of texts name it.
pub fn kind_name(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Field => "field",
        ElementKind::Principle => "principle",
        ElementKind::Goal => "goal",
        ElementKind::ActionGoal => "action-goal",
    }
}
