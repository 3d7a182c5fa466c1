//! What became different between two editions, element by element.

use std::collections::{BTreeMap, BTreeSet};

use super::pairing::Pairs;
use crate::strategy::model::{Element, ElementKind, Key, Visit};

/// One difference. An element that was both moved and reworded has two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The element.
    pub key: Key,
    /// What it is.
    pub kind: ElementKind,
    /// Its number, title and text now, or at last if it was retired.
    pub number: Option<String>,
    /// Its words now, or at last if it was retired.
    pub words: Words,
    /// What became different.
    pub what: What,
}

/// What can become of an element from one edition to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It was not in the edition before.
    Added,
    /// It is in this edition no more.
    Retired,
    /// It has another parent, or another order among the siblings that stayed.
    Moved {
        /// Where it was.
        from: Place,
        /// Where it is.
        to: Place,
    },
    /// Its title or text is another, if only by a letter.
    Reworded {
        /// What it said.
        before: Words,
        /// What it says.
        after: Words,
    },
    /// Its number label is another.
    Renumbered {
        /// The label it had.
        from: Option<String>,
        /// The label it has.
        to: Option<String>,
    },
}

impl What {
    /// As the edition's record of changes names it.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Retired => "retired",
            Self::Moved { .. } => "moved",
            Self::Reworded { .. } => "reworded",
            Self::Renumbered { .. } => "renumbered",
        }
    }
}

/// Where an element stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The element above it; `None` for a field of action.
    pub parent: Option<Key>,
    /// Place among the siblings of its kind, from 0.
    pub position: usize,
}

/// What an element says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The title; empty for guiding principles and action goals.
    pub title: String,
    /// The text, paragraphs parted by an empty line.
    pub text: String,
}

impl Words {
    fn of(element: &Element) -> Self {
        Self {
            title: element.title.clone(),
            text: element.text.clone(),
        }
    }
}

/// All changes in reading order of the new edition, then the retired elements in that of the old.
pub(super) fn between(new: &[Visit<'_>], old: &[Visit<'_>], pairs: &Pairs) -> Vec<Change> {
    let moved = moved(new, old, pairs);
    let (new_places, old_places) = (places(new), places(old));
    let mut retired: BTreeSet<usize> = (0..old.len()).collect();
    let mut changes = Vec::new();
    for (index, visit) in new.iter().enumerate() {
        let after = visit.element;
        let Some(old_index) = pairs[index] else {
            changes.push(change(after, What::Added));
            continue;
        };
        retired.remove(&old_index);
        let before = old[old_index].element;
        if moved.contains(&index) {
            let from = place(&old[old_index], old_places[old_index]);
            let to = place(visit, new_places[index]);
            changes.push(change(after, What::Moved { from, to }));
        }
        if before.number != after.number {
            let (from, to) = (before.number.clone(), after.number.clone());
            changes.push(change(after, What::Renumbered { from, to }));
        }
        if (&before.title, &before.text) != (&after.title, &after.text) {
            let (before, after_words) = (Words::of(before), Words::of(after));
            changes.push(change(
                after,
                What::Reworded {
                    before,
                    after: after_words,
                },
            ));
        }
    }
    changes.extend(
        retired
            .into_iter()
            .map(|index| change(old[index].element, What::Retired)),
    );
    changes
}

fn change(element: &Element, what: What) -> Change {
    let Element {
        key, kind, number, ..
    } = element;
    let (key, kind, number) = (key.clone(), *kind, number.clone());
    Change {
        key,
        kind,
        number,
        words: Words::of(element),
        what,
    }
}

fn place(visit: &Visit<'_>, position: usize) -> Place {
    Place {
        parent: visit.parent.cloned(),
        position,
    }
}

/// The place of each element among the siblings of its kind.
fn places(visits: &[Visit<'_>]) -> Vec<usize> {
    let mut counts = BTreeMap::new();
    let mut places = Vec::with_capacity(visits.len());
    for visit in visits {
        let next = counts
            .entry((visit.parent, visit.element.kind))
            .or_insert(0);
        places.push(*next);
        *next += 1;
    }
    places
}

/// New elements that have another parent than before, or that must be moved to bring the siblings
/// that stayed into their new order; of these as few as possible.
fn moved(new: &[Visit<'_>], old: &[Visit<'_>], pairs: &Pairs) -> BTreeSet<usize> {
    let mut moved = BTreeSet::new();
    let mut stayed: BTreeMap<Option<&Key>, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, visit) in new.iter().enumerate() {
        let Some(old_visit) = pairs[index].map(|old_index| &old[old_index]) else {
            continue;
        };
        if old_visit.parent == visit.parent {
            stayed
                .entry(visit.parent)
                .or_default()
                .push((index, old_visit.position));
        } else {
            moved.insert(index);
        }
    }
    for siblings in stayed.into_values() {
        let positions: Vec<usize> = siblings.iter().map(|(_, position)| *position).collect();
        let in_order = longest_rise(&positions);
        let out_of_order = siblings
            .iter()
            .enumerate()
            .filter(|(at, _)| !in_order.contains(at));
        moved.extend(out_of_order.map(|(_, (index, _))| *index));
    }
    moved
}

/// Indexes of a longest rising subsequence, found by patience sorting in O(n log n).
fn longest_rise(values: &[usize]) -> BTreeSet<usize> {
    // `ends[n]` is the index of the smallest value that ends a rise of length n + 1.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    std::iter::successors(ends.last().copied(), |index| before[*index]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rise_leaves_as_few_out_as_possible() {
        assert_eq!(longest_rise(&[]), BTreeSet::new());
        assert_eq!(longest_rise(&[0, 1, 2]), BTreeSet::from([0, 1, 2]));
        assert_eq!(longest_rise(&[3, 0, 1, 2]), BTreeSet::from([1, 2, 3]));
        assert_eq!(longest_rise(&[1, 2, 3, 0]), BTreeSet::from([0, 1, 2]));
        assert_eq!(longest_rise(&[2, 1, 0]).len(), 1);
    }
}
