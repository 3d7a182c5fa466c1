//! The tree itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::summary::went_into;
use super::{DraftView, SHOWN_CHARS, first_words, kind_name, sample};
use crate::base::page::View;
use crate::strategy::matching::{What, compare};
use crate::strategy::model::tree::{DraftTree, OriginKind, Possible};
use crate::strategy::model::{Edition, Element, ElementKind, Key, excerpt};

/// `templates/strategy/desk-tree.html`: every element of an edition in work, with what can be done to it.
#[derive(Serialize)]
pub struct TreePage {
    /// Which draft.
    pub draft: DraftView,
    /// What the undo button undoes, in words.
    pub undo: Option<String>,
    /// What the redo button does again, in words.
    pub redo: Option<String>,
    /// What became different from the edition before.
    pub counts: Counts,
    /// The fields of action with all below them.
    pub fields: Vec<Node>,
    /// What is in the edition before and no more in this one.
    pub gone: Vec<Gone>,
    /// Why the last act was not done, in words.
    pub fault: Option<String>,
}

/// How many elements met which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New ones.
    pub added: usize,
    /// Those that say something else.
    pub reworded: usize,
    /// Those that stand elsewhere.
    pub moved: usize,
    /// Those with another number, as far as nothing else happened to them.
    pub renumbered: usize,
    /// Those that are no more.
    pub retired: usize,
    /// All that are there.
    pub all: usize,
}

/// One element in the tree.
#[derive(Clone, Debug, Serialize)]
pub struct Node {
    /// Its lasting name, which is also its place on the page.
    pub key: String,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title; empty for principles and action goals.
    pub title: String,
    /// The beginning of its text.
    pub excerpt: String,
    /// What became of it since the edition before.
    pub marks: Vec<Mark>,
    /// What can be done.
    pub can: Possible,
    /// Whether a guiding principle stands in it.
    pub has_principle: bool,
    /// The sibling of its kind before it, to move it by hand.
    pub before: String,
    /// What is below it.
    pub children: Vec<Node>,
}

/// What became of an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// `added`, `reworded`, `renumbered`, `moved`, `split`, `merged`, `recast`.
    pub what: &'static str,
    /// The other element, for the last three; the number before, for `renumbered`.
    pub from: String,
}

/// An element that is no more.
#[derive(Clone, Debug, Serialize)]
pub struct Gone {
    /// Its lasting name.
    pub key: String,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// "2.4", as it was.
    pub label: String,
    /// Its title or first words.
    pub name: String,
    /// The number of the element it went into, if it did.
    pub into: String,
    /// Whether what it belonged to is there, so that it can come back.
    pub can_return: bool,
}

impl View for TreePage {
    const TEMPLATE: &'static str = "strategy/desk-tree.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        sample::trees()
    }
}

/// What a tree shows beside its elements.
struct Marking<'a> {
    labels: BTreeMap<Key, String>,
    marks: BTreeMap<Key, Vec<Mark>>,
    possible: std::vec::IntoIter<Possible>,
    tree: &'a DraftTree,
}

impl TreePage {
    /// The page of a draft. `base`: the edition it is compared with.
    pub fn of(draft: DraftView, tree: &DraftTree, base: Option<&Edition>) -> Self {
        let (marks, mut counts) = marks(tree, base);
        counts.all = tree.edition.walk().len();
        let mut marking = Marking {
            labels: tree.edition.labels(),
            marks,
            possible: tree.possible().into_iter(),
            tree,
        };
        let gone = base.map(|base| gone(base, tree)).unwrap_or_default();
        counts.retired = gone.len();
        Self {
            draft,
            undo: None,
            redo: None,
            counts,
            fields: marking.nodes(&tree.edition.fields),
            gone,
            fault: None,
        }
    }
}

impl Marking<'_> {
    fn nodes(&mut self, siblings: &[Element]) -> Vec<Node> {
        let mut before: BTreeMap<ElementKind, String> = BTreeMap::new();
        let mut nodes = Vec::with_capacity(siblings.len());
        for element in siblings {
            // `possible` has one answer for each element, in the same order.
            let can = self.possible.next().unwrap_or_default();
            let children = self.nodes(&element.children);
            let key = element.key.to_string();
            nodes.push(Node {
                kind: kind_name(element.kind),
                label: self.labels.get(&element.key).cloned().unwrap_or_default(),
                title: element.title.clone(),
                excerpt: excerpt(&element.text, SHOWN_CHARS),
                marks: self.marks(element),
                can,
                has_principle: children.iter().any(|one| one.kind == "principle"),
                before: before.insert(element.kind, key.clone()).unwrap_or_default(),
                key,
                children,
            });
        }
        nodes
    }

    fn marks(&mut self, element: &Element) -> Vec<Mark> {
        let mut marks = self.marks.remove(&element.key).unwrap_or_default();
        let origins = self.tree.origins.iter();
        for origin in origins.filter(|origin| origin.of == element.key) {
            let found = self
                .labels
                .get(&origin.from)
                .filter(|label| !label.is_empty());
            marks.push(Mark {
                what: match origin.kind {
                    OriginKind::Split => "split",
                    OriginKind::Merged => "merged",
                    OriginKind::Recast => "recast",
                },
                from: found.cloned().unwrap_or_default(),
            });
        }
        marks
    }
}

/// What became of each element, and how many met which fate. Without an edition before, nothing is marked as new.
fn marks(tree: &DraftTree, base: Option<&Edition>) -> (BTreeMap<Key, Vec<Mark>>, Counts) {
    let mut marks: BTreeMap<Key, Vec<Mark>> = BTreeMap::new();
    let mut counts = Counts::default();
    let Some(base) = base else {
        return (marks, counts);
    };
    for change in compare(base, &tree.edition) {
        let (what, from, count) = match change.what {
            What::Added => ("added", None, &mut counts.added),
            What::Reworded { .. } => ("reworded", None, &mut counts.reworded),
            What::Moved { .. } => ("moved", None, &mut counts.moved),
            What::Renumbered { from, .. } => ("renumbered", from, &mut counts.renumbered),
            What::Retired => continue,
        };
        *count += 1;
        marks.entry(change.key).or_default().push(Mark {
            what,
            from: from.unwrap_or_default(),
        });
    }
    (marks, counts)
}

/// The elements of the edition before that are no more; of a whole branch only its uppermost.
fn gone(base: &Edition, tree: &DraftTree) -> Vec<Gone> {
    let (labels, now) = (base.labels(), tree.edition.labels());
    let there: BTreeSet<&Key> = tree
        .edition
        .walk()
        .into_iter()
        .map(|visit| &visit.element.key)
        .collect();
    let visits = base.walk().into_iter();
    visits
        .filter(|visit| !there.contains(&visit.element.key))
        .map(|visit| Gone {
            key: visit.element.key.to_string(),
            kind: kind_name(visit.element.kind),
            label: labels.get(&visit.element.key).cloned().unwrap_or_default(),
            name: first_words(visit.element),
            into: went_into(tree, &visit.element.key)
                .and_then(|into| now.get(into).cloned())
                .unwrap_or_default(),
            can_return: visit.parent.is_none_or(|parent| there.contains(parent)),
        })
        .collect()
}
