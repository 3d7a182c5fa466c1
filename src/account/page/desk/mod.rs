//! The desk's pages about accounts.

pub mod own;
pub mod people;
pub mod person;
