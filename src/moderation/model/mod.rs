//! Decisions and blacked out passages. Pure.

mod redaction;
mod suggestion;

pub use redaction::{MARK, Word, redacted, words};
pub use suggestion::{Suggestion, SuggestionKind, suggestions};

use crate::survey::{HideReason, TextState};

/// Longest note to an author, in characters.
pub const MAX_NOTE: usize = 500;
/// Longest objection, in characters.
pub const MAX_OBJECTION: usize = 1_000;
/// Longest answer to an objection, in characters.
pub const MAX_ANSWER: usize = 1_000;

/// What comes of an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The decision stands.
    Kept,
    /// The text becomes public; blacked out passages come back for a new look first.
    Followed,
}

/// What is decided about a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Everyone may read it, as far as it is not blacked out.
    Release,
    /// Nobody outside may read it.
    Hide {
        /// Why; its author reads it.
        reason: HideReason,
        /// What is added to the reason; its author reads it.
        note: Option<String>,
    },
    /// Everyone may read it with passages blacked out.
    Redact {
        /// The text as everyone reads it.
        text: String,
    },
    /// The decision before is taken back: the text waits again.
    Reopen,
}

impl Decision {
    /// As it stands in rows.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Release => "released",
            Self::Hide { .. } => "hidden",
            Self::Redact { .. } => "redacted",
            Self::Reopen => "reopened",
        }
    }

    /// Where a text stands afterwards. `is_redacted`: whether passages of it are blacked out.
    pub fn leads_to(&self, is_redacted: bool) -> TextState {
        match self {
            Self::Release if is_redacted => TextState::Redacted,
            Self::Release => TextState::Released,
            Self::Hide { .. } => TextState::Hidden,
            Self::Redact { .. } => TextState::Redacted,
            Self::Reopen => TextState::Waiting,
        }
    }
}
