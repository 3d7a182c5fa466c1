//! Rows of organisations.

pub mod entry;
pub mod invitations;
pub mod letters;
pub mod members;
pub mod organisations;
pub mod registrations;
