//! A participation (Teilnahme): one person's contributions to one consultation, under one receipt.
//!
//! No account, no name, no address: a random code opens it, and only a keyed hash of the code is kept. Days are kept,
//! clock times are not.

pub mod access;
mod action;
mod code;
pub mod form;
mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{EnterContributions, Participate};
pub use code::Code;
pub use model::{Channel, Participation};
pub use store::{
    count_person, enter_many, find, find_each, head_count, mark_all_submitted, mark_submitted,
    mark_withdrawn, people_before, people_by_day, start, start_all,
};
