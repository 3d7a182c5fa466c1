//! Two of one, one of two, and numbers in their order.

use std::collections::BTreeSet;

use super::{DraftTree, Origin, OriginKind, Said, Spot, TreeFault};
use crate::strategy::model::{Element, ElementKind, Key};

impl DraftTree {
    pub(super) fn split(
        &mut self,
        key: &Key,
        first: &Said,
        second: &Said,
        along: &BTreeSet<Key>,
        taken: &BTreeSet<Key>,
    ) -> Result<Key, TreeFault> {
        let kind = self.find(key).ok_or(TreeFault::Gone)?.kind;
        if kind == ElementKind::Principle {
            return Err(TreeFault::Indivisible);
        }
        let (number, first) = first.fit(kind)?;
        let (second_number, second) = second.fit(kind)?;
        let at = Spot {
            parent: self.edition.parent_of(key)?,
            after: Some(key.clone()),
        };
        let new = self.new_key(kind, &at, second_number.as_deref(), &second.title, taken)?;
        let element = self.edition.element_mut(key)?;
        element.number = number;
        element.title = first.title;
        element.text = first.text;
        let (go, stay) = std::mem::take(&mut element.children)
            .into_iter()
            .partition(|one| along.contains(&one.key) && one.kind != ElementKind::Principle);
        element.children = stay;
        let twin = Element {
            kind,
            key: new.clone(),
            number: second_number,
            title: second.title,
            text: second.text,
            children: go,
        };
        self.insert(twin, &at)?;
        self.remember(&new, key, OriginKind::Split);
        Ok(new)
    }

    pub(super) fn merge(&mut self, key: &Key, other: &Key, said: &Said) -> Result<Key, TreeFault> {
        let kind = self.find(key).ok_or(TreeFault::Gone)?.kind;
        let partner = self.find(other).ok_or(TreeFault::Gone)?;
        if key == other || partner.kind != kind {
            return Err(TreeFault::Unlike);
        }
        let (number, said) = said.fit(kind)?;
        let gone = self.edition.take(other)?;
        let element = self.edition.element_mut(key)?;
        element.number = number;
        element.title = said.title;
        element.text = said.text;
        let principle = element
            .children
            .iter()
            .find(|one| one.kind == ElementKind::Principle);
        let (principles, rest): (Vec<_>, Vec<_>) = gone
            .children
            .into_iter()
            .partition(|one| one.kind == ElementKind::Principle);
        let first = principle.map(|one| one.key.clone());
        let mut joined = None;
        // There is at most one.
        if let Some(second) = principles.into_iter().next() {
            match first {
                None => element.children.insert(0, second),
                Some(first) => joined = Some((first, second.key, second.text)),
            }
        }
        self.edition.element_mut(key)?.children.extend(rest);
        if let Some((first, second, text)) = joined {
            let principle = self.edition.element_mut(&first)?;
            let both = Said {
                text: [principle.text.as_str(), text.as_str()].join("\n\n"),
                ..Said::default()
            };
            principle.text = both.fit(ElementKind::Principle)?.1.text;
            self.remember(&first, &second, OriginKind::Merged);
        }
        self.remember(key, other, OriginKind::Merged);
        Ok(key.clone())
    }

    fn remember(&mut self, of: &Key, from: &Key, kind: OriginKind) {
        let origin = Origin {
            of: of.clone(),
            from: from.clone(),
            kind,
        };
        if !self.origins.contains(&origin) {
            self.origins.push(origin);
        }
    }

    /// Numbers in their order; what stands before the digits of the first number ("2." of "2.1") is kept.
    pub(super) fn renumber(&mut self, parent: Option<&Key>) -> Result<Option<Key>, TreeFault> {
        let numbered = match self.edition.kind_at(parent)? {
            None => ElementKind::Field,
            Some(ElementKind::Field) => ElementKind::Goal,
            Some(_) => return Err(TreeFault::NotHere),
        };
        let siblings = self.edition.children_of(parent)?;
        let mut listed: Vec<_> = siblings
            .iter_mut()
            .filter(|one| one.kind == numbered)
            .collect();
        let first = listed.iter().find_map(|one| one.number.clone());
        let lead = first.map_or(String::new(), |first| {
            let stem = first.trim_end_matches(|c: char| c.is_ascii_digit());
            let stem = if stem.len() == first.len() { "" } else { stem };
            stem.to_owned()
        });
        for (number, one) in (1..).zip(&mut listed) {
            one.number = Some(format!("{lead}{number}"));
        }
        Ok(parent.cloned())
    }
}
