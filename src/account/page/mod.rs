//! Coming in.

pub mod gate;
pub mod oidc;

pub use gate::{DeskNav, Section, gate};
