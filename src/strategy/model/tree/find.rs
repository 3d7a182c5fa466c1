//! Where an element stands in the tree.

use super::TreeFault;
use crate::strategy::model::{Edition, Element, ElementKind, Key};

/// The place of an element: the path to its parent, and its place there.
pub(super) struct Found {
    /// Indexes from the fields of action down to the parent; empty for a field.
    pub(super) parent: Vec<usize>,
    /// Place among all its siblings, from 0.
    pub(super) at: usize,
}

/// The element of that key, anywhere below.
pub(super) fn element<'a>(siblings: &'a [Element], key: &Key) -> Option<&'a Element> {
    siblings.iter().find_map(|one| {
        if one.key == *key {
            Some(one)
        } else {
            element(&one.children, key)
        }
    })
}

impl Edition {
    /// The way to an element.
    pub(super) fn way_to(&self, key: &Key) -> Result<Found, TreeFault> {
        fn descend(siblings: &[Element], key: &Key, path: &mut Vec<usize>) -> bool {
            for (at, one) in siblings.iter().enumerate() {
                path.push(at);
                if one.key == *key || descend(&one.children, key, path) {
                    return true;
                }
                path.pop();
            }
            false
        }
        let mut parent = Vec::new();
        descend(&self.fields, key, &mut parent);
        let at = parent.pop().ok_or(TreeFault::Gone)?;
        Ok(Found { parent, at })
    }

    /// What stands below the element at the end of a path.
    pub(super) fn below(&mut self, path: &[usize]) -> Result<&mut Vec<Element>, TreeFault> {
        let mut siblings = &mut self.fields;
        for at in path {
            siblings = &mut siblings.get_mut(*at).ok_or(TreeFault::Gone)?.children;
        }
        Ok(siblings)
    }

    /// What stands below the element of that key; the fields without one.
    pub(super) fn children_of(
        &mut self,
        parent: Option<&Key>,
    ) -> Result<&mut Vec<Element>, TreeFault> {
        let Some(key) = parent else {
            return Ok(&mut self.fields);
        };
        Ok(&mut self.element_mut(key)?.children)
    }

    /// The element of that key.
    pub(super) fn element_mut(&mut self, key: &Key) -> Result<&mut Element, TreeFault> {
        let found = self.way_to(key)?;
        self.below(&found.parent)?
            .get_mut(found.at)
            .ok_or(TreeFault::Gone)
    }

    /// Takes an element out, with all below it.
    pub(super) fn take(&mut self, key: &Key) -> Result<Element, TreeFault> {
        let found = self.way_to(key)?;
        Ok(self.below(&found.parent)?.remove(found.at))
    }

    /// The key of the element above.
    pub(super) fn parent_of(&self, key: &Key) -> Result<Option<Key>, TreeFault> {
        let visits = self.walk();
        let visit = visits.iter().find(|visit| visit.element.key == *key);
        Ok(visit.ok_or(TreeFault::Gone)?.parent.cloned())
    }

    /// The kind of the element of that key; none for the document itself.
    pub(super) fn kind_at(&self, key: Option<&Key>) -> Result<Option<ElementKind>, TreeFault> {
        key.map(|key| {
            let found = element(&self.fields, key);
            found.map(|one| one.kind).ok_or(TreeFault::Gone)
        })
        .transpose()
    }
}

impl ElementKind {
    /// The kind below which elements of this kind stand; none for fields, which stand at the top.
    pub fn above(self) -> Option<Self> {
        match self {
            Self::Field => None,
            Self::Principle | Self::Goal => Some(Self::Field),
            Self::ActionGoal => Some(Self::Goal),
        }
    }
}
