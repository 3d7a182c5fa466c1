//! Statements (Stellungnahmen): what an organisation or a person hands in, in writing, until a deadline. An organisation's
//! authors draft, its signatory hands in; a person does both under her receipt code; what came by letter, mail, fax or at
//! the desk is entered by the administration.
//!
//! A version that was handed in never changes: another one replaces it, and both stay. What comes late is kept, marked,
//! and admitted or not by a decision with a reason. A longer deadline belongs to one organisation and is a row of its own.

mod action;
pub mod form;
pub mod import;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{DecideStatements, EnterStatements, OnStatements, ReadStatements, WriteStatement};
pub use model::Statement;
