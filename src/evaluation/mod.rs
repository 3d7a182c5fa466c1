//! Results (Auswertung): at a publication the figures are frozen in a snapshot with a checksum, and shown with their
//! bases. The public never reads running figures.

mod action;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::PublishResults;
pub use model::{InvitedFigures, QuestionFigures, Snapshot, SurveyFigures};
pub use store::{
    PublishOutcome, Published, frozen, list_published, newest, publish, published_on, running,
};
