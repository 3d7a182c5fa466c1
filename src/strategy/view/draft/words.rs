//! The pages on which one element gets other words, becomes two, goes into another or moves.

use serde::Serialize;

use super::{DiffView, DraftView, ElementView, SaidView, sample};
use crate::base::page::{FieldMessage, View};

/// `templates/strategy/desk-tree-words.html`: an element to add, or to give other words.
#[derive(Serialize)]
pub struct WordsPage {
    /// Which draft.
    pub draft: DraftView,
    /// Which element; none while it is being added.
    pub element: Option<ElementView>,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// Where a new one will stand, in words.
    pub place: Option<String>,
    /// Where the form is sent.
    pub action: String,
    /// Whether its kind has a number and a title.
    pub has_title: bool,
    /// What stands in the fields.
    pub said: SaidView,
    /// What it says in the edition before.
    pub base: Option<SaidView>,
    /// What became different since then, once it was saved.
    pub diff: Option<DiffView>,
    /// What it says now, when somebody else changed it meanwhile.
    pub conflict: Option<SaidView>,
    /// What to correct.
    pub errors: Vec<FieldMessage>,
}

/// `templates/strategy/desk-tree-split.html`: one becomes two.
#[derive(Serialize)]
pub struct SplitPage {
    /// Which draft.
    pub draft: DraftView,
    /// Which element.
    pub element: ElementView,
    /// Whether its kind has a number and a title.
    pub has_title: bool,
    /// Its text in pieces; the cut is behind the chosen one.
    pub pieces: Vec<Piece>,
    /// What the first will say.
    pub first: SaidView,
    /// What the second will say.
    pub second: SaidView,
    /// What is below it and may go with the second.
    pub children: Vec<ChildView>,
    /// What it says now, when somebody else changed it meanwhile.
    pub conflict: Option<SaidView>,
    /// What to correct.
    pub errors: Vec<FieldMessage>,
}

/// A piece of a text.
#[derive(Clone, Debug, Serialize)]
pub struct Piece {
    /// Its number, from 1.
    pub n: usize,
    /// What it says.
    pub text: String,
    /// Whether the cut is behind it.
    pub is_last: bool,
}

/// An element below the one that is split.
#[derive(Clone, Debug, Serialize)]
pub struct ChildView {
    /// Its lasting name.
    pub key: String,
    /// Its title or first words.
    pub name: String,
    /// Whether it goes with the second.
    pub along: bool,
}

/// `templates/strategy/desk-tree-merge.html`: two become one.
#[derive(Serialize)]
pub struct MergePage {
    /// Which draft.
    pub draft: DraftView,
    /// The one that stays.
    pub element: ElementView,
    /// Whether its kind has a number and a title.
    pub has_title: bool,
    /// Which others there are.
    pub partners: Vec<Choice>,
    /// The chosen one; none when there is none at all.
    pub other: Option<ElementView>,
    /// What both will say together.
    pub said: SaidView,
    /// What one of them says now, when somebody else changed it meanwhile.
    pub conflict: Option<SaidView>,
    /// What to correct.
    pub errors: Vec<FieldMessage>,
}

/// `templates/strategy/desk-tree-place.html`: somewhere else.
#[derive(Serialize)]
pub struct PlacePage {
    /// Which draft.
    pub draft: DraftView,
    /// Which element.
    pub element: ElementView,
    /// Where it can go.
    pub spots: Vec<Choice>,
    /// What was chosen.
    pub chosen: String,
    /// What to correct.
    pub errors: Vec<FieldMessage>,
}

/// One of several to choose from.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// As it is sent.
    pub value: String,
    /// As it is read.
    pub label: String,
}

impl View for WordsPage {
    const TEMPLATE: &'static str = "strategy/desk-tree-words.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::words()
    }
}

impl View for SplitPage {
    const TEMPLATE: &'static str = "strategy/desk-tree-split.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::splits()
    }
}

impl View for MergePage {
    const TEMPLATE: &'static str = "strategy/desk-tree-merge.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::merges()
    }
}

impl View for PlacePage {
    const TEMPLATE: &'static str = "strategy/desk-tree-place.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::places()
    }
}
