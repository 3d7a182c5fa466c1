//! Results (Auswertung): at a publication the figures are frozen in a snapshot with a checksum, and shown with their
//! bases. The public never reads running figures.

mod action;
mod form;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{CrossTables, PublishResults};
pub use model::{
    Axis, Columns, Cross, InvitedFigures, Place, QuestionFigures, Snapshot, SurveyFigures, count,
};
pub use store::columns::{Answers, answers_now};
pub use store::{
    PublishOutcome, Published, frozen, list_published, newest, publish, published_on, running,
};
