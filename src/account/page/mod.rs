//! Coming in, and what is about accounts.

mod again;
pub mod cookie;
pub mod desk;
pub mod factor;
pub mod gate;
mod hashing;
mod letter;
pub mod link;
pub mod oidc;
pub mod sign_in;

pub use gate::{DeskNav, Section, gate, halfway};
