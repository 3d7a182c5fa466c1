//! Segments that were just removed, each kept for whoever removed it until she has put it back or the server starts anew.

use std::collections::VecDeque;
use std::sync::{LazyLock, Mutex};

use crate::theme::store::removed::Removed;

/// How many are kept at once.
const MOST: usize = 64;

static KEPT: LazyLock<Mutex<VecDeque<(String, Removed)>>> = LazyLock::new(Mutex::default);

/// Keeps a segment for whoever removed it.
pub fn keep(author: String, removed: Removed) {
    if let Ok(mut kept) = KEPT.lock() {
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back((author, removed));
    }
}

/// Whether somebody can put a segment back.
pub fn has(author: &str, id: &str) -> bool {
    let is = |(of, removed): &(String, Removed)| of == author && removed.id().as_str() == id;
    KEPT.lock().is_ok_and(|kept| kept.iter().any(is))
}

/// A segment that somebody removed; it can be put back once.
pub fn take(author: &str, id: &str) -> Option<Removed> {
    let mut kept = KEPT.lock().ok()?;
    let at = kept
        .iter()
        .position(|(of, removed)| of == author && removed.id().as_str() == id)?;
    kept.remove(at).map(|(_, removed)| removed)
}
