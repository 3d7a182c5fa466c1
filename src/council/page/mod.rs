//! The pages of papers: for everyone, and at the desk.

pub mod desk;
pub mod public;
