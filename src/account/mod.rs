//! Who acts, and what they may do. The first slice: every other one asks it.
//!
//! [`May`] is the proof that someone may do an act; it alone leads to a [`Tx`], and each writing store function asks
//! for the `Tx` of its act. So a write without its permission does not compile.

mod actor;
mod may;

pub use actor::{Action, Actor, Permission};
pub use may::{May, Tx};
