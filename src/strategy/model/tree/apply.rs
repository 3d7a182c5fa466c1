//! Doing an act.

use std::collections::BTreeSet;

use super::{Act, DraftTree, Origin, OriginKind, Said, Spot, Step, TreeFault};
use crate::strategy::model::{
    Element, ElementKind, Key, KeyBase, MAX_ELEMENTS, MAX_FIELDS, MAX_TITLE_CHARS, excerpt,
};

impl DraftTree {
    pub(super) fn act(
        &mut self,
        act: &Act,
        taken: &BTreeSet<Key>,
    ) -> Result<Option<Key>, TreeFault> {
        match act {
            Act::Add { kind, at, said } => self.add(*kind, at, said, taken).map(Some),
            Act::Reword { key, said } => self.reword(key, said).map(Some),
            Act::Move { key, step } => self.step(key, *step).map(Some),
            Act::Place { key, at } => self.place(key, at).map(Some),
            Act::Indent(key) => self.indent(key, taken).map(Some),
            Act::Outdent(key) => self.outdent(key, taken).map(Some),
            Act::Retire(key) => self.retire(key),
            Act::Restore { element, at } => self.restore(element, at).map(Some),
            Act::Split {
                key,
                first,
                second,
                along,
            } => self.split(key, first, second, along, taken).map(Some),
            Act::Merge { key, other, said } => self.merge(key, other, said).map(Some),
            Act::Renumber(parent) => self.renumber(parent.as_ref()),
        }
    }

    pub(super) fn is_within_limits(&self) -> Result<(), TreeFault> {
        if self.edition.fields.len() > MAX_FIELDS {
            return Err(TreeFault::TooManyFields);
        }
        if self.edition.walk().len() > MAX_ELEMENTS {
            return Err(TreeFault::TooManyElements);
        }
        Ok(())
    }

    fn add(
        &mut self,
        kind: ElementKind,
        at: &Spot,
        said: &Said,
        taken: &BTreeSet<Key>,
    ) -> Result<Key, TreeFault> {
        let (number, said) = said.fit(kind)?;
        let key = self.new_key(kind, at, number.as_deref(), &said.title, taken)?;
        let element = Element {
            kind,
            key: key.clone(),
            number,
            title: said.title,
            text: said.text,
            children: Vec::new(),
        };
        self.insert(element, at)?;
        Ok(key)
    }

    fn reword(&mut self, key: &Key, said: &Said) -> Result<Key, TreeFault> {
        let element = self.edition.element_mut(key)?;
        let (number, said) = said.fit(element.kind)?;
        element.number = number;
        element.title = said.title;
        element.text = said.text;
        Ok(key.clone())
    }

    /// Puts an element where its kind may stand.
    pub(super) fn insert(&mut self, element: Element, at: &Spot) -> Result<(), TreeFault> {
        let above = self.edition.kind_at(at.parent.as_ref())?;
        if above != element.kind.above() {
            return Err(TreeFault::NotHere);
        }
        let siblings = self.edition.children_of(at.parent.as_ref())?;
        let principle = siblings
            .iter()
            .any(|one| one.kind == ElementKind::Principle);
        let place = if element.kind == ElementKind::Principle {
            if principle {
                return Err(TreeFault::SecondPrinciple);
            }
            0
        } else if let Some(after) = &at.after {
            let before = siblings.iter().position(|one| one.key == *after);
            before.ok_or(TreeFault::Gone)? + 1
        } else {
            usize::from(principle)
        };
        siblings.insert(place, element);
        Ok(())
    }

    /// A key for an element that stands at `at`, which nothing else has or ever had.
    pub(super) fn new_key(
        &self,
        kind: ElementKind,
        at: &Spot,
        number: Option<&str>,
        title: &str,
        taken: &BTreeSet<Key>,
    ) -> Result<Key, TreeFault> {
        let fields = &self.edition.fields;
        let field = at
            .parent
            .as_ref()
            .and_then(|parent| fields.iter().position(|field| field.key == *parent));
        let siblings = match &at.parent {
            None => fields,
            Some(parent) => &self.find(parent).ok_or(TreeFault::Gone)?.children,
        };
        let base = KeyBase {
            kind,
            title,
            number,
            position: siblings.iter().filter(|one| one.kind == kind).count(),
            field: field.map(|place| (fields[place].number.as_deref(), place)),
            goal: at.parent.as_ref(),
            one_field: fields.len() == 1,
        };
        let mut used = self.keys();
        used.extend(taken.iter().cloned());
        Ok(Key::free(&base.text(), &used))
    }

    fn step(&mut self, key: &Key, step: Step) -> Result<Key, TreeFault> {
        let found = self.edition.way_to(key)?;
        let siblings = self.edition.below(&found.parent)?;
        let kind = siblings[found.at].kind;
        if kind == ElementKind::Principle {
            return Err(TreeFault::AtTheEdge);
        }
        let next = match step {
            Step::Up => found.at.checked_sub(1),
            Step::Down => Some(found.at + 1),
        };
        let neighbour = next.filter(|next| siblings.get(*next).is_some_and(|one| one.kind == kind));
        if let Some(next) = neighbour {
            siblings.swap(found.at, next);
            return Ok(key.clone());
        }
        let parent = self.edition.parent_of(key)?;
        let parents = self.parents_for(kind);
        let at = parents.iter().position(|one| Some(one) == parent.as_ref());
        let at = at.ok_or(TreeFault::AtTheEdge)?;
        let target = match step {
            Step::Up => at.checked_sub(1).and_then(|at| parents.get(at)),
            Step::Down => parents.get(at + 1),
        };
        let target = target.ok_or(TreeFault::AtTheEdge)?;
        let last = match step {
            Step::Up => self.find(target).and_then(|one| one.children.last()),
            Step::Down => None,
        };
        let after = last
            .filter(|one| one.kind == kind)
            .map(|one| one.key.clone());
        let spot = Spot {
            parent: Some(target.clone()),
            after,
        };
        self.place(key, &spot)
    }

