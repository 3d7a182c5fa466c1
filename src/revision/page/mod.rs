//! The revision desk, and what became of the contributions.

pub mod desk;
pub mod outcome;
pub mod round;
