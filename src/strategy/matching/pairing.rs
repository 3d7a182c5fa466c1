//! Finds for the elements of a new edition those of the edition before that they continue.

use std::collections::{BTreeMap, VecDeque};

use super::likeness::Bag;
use crate::strategy::markdown::{Fault, ParsedElement, Problem};
use crate::strategy::model::{ElementKind, Key, Visit};

/// An element of the new edition; lists of them are in reading order.
pub(super) struct Node<'a> {
    pub(super) element: &'a ParsedElement,
    /// Index of the element above it.
    pub(super) parent: Option<usize>,
    /// Place among the siblings of its kind, from 0.
    pub(super) position: usize,
}

/// All elements in reading order.
pub(super) fn flatten(fields: &[ParsedElement]) -> Vec<Node<'_>> {
    fn descend<'a>(
        siblings: &'a [ParsedElement],
        parent: Option<usize>,
        nodes: &mut Vec<Node<'a>>,
    ) {
        let mut positions = BTreeMap::new();
        for element in siblings {
            let next = positions.entry(element.kind).or_insert(0);
            nodes.push(Node {
                element,
                parent,
                position: *next,
            });
            *next += 1;
            let index = nodes.len() - 1;
            descend(&element.children, Some(index), nodes);
        }
    }
    let mut nodes = Vec::new();
    descend(fields, None, &mut nodes);
    nodes
}

/// For each new element the index of the old one it continues.
pub(super) type Pairs = Vec<Option<usize>>;

/// Pairs new and old elements as described at [`super::settle`]; no old one has two successors.
pub(super) fn pair(new: &[Node<'_>], old: &[Visit<'_>]) -> Result<Pairs, Vec<Fault>> {
    let mut pairing = Pairing::new(new, old);
    pairing.by_key()?;

    let title = |words: &Named| Some(words.name.clone());
    let number = |words: &Named| words.number.clone();
    let both = |words: &Named| Some((words.name.clone(), words.number.clone()));
    pairing.under_parent(ElementKind::Field, both);
    pairing.under_parent(ElementKind::Field, title);
    pairing.under_parent(ElementKind::Field, number);
    pairing.under_parent(ElementKind::Principle, |_| Some(()));
    pairing.under_parent(ElementKind::Goal, both);
    pairing.under_parent(ElementKind::Goal, title);
    pairing.elsewhere(ElementKind::Goal);
    pairing.under_parent(ElementKind::Goal, number);
    pairing.under_parent(ElementKind::ActionGoal, title);
    pairing.elsewhere(ElementKind::ActionGoal);
    pairing.similar_action_goals();
    Ok(pairing.pairs)
}

/// What an element is recognised by.
struct Named {
    /// The words of the title, or of the text where the kind has no title.
    name: String,
    number: Option<String>,
}

impl Named {
    fn new(title: &str, text: &str, number: Option<&String>) -> Self {
        let text = if title.is_empty() { text } else { title };
        Self {
            name: words(text),
            number: number.cloned(),
        }
    }
}

/// The words of a text in lower case; the text itself if it has none ("§ 1", "???").
pub(super) fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let words = parts.collect::<Vec<_>>().join(" ");
    if words.is_empty() { lower } else { words }
}

/// What stands above an element in the edition before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Above {
    /// Nothing: it is a field of action.
    Nothing,
    /// The old element with this index.
    Element(usize),
}

struct Pairing<'a> {
    new: &'a [Node<'a>],
    old: &'a [Visit<'a>],
    new_names: Vec<Named>,
    old_names: Vec<Named>,
    /// What stands above each old element.
    old_parents: Vec<Above>,
    pairs: Pairs,
    /// Which old elements have their successor.
    continued: Vec<bool>,
}

