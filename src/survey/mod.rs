//! Surveys (Umfragen): questions about goals and free-standing ones, the pages on which a resident answers them, her
//! receipt, and the questionnaires that came on other channels.

pub mod action;
pub mod form;
pub mod import;
mod mark;
mod model;
pub mod page;
pub mod plan;
mod store;
pub mod tally;
pub mod template;
pub mod view;

pub use action::{BuildSurvey, CorrectSurvey, SeeSurveys};
pub use mark::Mark;
pub use model::{
    Answer, Cell, Choice, Condition, FreeText, HideReason, MAX_QUESTIONS, Question, QuestionKind,
    Survey, TextState, date_of_code,
};
pub use store::build::{Correction, corrections_of, import_surveys, slugs_of};
pub use store::{
    Batch, Book, Checked, Entered, Fate, Objection, Recount, SHELF, Sheet, Submitted, Text,
    TextOrder, answers_of, begun, contents, create, drafts_of, enter, enter_each, erase_text,
    fates_of, is_frozen, public_texts, questionnaires_before, questionnaires_by_day, recount,
    released_count, save, submit, surveys_by_consultation, tallies_of, withdraw,
};
