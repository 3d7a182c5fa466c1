//! Hearing how a consultation goes on: a feed and a calendar for everyone, mails for those who asked for them.
//!
//! What there is to tell is a pure function of rows and an instant ([`model::occasions`]): the feed shows what has
//! happened so far, a mail goes out once for each occasion and subscription. No earlier slice knows of it.

mod action;
mod atom;
mod calendar;
mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;
mod words;

pub use action::{OnSubscriptions, SendNotices, Subscribe};
pub use store::subscribers;