    /// The elements below which one of that kind may stand, in reading order.
    fn parents_for(&self, kind: ElementKind) -> Vec<Key> {
        let visits = self.edition.walk();
        let parents = visits
            .iter()
            .filter(|visit| Some(visit.element.kind) == kind.above());
        parents.map(|visit| visit.element.key.clone()).collect()
    }

    fn place(&mut self, key: &Key, at: &Spot) -> Result<Key, TreeFault> {
        if at.after.as_ref() == Some(key) {
            return Err(TreeFault::NotHere);
        }
        let element = self.edition.take(key)?;
        self.insert(element, at)?;
        Ok(key.clone())
    }

    fn retire(&mut self, key: &Key) -> Result<Option<Key>, TreeFault> {
        let parent = self.edition.parent_of(key)?;
        let found = self.edition.way_to(key)?;
        let siblings = self.edition.below(&found.parent)?;
        siblings.remove(found.at);
        let near = siblings
            .get(found.at)
            .or_else(|| siblings.get(found.at.checked_sub(1)?));
        Ok(near.map(|one| one.key.clone()).or(parent))
    }

    fn restore(&mut self, element: &Element, at: &Spot) -> Result<Key, TreeFault> {
        let there: BTreeSet<Key> = self
            .edition
            .walk()
            .into_iter()
            .map(|v| v.element.key.clone())
            .collect();
        if there.contains(&element.key) {
            return Err(TreeFault::AlreadyThere);
        }
        let key = element.key.clone();
        self.insert(without(element, &there), at)?;
        Ok(key)
    }

    /// A goal becomes an action goal of the goal before it.
    fn indent(&mut self, key: &Key, taken: &BTreeSet<Key>) -> Result<Key, TreeFault> {
        let goal = self.find(key).ok_or(TreeFault::Gone)?;
        if goal.kind != ElementKind::Goal {
            return Err(TreeFault::NotHere);
        }
        if !goal.children.is_empty() {
            return Err(TreeFault::HasActionGoals);
        }
        let said = Said {
            text: [goal.title.as_str(), goal.text.as_str()].join("\n\n"),
            ..Said::default()
        };
        let found = self.edition.way_to(key)?;
        let siblings = self.edition.below(&found.parent)?;
        let before = found.at.checked_sub(1).and_then(|at| siblings.get(at));
        let before = before
            .filter(|one| one.kind == ElementKind::Goal)
            .ok_or(TreeFault::AtTheEdge)?;
        let at = Spot {
            parent: Some(before.key.clone()),
            after: before.children.last().map(|one| one.key.clone()),
        };
        self.recast(key, ElementKind::ActionGoal, &at, &said, taken)
    }

    /// An action goal becomes a goal, behind the one it belonged to. Its text gives the title.
    fn outdent(&mut self, key: &Key, taken: &BTreeSet<Key>) -> Result<Key, TreeFault> {
        let step = self.find(key).ok_or(TreeFault::Gone)?;
        if step.kind != ElementKind::ActionGoal {
            return Err(TreeFault::NotHere);
        }
        let said = match step.text.split_once("\n\n") {
            Some((title, text)) if title.chars().count() <= MAX_TITLE_CHARS => Said {
                title: title.to_owned(),
                text: text.to_owned(),
                ..Said::default()
            },
            _ => Said {
                title: excerpt(&step.text, 80).trim_end_matches('.').to_owned(),
                text: step.text.clone(),
                ..Said::default()
            },
        };
        let goal = self.edition.parent_of(key)?.ok_or(TreeFault::Gone)?;
        let at = Spot {
            parent: self.edition.parent_of(&goal)?,
            after: Some(goal),
        };
        self.recast(key, ElementKind::Goal, &at, &said, taken)
    }

    /// Makes an element one of another kind. Whoever answered the old one did not answer the new one, so it gets a key of
    /// its own; if it had been of the new kind before, it gets that key back.
    fn recast(
        &mut self,
        key: &Key,
        kind: ElementKind,
        at: &Spot,
        said: &Said,
        taken: &BTreeSet<Key>,
    ) -> Result<Key, TreeFault> {
        let earlier = self.origins.iter().position(|one| {
            one.of == *key && one.kind == OriginKind::Recast && self.find(&one.from).is_none()
        });
        let (number, said) = said.fit(kind)?;
        self.edition.take(key)?;
        let new = match earlier {
            Some(place) => self.origins.remove(place).from,
            None => self.new_key(kind, at, number.as_deref(), &said.title, taken)?,
        };
        let element = Element {
            kind,
            key: new.clone(),
            number,
            title: said.title,
            text: said.text,
            children: Vec::new(),
        };
        self.insert(element, at)?;
        if earlier.is_none() {
            self.origins.push(Origin {
                of: new.clone(),
                from: key.clone(),
                kind: OriginKind::Recast,
            });
        }
        Ok(new)
    }
}

/// An element without those below it that are in the tree already.
fn without(element: &Element, there: &BTreeSet<Key>) -> Element {
    let children = element.children.iter();
    Element {
        children: children
            .filter(|one| !there.contains(&one.key))
            .map(|one| without(one, there))
            .collect(),
        ..element.clone()
    }
}
