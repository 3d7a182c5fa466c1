//! A document laid out part by part, with what would come of it.

use std::collections::BTreeSet;

use super::{Outcome, Part, Plan, Role, guess, parts};
use crate::strategy::model::{Edition, Key};

/// A document laid out part by part.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its parts.
    pub parts: Vec<Part>,
    /// What each of them may be.
    pub guesses: Vec<Role>,
    /// What would come of it with the choices made so far.
    pub outcome: Outcome,
}

impl Sheet {
    /// Lays a document out. `before`: the newest edition; `taken`: all keys the strategy ever used.
    pub fn of(
        markdown: &str,
        strategy_title: &str,
        plan: &Plan,
        before: Option<&Edition>,
        taken: &BTreeSet<Key>,
    ) -> Self {
        let parts = parts(markdown);
        let guesses = guess(&parts);
        let outcome = plan.outcome(strategy_title, &parts, &guesses, before, taken);
        Self {
            parts,
            guesses,
            outcome,
        }
    }
}
