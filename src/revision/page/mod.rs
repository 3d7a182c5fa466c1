//! The revision desk, and what became of the contributions.

pub mod desk;
pub mod outcome;
mod printed;
pub mod round;
pub mod synopsis;
pub mod table;
