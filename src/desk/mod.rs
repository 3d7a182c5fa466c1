//! The first page of the administration's desk: what waits for whoever is signed in. And the mails that did not leave.

mod action;
mod form;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{HandleMails, SeeMails};
