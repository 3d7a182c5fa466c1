//! What may be sent: answers from a browser, and the description of surveys from an editor.

mod answer;
mod file;
mod refill;

pub use answer::{AnswerForm, Step};
pub use file::{NewQuestion, NewSurvey, SurveyFile};
