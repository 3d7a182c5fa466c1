//! Surveys (Umfragen): questions about goals and free-standing ones, the pages on which a resident answers them, her
//! receipt, and the questionnaires that came on other channels.

pub mod form;
pub mod import;
mod mark;
mod model;
mod store;
pub mod tally;
pub mod template;
pub mod view;

pub use mark::Mark;
pub use model::{Answer, Cell, Choice, Question, QuestionKind, Survey};
pub use store::{
    Book, Recount, Submitted, answers_of, create, questionnaires_before, questionnaires_by_day,
    release_texts, released_texts, tallies_of, waiting_texts,
};
