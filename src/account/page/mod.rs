//! Coming in.

pub mod gate;
mod hashing;
pub mod oidc;
pub mod sign_in;

pub use gate::{DeskNav, Section, gate};
