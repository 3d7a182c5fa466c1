//! The page before an edition is made of a draft, and the list of drafts.

use serde::Serialize;

use super::{DiffView, DraftView, kind_name, sample};
use crate::base::page::{Faults, View};
use crate::strategy::matching::{Change, What};
use crate::strategy::model::tree::{DraftTree, Finding, OriginKind};
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
    /// How many elements change without a cause so far.
    pub without_cause: usize,
    /// The sort of editorial cause for them, as chosen.
    pub rest_kind: String,
    /// The reason for them, as typed.
    pub rest_reason: String,
    /// Most characters of a reason.
    pub reason_limit: usize,
    /// What to correct.
    pub faults: Faults,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// `added`, `reworded`, `renumbered`, `moved` or `retired`; where it came out of another or went into one: `split`,
    /// `recast` or `gone-into`.
    pub what: &'static str,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// Its lasting name.
    pub key: String,
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title or first words.
    pub name: String,
    /// Whether it is in the draft, so that there is something to open.
    pub is_there: bool,
    /// The number before, or the other element.
    pub from: String,
    /// What became of its words, for `reworded`.
    pub diff: Option<DiffView>,
    /// Why: `heard`, or the sort of editorial cause; none so far.
    pub cause: Option<String>,
    /// What everyone will read about it.
    pub reason: String,
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
    /// What a draft changed.
    pub fn of(change: &Change, before: Option<&Edition>, tree: &DraftTree) -> Self {
        let (now, old) = (
            tree.edition.labels(),
            before.map(Edition::labels).unwrap_or_default(),
        );
        let is_there = change.what != What::Retired;
        let labels = if is_there { &now } else { &old };
        let called = |key: &Key| now.get(key).or_else(|| old.get(key)).cloned();
        let words = [&change.words.title, &change.words.text];
        let words = words.into_iter().find(|words| !words.is_empty());
        let (what, other) = match &change.what {
            What::Retired => went_into(tree, &change.key)
                .map_or(("retired", None), |into| ("gone-into", called(into))),
            What::Added => came_from(tree, &change.key)
                .map_or(("added", None), |(what, from)| (what, called(from))),
            What::Renumbered { from, .. } => ("renumbered", from.clone()),
            other => (other.as_str(), None),
        };
        let cause = tree.causes.get(&change.key);
        Self {
            what,
            kind: kind_name(change.kind),
            key: change.key.to_string(),
            label: labels.get(&change.key).cloned().unwrap_or_default(),
            name: excerpt(words.map_or("", String::as_str), super::SHOWN_CHARS),
            is_there,
            from: other.unwrap_or_default(),
            diff: match &change.what {
                What::Reworded { before, after } => {
                    DiffView::between((&before.title, &before.text), (&after.title, &after.text))
                }
                _ => None,
            },
            cause: cause.map(|cause| cause.kind.clone()),
            reason: cause.map(|cause| cause.reason.clone()).unwrap_or_default(),
        }
    }
}

/// The element into which another went, or what it became.
pub(super) fn went_into<'a>(tree: &'a DraftTree, key: &Key) -> Option<&'a Key> {
    let mut origins = tree.origins.iter();
    let into = origins.find(|origin| {
        origin.from == *key && origin.kind != OriginKind::Split && tree.find(&origin.of).is_some()
    })?;
    Some(&into.of)
}

/// The element out of which another came, and how.
fn came_from<'a>(tree: &'a DraftTree, key: &Key) -> Option<(&'static str, &'a Key)> {
    let mut origins = tree.origins.iter();
    let origin = origins.find(|origin| origin.of == *key)?;
    match origin.kind {
        OriginKind::Split => Some(("split", &origin.from)),
        OriginKind::Recast => Some(("recast", &origin.from)),
        OriginKind::Merged => None,
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
