//! What an editor is offered: names, acts that are possible, places to go to, partners to merge with.

use std::collections::BTreeMap;

use super::{Act, DraftTree, Said, Spot};
use crate::strategy::model::{Edition, Element, ElementKind, Key, MAX_TITLE_CHARS, Visit};

/// Which acts an element allows where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one answer for each button of a row"
)]
pub struct Possible {
    /// One place up.
    pub up: bool,
    /// One place down.
    pub down: bool,
    /// To an action goal of the goal before.
    pub indent: bool,
    /// To a goal of its own.
    pub outdent: bool,
    /// Into two.
    pub split: bool,
    /// With another of its kind.
    pub merge: bool,
}

impl Edition {
    /// How people call each field and goal: "2" and "2.4", as the public pages do. A goal without a number among numbered
    /// ones has none; where there is but one field, its goals keep the plain number.
    pub fn labels(&self) -> BTreeMap<Key, String> {
        let mut labels = BTreeMap::new();
        let single = self.fields.len() == 1;
        for (n, field) in (1..).zip(&self.fields) {
            let label = field.number.clone().unwrap_or_else(|| format!("{n}"));
            let goals = || {
                let children = field.children.iter();
                children.filter(|one| one.kind == ElementKind::Goal)
            };
            let numbered = goals().any(|goal| goal.number.is_some());
            for (m, goal) in (1..).zip(goals()) {
                let own = match &goal.number {
                    Some(number) => number.clone(),
                    None if numbered => continue,
                    None => format!("{m}"),
                };
                let is_whole = single || own.contains('.');
                let own = if is_whole {
                    own
                } else {
                    format!("{label}.{own}")
                };
                labels.insert(goal.key.clone(), own);
            }
            labels.insert(field.key.clone(), label);
        }
        labels
    }
}

impl DraftTree {
    /// Which acts are possible with each element, in reading order.
    pub fn possible(&self) -> Vec<Possible> {
        let visits = self.edition.walk();
        let ends = |kind: ElementKind| {
            let mut of_kind = visits.iter().filter(move |one| one.element.kind == kind);
            let first = of_kind.next().map(|one| &one.element.key);
            let last = of_kind.next_back().map(|one| &one.element.key);
            (first, last.or(first))
        };
        let parents = |kind: ElementKind| {
            let above = kind.above();
            let mut parents = visits
                .iter()
                .filter(move |one| Some(one.element.kind) == above)
                .map(|one| &one.element.key);
            let first = parents.next();
            (first, parents.next_back().or(first))
        };
        let edges = ElementKind::ALL.map(|kind| (kind, ends(kind), parents(kind)));
        let mut before: Option<&Element> = None;
        let mut possible = Vec::with_capacity(visits.len());
        for visit in &visits {
            let element = visit.element;
            let kind = element.kind;
            let edge = edges.iter().find(|(one, ..)| *one == kind);
            let (ends, parents) = edge.map_or(((None, None), (None, None)), |(_, e, p)| (*e, *p));
            // At the edge of its kind it can still go on into a parent without any.
            let at = |end: Option<&Key>, parent: Option<&Key>| {
                end == Some(&element.key) && (parent.is_none() || visit.parent == parent)
            };
            let moves = kind != ElementKind::Principle;
            possible.push(Possible {
                up: moves && !at(ends.0, parents.0),
                down: moves && !at(ends.1, parents.1),
                indent: kind == ElementKind::Goal
                    && element.children.is_empty()
                    && before.is_some_and(|one| one.kind == ElementKind::Goal)
                    && visit.position > 0,
                outdent: kind == ElementKind::ActionGoal,
                split: moves,
                merge: ends.0 != ends.1,
            });
            if kind != ElementKind::ActionGoal {
                before = Some(element);
            }
        }
        possible
    }

    /// The places to which an element can be moved, in reading order; those where it would stand as it does are left out.
    pub fn spots(&self, key: &Key) -> Vec<Spot> {
        let Some(element) = self.find(key) else {
            return Vec::new();
        };
        let kind = element.kind;
        let visits = self.edition.walk();
        let mut spots = Vec::new();
        let mut level = |parent: Option<&Key>, children: &[Element]| {
            let alike = || {
                children
                    .iter()
                    .filter(|one| one.kind == kind)
                    .map(|one| &one.key)
            };
            if kind == ElementKind::Principle && alike().next().is_some() {
                return;
            }
            // After nobody, after the first, after the second …; not where it stands, which is after itself or its neighbour.
            let before = std::iter::once(None).chain(alike().map(Some));
            let behind = alike().map(Some).chain(std::iter::once(None));
            for (after, next) in before.zip(behind) {
                if after != Some(key) && next != Some(key) {
                    spots.push(Spot {
                        parent: parent.cloned(),
                        after: after.cloned(),
                    });
                }
            }
        };
        if kind == ElementKind::Field {
            level(None, &self.edition.fields);
        }
        for visit in visits {
            if Some(visit.element.kind) == kind.above() {
                level(Some(&visit.element.key), &visit.element.children);
            }
        }
        spots
    }

    /// The elements with which one can be merged: its siblings first, the next one before all, then the others.
    pub fn partners(&self, key: &Key) -> Vec<&Element> {
        let visits = self.edition.walk();
        let Some(at) = visits.iter().position(|one| one.element.key == *key) else {
            return Vec::new();
        };
        let own = &visits[at];
        let (before, after) = visits.split_at(at);
        let alike =
            |one: &&Visit<'_>| one.element.kind == own.element.kind && one.element.key != *key;
        let near = |one: &&Visit<'_>| one.parent == own.parent;
        let all = || after.iter().chain(before.iter().rev()).filter(alike);
        let (near, far): (Vec<_>, Vec<_>) = all().partition(near);
        near.into_iter()
            .chain(far)
            .map(|one: &Visit<'_>| one.element)
            .collect()
    }

    /// The words of two elements as one, for an editor to go over. None while they would be too long together.
    pub fn joined(&self, key: &Key, other: &Key) -> Option<Said> {
        let (one, two) = (self.find(key)?, self.find(other)?);
        let texts = [one.text.as_str(), two.text.as_str()];
        let title = |said: &str| said.trim_end_matches('.').to_owned();
        let both = format!("{}; {}", title(&one.title), two.title);
        let fits = one.kind.has_title() && both.chars().count() <= MAX_TITLE_CHARS;
        Some(Said {
            number: one.number.clone().unwrap_or_default(),
            title: if fits { both } else { one.title.clone() },
            text: texts
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("\n\n"),
        })
    }
}

impl Act {
    /// The act that brings an element of the edition before back to where it stood, as far as that place is still there.
    pub fn restoring(base: &Edition, tree: &DraftTree, key: &Key) -> Option<Self> {
        let visits = base.walk();
        let visit = visits.iter().find(|one| one.element.key == *key)?;
        let siblings = match visit.parent {
            None => &base.fields,
            Some(parent) => {
                &visits
                    .iter()
                    .find(|one| one.element.key == *parent)?
                    .element
                    .children
            }
        };
        let now = match visit.parent {
            None => &tree.edition.fields,
            Some(parent) => &tree.find(parent)?.children,
        };
        let earlier = siblings.iter().take(visit.position).rev();
        let after = earlier
            .filter(|one| one.kind == visit.element.kind)
            .find(|one| now.iter().any(|there| there.key == one.key));
        Some(Self::Restore {
            element: visit.element.clone(),
            at: Spot {
                parent: visit.parent.cloned(),
                after: after.map(|one| one.key.clone()),
            },
        })
    }
}
