//! Revision (Überarbeitung): the next edition beside what people said about the last one; and, once it is public, what became
//! of it all: for everyone, for each field of action, for each contribution.

mod action;
mod form;
mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{ReadReleased, TellAuthors};