impl<'a> Pairing<'a> {
    fn new(new: &'a [Node<'a>], old: &'a [Visit<'a>]) -> Self {
        let places: BTreeMap<&Key, usize> = indexed(old);
        let parent = |visit: &Visit<'_>| {
            let place = visit.parent.and_then(|key| places.get(key));
            place.map_or(Above::Nothing, |index| Above::Element(*index))
        };
        let named = |node: &Node<'_>| {
            let element = node.element;
            Named::new(&element.title, &element.text, element.number.as_ref())
        };
        let old_named = |visit: &Visit<'_>| {
            let element = visit.element;
            Named::new(&element.title, &element.text, element.number.as_ref())
        };
        Self {
            new,
            old,
            new_names: new.iter().map(named).collect(),
            old_names: old.iter().map(old_named).collect(),
            old_parents: old.iter().map(parent).collect(),
            pairs: vec![None; new.len()],
            continued: vec![false; old.len()],
        }
    }

    fn join(&mut self, new: usize, old: usize) {
        self.pairs[new] = Some(old);
        self.continued[old] = true;
    }

    /// Joins by written keys and finds those that cannot be meant.
    fn by_key(&mut self) -> Result<(), Vec<Fault>> {
        let places = indexed(self.old);
        let mut seen: BTreeMap<&Key, usize> = BTreeMap::new();
        let mut faults = Vec::new();
        for (index, node) in self.new.iter().enumerate() {
            let Some(key) = &node.element.key else {
                continue;
            };
            let line = node.element.line;
            if let Some(first) = seen.insert(key, line) {
                let problem = Problem::DuplicateKey {
                    key: key.clone(),
                    first,
                };
                faults.push(Fault { line, problem });
                continue;
            }
            let Some(&old) = places.get(key) else {
                continue;
            };
            let kind = self.old[old].element.kind;
            if kind == node.element.kind {
                self.join(index, old);
            } else {
                let problem = Problem::KeyOfOtherKind {
                    key: key.clone(),
                    kind,
                };
                faults.push(Fault { line, problem });
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    /// New elements of a kind that are neither recognised nor named by a key of their own.
    fn open_new(&self, kind: ElementKind) -> Vec<usize> {
        let open = |index: &usize| {
            let element = self.new[*index].element;
            let named = element.key.is_some() || element.fresh;
            element.kind == kind && !named && self.pairs[*index].is_none()
        };
        (0..self.new.len()).filter(open).collect()
    }

    /// Old elements of a kind that have no successor yet.
    fn open_old(&self, kind: ElementKind) -> Vec<usize> {
        let open = |index: &usize| self.old[*index].element.kind == kind && !self.continued[*index];
        (0..self.old.len()).filter(open).collect()
    }

    /// The old element that the parent of a new one continues; `None` if the parent is new as well.
    fn old_parent(&self, new: usize) -> Option<Above> {
        match self.new[new].parent {
            None => Some(Above::Nothing),
            Some(parent) => self.pairs[parent].map(Above::Element),
        }
    }

    /// Joins elements under the same parent that agree in `name`, in their order.
    fn under_parent<N: Ord>(&mut self, kind: ElementKind, name: impl Fn(&Named) -> Option<N>) {
        let mut candidates: BTreeMap<(Above, N), VecDeque<usize>> = BTreeMap::new();
        for old in self.open_old(kind) {
            if let Some(name) = name(&self.old_names[old]) {
                candidates
                    .entry((self.old_parents[old], name))
                    .or_default()
                    .push_back(old);
            }
        }
        for new in self.open_new(kind) {
            let named = self.old_parent(new).zip(name(&self.new_names[new]));
            let found = named.and_then(|place| candidates.get_mut(&place)?.pop_front());
            if let Some(old) = found {
                self.join(new, old);
            }
        }
    }

    /// Joins elements that agree in name wherever they stand, if there is no second one.
    fn elsewhere(&mut self, kind: ElementKind) {
        let (new, old) = (self.open_new(kind), self.open_old(kind));
        let only_new = only(&new, &self.new_names);
        let only_old = only(&old, &self.old_names);
        let moved = only_new
            .iter()
            .filter_map(|(name, new)| Some((*new, *only_old.get(name)?)));
        for (new, old) in moved.collect::<Vec<_>>() {
            self.join(new, old);
        }
    }

    /// Joins the action goals of one goal that have most words in common, the closest first.
    fn similar_action_goals(&mut self) {
        let bag = |old: usize| Bag::new(&self.old_names[old].name);
        let mut old_siblings: BTreeMap<Above, Vec<(usize, Bag<'_>)>> = BTreeMap::new();
        for old in self.open_old(ElementKind::ActionGoal) {
            let siblings = old_siblings.entry(self.old_parents[old]).or_default();
            siblings.push((old, bag(old)));
        }
        let mut likely = Vec::new();
        for new in self.open_new(ElementKind::ActionGoal) {
            let parent = self.old_parent(new);
            let siblings = parent.and_then(|parent| old_siblings.get(&parent));
            let words = Bag::new(&self.new_names[new].name);
            for (old, old_words) in siblings.into_iter().flatten() {
                likely.extend(
                    words
                        .likeness(old_words)
                        .map(|likeness| (likeness, new, *old)),
                );
            }
        }
        // Among equals the first in the document; the sort keeps their order.
        likely.sort_by(|(one, ..), (other, ..)| other.compare(*one));
        for (_, new, old) in likely {
            if self.pairs[new].is_none() && !self.continued[old] {
                self.join(new, old);
            }
        }
    }
}

fn indexed<'a>(old: &[Visit<'a>]) -> BTreeMap<&'a Key, usize> {
    old.iter()
        .enumerate()
        .map(|(index, visit)| (&visit.element.key, index))
        .collect()
}

/// The names that only one of the elements has.
fn only<'n>(indexes: &[usize], names: &'n [Named]) -> BTreeMap<&'n str, usize> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &index in indexes {
        found.entry(&names[index].name).or_default().push(index);
    }
    let single = |(name, indexes): (&'n str, Vec<usize>)| match indexes[..] {
        [index] => Some((name, index)),
        _ => None,
    };
    found.into_iter().filter_map(single).collect()
}
