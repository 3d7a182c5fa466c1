//! Both editions as one row of elements: the one in work, and among its elements what the last one had in that place.

use std::collections::{BTreeSet, HashMap};

use crate::base::error::{AppError, AppResult};
use crate::strategy::cause::CauseNote;
use crate::strategy::diff::{Compared, Comparison, Side, compare_draft};
use crate::strategy::drafts::Draft;
use crate::strategy::matching;
use crate::strategy::{Key, LaidEdition, LaidElement};
use crate::theme::model::shortened;

/// Characters of an element without a title in lists.
const NAME_CHARS: usize = 60;

/// An edition in work beside the last one.
pub(super) struct Trees {
    comparison: Comparison,
    /// The keys of all elements whose change needs a cause.
    changed: BTreeSet<String>,
    /// Those among them that have none yet.
    uncaused: BTreeSet<String>,
    /// In the last edition: the keys of what stood below each element.
    below: HashMap<String, Vec<String>>,
}

/// One element in its place.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// The field in which it stands, from 0.
    pub(super) field: usize,
    /// What became of it.
    pub(super) one: &'a Compared,
    /// Whether this is only where it stood: now it stands elsewhere.
    pub(super) is_left: bool,
}

impl Trees {
    /// The draft beside the edition it was begun from.
    pub(super) fn of(draft: &Draft, base: Option<&LaidEdition>) -> AppResult<Self> {
        let tree = &draft.tree;
        let changed: BTreeSet<String> = match base {
            Some(base) => matching::compare(&base.plain()?, &tree.edition)
                .iter()
                .map(|change| change.key.to_string())
                .collect(),
            // Nothing was there that could be changed.
            None => BTreeSet::new(),
        };
        let has_cause = |key: &String| {
            let note = Key::parse(key).ok().and_then(|key| tree.causes.get(&key));
            note.and_then(CauseNote::cause).is_some()
        };
        let mut below = HashMap::new();
        for field in base.iter().flat_map(|base| &base.fields) {
            gather(field, &mut below);
        }
        Ok(Self {
            comparison: compare_draft(base, tree)?.1,
            uncaused: changed
                .iter()
                .filter(|key| !has_cause(key))
                .cloned()
                .collect(),
            changed,
            below,
        })
    }

    /// How many elements change without a cause so far.
    pub(super) fn uncaused(&self) -> usize {
        self.uncaused.len()
    }

    /// What became of the element of that key.
    ///
    /// # Errors
    /// Not found, when it is in none of both.
    pub(super) fn find(&self, key: &Key) -> AppResult<&Compared> {
        let found = self.comparison.fields.iter();
        let mut found = found.filter_map(|field| under(field, key.as_str()));
        found.next().ok_or(AppError::NotFound)
    }

    /// How many elements met which fate.
    pub(super) fn counts(&self) -> crate::strategy::diff::Counts {
        self.comparison.counts()
    }

    /// `same`, `caused` or `uncaused`.
    pub(super) fn state(&self, key: &str) -> &'static str {
        match (self.changed.contains(key), self.uncaused.contains(key)) {
            (false, _) => "same",
            (true, false) => "caused",
            (true, true) => "uncaused",
        }
    }

    /// All elements in reading order, each before what is below it.
    pub(super) fn rows(&self) -> Vec<Row<'_>> {
        let mut all = HashMap::new();
        self.comparison
            .fields
            .iter()
            .for_each(|one| index(one, &mut all));
        let mut rows = Vec::new();
        for (field, one) in self.comparison.fields.iter().enumerate() {
            self.visit((field, one), &all, &mut rows);
        }
        rows
    }

    fn visit<'a>(
        &self,
        (field, one): (usize, &'a Compared),
        all: &HashMap<&str, &'a Compared>,
        rows: &mut Vec<Row<'a>>,
    ) {
        let is_left = false;
        rows.push(Row {
            field,
            one,
            is_left,
        });
        let mut level: Vec<(&Compared, bool)> =
            one.children.iter().map(|child| (child, false)).collect();
        let mut at = 0;
        for key in self.below.get(&one.key).into_iter().flatten() {
            let place = level.iter().position(|(row, _)| row.key == *key);
            if let Some(place) = place {
                at = at.max(place + 1);
            } else if let Some(moved) = all.get(key.as_str()) {
                level.insert(at, (moved, true));
                at += 1;
            }
        }
        for (child, is_left) in level {
            if is_left {
                let one = child;
                rows.push(Row {
                    field,
                    one,
                    is_left,
                });
            } else {
                self.visit((field, child), all, rows);
            }
        }
    }
}

fn gather(element: &LaidElement, below: &mut HashMap<String, Vec<String>>) {
    let keys = element.children.iter().map(|child| child.key.clone());
    below.insert(element.key.clone(), keys.collect());
    for child in &element.children {
        gather(child, below);
    }
}

fn under<'a>(one: &'a Compared, key: &str) -> Option<&'a Compared> {
    if one.key == key {
        return Some(one);
    }
    one.children.iter().find_map(|child| under(child, key))
}

fn index<'a>(one: &'a Compared, all: &mut HashMap<&'a str, &'a Compared>) {
    all.insert(&one.key, one);
    one.children.iter().for_each(|child| index(child, all));
}

/// An element in a few words.
pub(super) fn called(side: &Side) -> String {
    if side.title.is_empty() {
        shortened(&side.text, NAME_CHARS)
    } else {
        side.title.clone()
    }
}

/// As it is now, or was at last.
pub(super) fn now(one: &Compared) -> Option<&Side> {
    one.after.as_ref().or(one.before.as_ref())
}
