//! Rows of surveys, drafts, questionnaires, answers and tallies.

mod asking;
mod book;
pub mod build;
mod bulk;
mod counts;
mod create;
mod drafts;
mod enter;
mod enter_paper;
mod erase;
mod fresh;
mod hand_in;
mod keep;
mod overview;
mod paper;
mod paper_acts;
mod public;
mod sealing;
mod submit;
mod texts;

pub use asking::Known;
pub use book::Book;
pub use counts::{Recount, questionnaires_before, questionnaires_by_day, recount, tallies_of};
pub use create::create;
pub use drafts::{Opened, begun, drafts_of, opened, opened_each, save};
pub use enter::{Batch, Checked, Entered, Sheet, enter, enter_each};
pub use enter_paper::{PaperEntered, days_of_sheets, enter_paper};
pub use erase::{erase_text, erase_words, has_words, is_frozen};
pub use hand_in::HandIn;
pub use keep::{Begin, Keep};
pub use overview::surveys_by_consultation;
pub use paper::{names_of, paper_batch, paper_batches, paper_sheets};
pub use paper_acts::{
    KeepPaper, Kept, add_sheet, change_sheet, check_sheet, open_batch, remove_batch, remove_sheet,
};
pub use public::public_texts;
pub use sealing::{SHELF, contents};
pub use submit::{Submitted, answers_of, submit, withdraw};
pub use texts::{Fate, Objection, Text, TextOrder, fates_of, released_count};

use crate::base::id::Id;

/// A submitted questionnaire.
pub enum Questionnaire {}

/// An import of questionnaires from one file.
pub enum ImportBatch {}

/// Shorthand for the identity of a questionnaire.
type QuestionnaireId = Id<Questionnaire>;
