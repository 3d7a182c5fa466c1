//! What may be sent: answers from a browser, surveys from an editor's file or desk.

mod answer;
mod build;
mod condition;
mod correct;
mod dependence;
mod file;
mod refill;
mod sheet;

pub use answer::{AnswerForm, Step, day_of, place_field};
pub use build::{QuestionForm, SurveyForm, ready_made};
pub use condition::NewCondition;
pub use correct::{CorrectionForm, NewCorrection, parts};
pub use dependence::{ConditionForm, answers, deciders};
pub use file::{NewQuestion, NewSurvey, RESERVED, SurveyFile};
pub use sheet::{BatchForm, SheetForm, TypedSheet};
