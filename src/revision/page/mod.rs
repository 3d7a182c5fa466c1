//! The revision desk.

pub mod desk;
