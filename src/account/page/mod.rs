//! Coming in.

pub mod gate;

pub use gate::{DeskNav, Section, gate};
