//! Makes readable keys for elements that have none yet.

use std::collections::BTreeSet;

use super::pairing::{Node, Pairs};
use crate::strategy::model::{ElementKind, Key, KeyBase, Visit};

/// One key for each new element, in reading order; no two are equal.
///
/// A new element never gets a key that is or ever was in use.
pub(super) fn name(
    new: &[Node<'_>],
    old: &[Visit<'_>],
    pairs: &Pairs,
    taken: &BTreeSet<Key>,
) -> Vec<Key> {
    let mut used = taken.clone();
    used.extend(old.iter().map(|visit| visit.element.key.clone()));
    used.extend(new.iter().filter_map(|node| node.element.key.clone()));
    let one_field = new
        .iter()
        .filter(|node| node.element.kind == ElementKind::Field)
        .count()
        == 1;

    let mut keys: Vec<Key> = Vec::with_capacity(new.len());
    for (index, node) in new.iter().enumerate() {
        let lasting = pairs[index].map(|old_index| old[old_index].element.key.clone());
        let key = lasting
            .or_else(|| node.element.key.clone())
            .unwrap_or_else(|| {
                let base = base(node, new, &keys, one_field);
                Key::free(&base, &used)
            });
        used.insert(key.clone());
        keys.push(key);
    }
    keys
}

/// The key an element would have if nobody else had it. A parent stands before its children, so
/// its key is already among `keys`.
fn base(node: &Node<'_>, new: &[Node<'_>], keys: &[Key], one_field: bool) -> String {
    let parent = |index: usize| new.get(index);
    KeyBase {
        kind: node.element.kind,
        title: &node.element.title,
        number: node.element.number.as_deref(),
        position: node.position,
        field: node
            .parent
            .and_then(parent)
            .map(|field| (field.element.number.as_deref(), field.position)),
        goal: node.parent.and_then(|parent| keys.get(parent)),
        one_field,
    }
    .text()
}
