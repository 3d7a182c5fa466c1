//! The town's own pages: imprint, privacy, accessibility, plain language, sign language; and what people write about
//! barriers. The town writes them at its desk, beginning with a text that only has to be completed.

mod action;
pub mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{AnswerFeedback, EditPages, GiveFeedback};
