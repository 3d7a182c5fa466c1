//! Organisations take part as parties of their own: associations, public bodies, companies. The town invites them to a
//! consultation, or they register themselves and the town confirms them. People act for them as authors, who write, and as
//! signatories, who hand in.
//!
//! Members sign in by a link that comes by mail and works once; they have no account, no password and no role, and their
//! sessions open nothing of the desk.

mod action;
pub mod form;
pub mod import;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{ManageOrganisations, OnOrganisations, RegisterOrganisation, Represent};
