//! What can be put back: kept for whoever did it until she has put it back or the server starts anew.

use std::collections::VecDeque;
use std::sync::Mutex;

/// How many are kept at once.
const MOST: usize = 64;

/// What was done, by whom and to what.
pub struct Undo<T>(Mutex<VecDeque<(String, String, T)>>);

impl<T> Undo<T> {
    /// Nothing.
    pub const fn new() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }

    /// Keeps something for whoever did it.
    pub fn keep(&self, author: String, id: String, what: T) {
        if let Ok(mut kept) = self.0.lock() {
            if kept.len() >= MOST {
                kept.pop_front();
            }
            kept.push_back((author, id, what));
        }
    }

    /// Whether somebody can put it back.
    pub fn has(&self, author: &str, id: &str) -> bool {
        let is = |(by, of, _): &(String, String, T)| by == author && of == id;
        self.0.lock().is_ok_and(|kept| kept.iter().any(is))
    }

    /// What somebody did last to it; it can be put back once.
    pub fn take(&self, author: &str, id: &str) -> Option<T> {
        let mut kept = self.0.lock().ok()?;
        let at = kept
            .iter()
            .rposition(|(by, of, _)| by == author && of == id)?;
        kept.remove(at).map(|(_, _, what)| what)
    }
}
