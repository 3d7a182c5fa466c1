//! From a draft to an edition: what has to be settled first, and what the edition remembers.

use std::collections::{BTreeMap, BTreeSet};

use super::{DraftTree, Origin, OriginKind};
use crate::strategy::model::{Element, ElementKind, Key};

/// Something to look at before an edition is made of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// There is no field of action.
    NoField,
    /// Two siblings have the same number.
    SameNumber {
        /// The second of them.
        key: Key,
        /// The number.
        number: String,
    },
    /// Its siblings have numbers, it has none.
    Unnumbered(Key),
}

impl Finding {
    /// Whether no edition can be made before it is settled.
    pub fn blocks(&self) -> bool {
        !matches!(self, Self::Unnumbered(_))
    }
}

impl DraftTree {
    /// What to look at before an edition is made.
    pub fn findings(&self) -> Vec<Finding> {
        fn level(siblings: &[Element], findings: &mut Vec<Finding>) {
            for kind in [ElementKind::Field, ElementKind::Goal] {
                let listed: Vec<_> = siblings.iter().filter(|one| one.kind == kind).collect();
                let mut seen = BTreeSet::new();
                for one in &listed {
                    match &one.number {
                        Some(number) if !seen.insert(number) => {
                            findings.push(Finding::SameNumber {
                                key: one.key.clone(),
                                number: number.clone(),
                            });
                        }
                        None if listed.iter().any(|one| one.number.is_some()) => {
                            findings.push(Finding::Unnumbered(one.key.clone()));
                        }
                        Some(_) | None => {}
                    }
                }
            }
            for one in siblings {
                level(&one.children, findings);
            }
        }
        let mut findings = Vec::new();
        if self.edition.fields.is_empty() {
            findings.push(Finding::NoField);
        }
        level(&self.edition.fields, &mut findings);
        findings
    }

    /// The origins that an edition keeps: of elements that are in it, traced back to elements that `known` names (those of
    /// the edition before) or that are in it as well.
    pub fn lasting_origins(&self, known: &BTreeSet<Key>) -> Vec<Origin> {
        let mut there: BTreeSet<Key> = known.clone();
        let own: BTreeSet<Key> = self
            .edition
            .walk()
            .into_iter()
            .map(|v| v.element.key.clone())
            .collect();
        there.extend(own.iter().cloned());
        let mut lasting: BTreeMap<(Key, Key), OriginKind> = BTreeMap::new();
        for origin in &self.origins {
            if !own.contains(&origin.of) {
                continue;
            }
            for from in self.traced(&origin.from, &there, &mut BTreeSet::new()) {
                if from != origin.of {
                    lasting
                        .entry((origin.of.clone(), from))
                        .or_insert(origin.kind);
                }
            }
        }
        let origins = lasting.into_iter();
        origins
            .map(|((of, from), kind)| Origin { of, from, kind })
            .collect()
    }

    /// The known elements that one came from; itself, if it is known.
    fn traced(&self, key: &Key, there: &BTreeSet<Key>, seen: &mut BTreeSet<Key>) -> BTreeSet<Key> {
        if there.contains(key) {
            return BTreeSet::from([key.clone()]);
        }
        if !seen.insert(key.clone()) {
            return BTreeSet::new();
        }
        let earlier = self.origins.iter().filter(|origin| origin.of == *key);
        earlier
            .flat_map(|origin| self.traced(&origin.from, there, seen))
            .collect()
    }

    /// Gives elements that are new in this draft another key where somebody else took theirs in the meantime.
    pub fn make_room(&mut self, known: &BTreeSet<Key>, taken: &BTreeSet<Key>) {
        fn rename(siblings: &mut [Element], names: &BTreeMap<Key, Key>) {
            for one in siblings {
                if let Some(name) = names.get(&one.key) {
                    one.key = name.clone();
                }
                rename(&mut one.children, names);
            }
        }
        let mut used = self.keys();
        used.extend(taken.iter().cloned());
        let mut names = BTreeMap::new();
        for visit in self.edition.walk() {
            let key = &visit.element.key;
            if taken.contains(key) && !known.contains(key) {
                let name = Key::free(key.as_str(), &used);
                used.insert(name.clone());
                names.insert(key.clone(), name);
            }
        }
        rename(&mut self.edition.fields, &names);
        for (old, new) in &names {
            if let Some(cause) = self.causes.remove(old) {
                self.causes.insert(new.clone(), cause);
            }
        }
        for origin in &mut self.origins {
            for key in [&mut origin.of, &mut origin.from] {
                if let Some(name) = names.get(key) {
                    *key = name.clone();
                }
            }
        }
    }
}
