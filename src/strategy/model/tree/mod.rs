//! An edition in work: a tree that editors change act by act.
//!
//! Every [`Act`] makes a new [`DraftTree`] out of the old one, or says with a [`TreeFault`] why it cannot. What comes
//! out is always a tree that could be printed: kinds stand where they may stand, titles and texts are there and within
//! their limits, no key is there twice, and a key never passes to another kind of element.

mod act;
mod apply;
mod fault;
mod find;
mod finish;
mod join;
mod offer;
mod said;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use act::{Act, Spot, Step};
pub use fault::TreeFault;
pub use finish::Finding;
pub use offer::Possible;
pub use said::{Said, pieces};

use super::cause::CauseNote;
use super::{Edition, Element, Key};

/// An edition in work, with the memory of what was split, merged or became another kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftTree {
    /// The tree as it is now.
    pub edition: Edition,
    /// Where elements came from, in the order in which it happened.
    pub origins: Vec<Origin>,
    /// Why elements change, as far as somebody has said so.
    #[serde(default)]
    pub causes: BTreeMap<Key, CauseNote>,
    /// The cause that most of its changes will have, as forms offer it: of a decided edition, the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_cause: Option<CauseNote>,
}

/// Where an element came from, when that is another element.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// The element.
    pub of: Key,
    /// The element it came from, which may be gone.
    pub from: Key,
    /// How.
    pub kind: OriginKind,
}

/// How one element came from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// It was split off.
    Split,
    /// The other was merged into it.
    Merged,
    /// The other changed its rank: a goal became an action goal, or the other way round.
    Recast,
}

impl OriginKind {
    /// The kind of that name in the record of origins.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Split, Self::Merged, Self::Recast]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }

    /// As the edition's record of origins names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Recast => "recast",
        }
    }
}

impl DraftTree {
    /// The draft of the edition that follows `edition`; nothing has happened in it.
    pub fn of(edition: Edition) -> Self {
        Self {
            edition,
            origins: Vec::new(),
            causes: BTreeMap::new(),
            usual_cause: None,
        }
    }

    /// Does an act. `taken` are keys that a new element must not get: every key the strategy ever used.
    ///
    /// Returns the new tree and the element to look at afterwards, if there is one.
    ///
    /// # Errors
    /// Why the act cannot be done; the tree is as it was.
    pub fn apply(
        &self,
        act: &Act,
        taken: &BTreeSet<Key>,
    ) -> Result<(Self, Option<Key>), TreeFault> {
        let mut next = self.clone();
        let focus = next.act(act, taken)?;
        next.is_within_limits()?;
        Ok((next, focus))
    }

    /// The element of that key.
    pub fn find(&self, key: &Key) -> Option<&Element> {
        find::element(&self.edition.fields, key)
    }

    /// Every key that stands in the tree or in its memory.
    pub fn keys(&self) -> BTreeSet<Key> {
        let there = self
            .edition
            .walk()
            .into_iter()
            .map(|v| v.element.key.clone());
        let remembered = self
            .origins
            .iter()
            .flat_map(|origin| [origin.of.clone(), origin.from.clone()]);
        there.chain(remembered).collect()
    }
}
