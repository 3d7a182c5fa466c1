//! Gives each element of a new edition the key it has always had, and says what became different.
//!
//! Residents answer to an element, so an element that is only reworded, renumbered or moved must
//! keep its key, and a key must never pass to something else. Editors may write keys into the file
//! (`{#sz-4}`); where they do not, elements are recognised by title, number or text, and whatever
//! was recognised is reported before anything is stored.

mod change;
mod likeness;
mod naming;
mod pairing;
#[cfg(test)]
mod properties;
mod report;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Place, What, Words};

use super::markdown::{Fault, ParsedEdition, ParsedElement};
use super::model::{Edition, Element, Key};

/// A new edition with lasting keys, and how it differs from the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The edition as it can be stored.
    pub edition: Edition,
    /// The differences in reading order, the retired elements last.
    pub changes: Vec<Change>,
}

impl Settled {
    /// Whether each element is, to the letter and in its place, as in the edition before.
    ///
    /// Title of the strategy and name of the edition do not count: they are no elements.
    #[must_use]
    pub fn unchanged(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Settles the keys of a parsed edition.
///
/// `before` is the latest edition of the strategy, `taken` every key that any of its editions ever
/// used. An element is recognised, in this order:
/// 1. by the key written behind it, also when it now stands elsewhere;
/// 2. under the same parent: a field or goal by equal title, an action goal by equal text, a
///    guiding principle because there is but one;
/// 3. anywhere else, if exactly one unrecognised goal (action goal) has the equal title (text) there
///    and here: it was moved;
/// 4. under the same parent: a field or goal by its number, an action goal by the most similar text
///    with at least half of the words in common.
///
/// Titles and texts count as equal when their words are, whatever the case and punctuation. Any
/// other element is new. A retired key comes back only where an editor writes it.
///
/// # Errors
/// A [`Fault`] for each written key that stands twice, or that belongs to an element of another
/// kind in `before`.
pub fn settle(
    parsed: ParsedEdition,
    before: Option<&Edition>,
    taken: &BTreeSet<Key>,
) -> Result<Settled, Vec<Fault>> {
    let old = before.map(Edition::walk).unwrap_or_default();
    let new = pairing::flatten(&parsed.fields);
    let pairs = pairing::pair(&new, &old)?;
    let keys = naming::name(&new, &old, &pairs, taken);
    let mut next = keys.into_iter();
    let fields = keyed(&parsed.fields, &mut next);
    let ParsedEdition {
        strategy_title,
        name,
        ..
    } = parsed;
    let edition = Edition {
        strategy_title,
        name,
        fields,
    };
    let changes = change::between(&edition.walk(), &old, &pairs);
    Ok(Settled { edition, changes })
}

/// What is different between two editions whose keys are settled, in reading order, the retired elements last.
#[must_use]
pub fn compare(before: &Edition, after: &Edition) -> Vec<Change> {
    let (old, new) = (before.walk(), after.walk());
    let places: BTreeMap<&Key, usize> = old
        .iter()
        .enumerate()
        .map(|(place, visit)| (&visit.element.key, place))
        .collect();
    let pairs = new
        .iter()
        .map(|visit| places.get(&visit.element.key).copied())
        .collect();
    change::between(&new, &old, &pairs)
}

/// Whether two texts have at least half of their words in common.
pub(in crate::strategy) fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (pairing::words(one), pairing::words(other));
    let (one, other) = (likeness::Bag::new(&one), likeness::Bag::new(&other));
    one.likeness(&other).is_some()
}

/// Hands out the keys in reading order.
fn keyed(siblings: &[ParsedElement], keys: &mut impl Iterator<Item = Key>) -> Vec<Element> {
    let mut elements = Vec::with_capacity(siblings.len());
    for sibling in siblings {
        // `name` gives one key for each element, so the keys never end early.
        let Some(key) = keys.next() else { break };
        let children = keyed(&sibling.children, &mut *keys);
        elements.push(sibling.keyed(key, children));
    }
    elements
}
