//! The lists of the queue: which there are, to what they are narrowed, what stands in them.

use super::context::About;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::survey::{FreeText, Mark, TextState};

/// One list of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The texts in a state.
    State(TextState),
    /// Texts whose authors object and wait for an answer.
    Objections,
    /// Comments that somebody has reported.
    Reports,
}

/// What the queue is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// Answers to these questions only, and comments on `comments_of`.
    pub questions: Option<Vec<i32>>,
    /// Beside the questions: comments on the edition of this consultation.
    pub comments_of: Option<Id<Consultation>>,
    /// Texts with all of these words, whatever their case and form.
    pub words: Vec<String>,
}

/// How many texts each list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has decided yet.
    pub waiting: i64,
    /// Public, word for word.
    pub released: i64,
    /// Not public.
    pub hidden: i64,
    /// Public, with passages blacked out.
    pub redacted: i64,
    /// Their authors object and wait for an answer.
    pub objections: i64,
    /// Somebody has reported them.
    pub reports: i64,
}

impl Counts {
    /// How many a list has.
    pub fn of(&self, tab: Tab) -> i64 {
        match tab {
            Tab::State(TextState::Waiting) => self.waiting,
            Tab::State(TextState::Released) => self.released,
            Tab::State(TextState::Hidden) => self.hidden,
            Tab::State(TextState::Redacted) => self.redacted,
            // Nobody decides about it any more.
            Tab::State(TextState::Erased) => 0,
            Tab::Objections => self.objections,
            Tab::Reports => self.reports,
        }
    }
}

/// One text of a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its identity.
    pub id: Id<FreeText>,
    /// Where it stands.
    pub state: TextState,
    /// What it is about.
    pub about: About,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// The text, with passages blacked out where they are for everyone.
    pub text: String,
    /// What its author objects, while she waits for an answer.
    pub objection: Option<String>,
}
