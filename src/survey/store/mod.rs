//! Rows of surveys, drafts, questionnaires, answers and tallies.

mod book;
mod counts;
mod drafts;
mod enter;
mod submit;
mod texts;

pub use book::{Book, create};
pub use counts::{Recount, questionnaires_before, questionnaires_by_day, recount, tallies_of};
pub use drafts::{drafts_of, save};
pub use enter::{Batch, Entered, enter};
pub use submit::{Submitted, answers_of, submit, withdraw};
pub use texts::{
    ReleaseTexts, Text, TextOrder, release_texts, released_count, released_texts, waiting_texts,
};

use crate::base::id::Id;

/// A submitted questionnaire.
pub enum Questionnaire {}

/// An import of questionnaires from one file.
pub enum ImportBatch {}

/// Shorthand for the identity of a questionnaire.
type QuestionnaireId = Id<Questionnaire>;
