//! What an editor can do to an edition in work.

use std::collections::BTreeSet;

use super::Said;
use crate::strategy::model::{Element, ElementKind, Key};

/// A place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The element above; none for a field of action.
    pub parent: Option<Key>,
    /// The sibling before; none for the first place (of goals: after the guiding principle).
    pub after: Option<Key>,
}

/// One step in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towards the beginning of the document.
    Up,
    /// Towards its end.
    Down,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Adds an element.
    Add {
        /// What it is.
        kind: ElementKind,
        /// Where.
        at: Spot,
        /// What it says.
        said: Said,
    },
    /// Gives an element other words.
    Reword {
        /// Which.
        key: Key,
        /// What it says from now on.
        said: Said,
    },
    /// Moves an element by one place, at the edge of its parent into the neighbouring one.
    Move {
        /// Which.
        key: Key,
        /// Which way.
        step: Step,
    },
    /// Moves an element anywhere its kind may stand.
    Place {
        /// Which.
        key: Key,
        /// Where to.
        at: Spot,
    },
    /// Makes a goal an action goal of the goal before it.
    Indent(Key),
    /// Makes an action goal a goal, behind the goal it belonged to.
    Outdent(Key),
    /// Takes an element out, with everything below it.
    Retire(Key),
    /// Brings back an element that was taken out, with what was below it.
    Restore {
        /// The element as it was.
        element: Element,
        /// Where.
        at: Spot,
    },
    /// Makes two of one. The first keeps the key.
    Split {
        /// Which.
        key: Key,
        /// What the first says.
        first: Said,
        /// What the second says.
        second: Said,
        /// Which of the elements below go with the second.
        along: BTreeSet<Key>,
    },
    /// Makes one of two of the same kind.
    Merge {
        /// The one that stays.
        key: Key,
        /// The one that is merged into it.
        other: Key,
        /// What the one that stays says from now on.
        said: Said,
    },
    /// Numbers the fields (no parent), or the goals of a field, in their order.
    Renumber(Option<Key>),
}

impl Act {
    /// As a version of the draft names it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Add { .. } => "added",
            Self::Reword { .. } => "reworded",
            Self::Move { .. } | Self::Place { .. } => "moved",
            Self::Indent(_) => "indented",
            Self::Outdent(_) => "outdented",
            Self::Retire(_) => "retired",
            Self::Restore { .. } => "restored",
            Self::Split { .. } => "split",
            Self::Merge { .. } => "merged",
            Self::Renumber(_) => "renumbered",
        }
    }

    /// The element it is done to; none for an element that is only made by it, and for the numbers of all fields.
    pub fn key(&self) -> Option<&Key> {
        match self {
            Self::Add { .. } => None,
            Self::Reword { key, .. }
            | Self::Move { key, .. }
            | Self::Place { key, .. }
            | Self::Indent(key)
            | Self::Outdent(key)
            | Self::Retire(key)
            | Self::Split { key, .. }
            | Self::Merge { key, .. } => Some(key),
            Self::Restore { element, .. } => Some(&element.key),
            Self::Renumber(parent) => parent.as_ref(),
        }
    }
}
