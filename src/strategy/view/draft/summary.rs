//! The page before an edition is made of a draft, and the list of drafts.

use serde::Serialize;

use super::{DraftView, kind_name, sample};
use crate::base::page::{FieldMessage, View};
use crate::strategy::matching::{Change, What};
use crate::strategy::model::tree::{DraftTree, Finding};
use crate::strategy::model::{Edition, Key, excerpt};

/// `templates/strategy/desk-tree-finish.html`: all changes on one page, and the name of the new edition.
#[derive(Serialize)]
pub struct FinishPage {
    /// Which draft.
    pub draft: DraftView,
    /// The name of the newest edition, with which the draft is compared; none for the first.
    pub newest: Option<String>,
    /// Whether that is another one than the draft was begun from: then its changes would be taken back.
    pub is_overtaken: bool,
    /// What the draft changes.
    pub changes: Vec<ChangeRow>,
    /// What to look at first.
    pub findings: Vec<FindingRow>,
    /// Whether one of them has to be settled before.
    pub is_blocked: bool,
    /// The name of the edition, as typed or suggested.
    pub name: String,
    /// What to correct.
    pub errors: Vec<FieldMessage>,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// `added`, `reworded`, `renumbered`, `moved` or `retired`.
    pub what: &'static str,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// Its lasting name.
    pub key: String,
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title or first words.
    pub name: String,
    /// The number before, for `renumbered`.
    pub from: String,
}

/// Something to look at.
#[derive(Clone, Debug, Serialize)]
pub struct FindingRow {
    /// `no-field`, `same-number` or `unnumbered`.
    pub what: &'static str,
    /// The element, if it is one.
    pub key: String,
    /// The number, or the element's first words.
    pub name: String,
}

/// `templates/strategy/desk-tree-drafts.html`: the editions in work of a strategy.
#[derive(Serialize)]
pub struct DraftsPage {
    /// The strategy's title.
    pub title: String,
    /// Where the strategy's own page at the desk is.
    pub strategy_url: String,
    /// The one that is being worked on.
    pub open: Option<DraftRow>,
    /// Those that were thrown away.
    pub discarded: Vec<DraftRow>,
}

/// One draft in the list.
#[derive(Clone, Debug, Serialize)]
pub struct DraftRow {
    /// Its identity.
    pub id: String,
    /// Where its tree is.
    pub url: String,
    /// The day on which it was begun, e.g. 2026-07-17.
    pub begun_on: String,
}

impl ChangeRow {
    /// A change between two editions.
    pub fn of(change: &Change, before: Option<&Edition>, after: &Edition) -> Self {
        let labels = match (&change.what, before) {
            (What::Retired, Some(before)) => before.labels(),
            _ => after.labels(),
        };
        let words = [&change.words.title, &change.words.text];
        let words = words.into_iter().find(|words| !words.is_empty());
        Self {
            what: change.what.as_str(),
            kind: kind_name(change.kind),
            key: change.key.to_string(),
            label: labels.get(&change.key).cloned().unwrap_or_default(),
            name: excerpt(words.map_or("", String::as_str), super::SHOWN_CHARS),
            from: match &change.what {
                What::Renumbered { from, .. } => from.clone().unwrap_or_default(),
                _ => String::new(),
            },
        }
    }
}

impl FindingRow {
    /// A finding in a tree.
    pub fn of(finding: &Finding, tree: &DraftTree) -> Self {
        let named = |key: &Key| tree.find(key).map(super::first_words).unwrap_or_default();
        match finding {
            Finding::NoField => Self {
                what: "no-field",
                key: String::new(),
                name: String::new(),
            },
            Finding::SameNumber { key, number } => Self {
                what: "same-number",
                key: key.to_string(),
                name: number.clone(),
            },
            Finding::Unnumbered(key) => Self {
                what: "unnumbered",
                key: key.to_string(),
                name: named(key),
            },
        }
    }
}

impl View for FinishPage {
    const TEMPLATE: &'static str = "strategy/desk-tree-finish.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::finishes()
    }
}

impl View for DraftsPage {
    const TEMPLATE: &'static str = "strategy/desk-tree-drafts.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::drafts()
    }
}
