//! What may be sent: answers from a browser, and the description of surveys from an editor.

mod answer;
mod condition;
mod file;
mod refill;
mod sheet;

pub use answer::{AnswerForm, Step, day_of, place_field};
pub use condition::NewCondition;
pub use file::{NewQuestion, NewSurvey, SurveyFile};
pub use sheet::{BatchForm, SheetForm, TypedSheet};
