//! The pages of statements: for those who write, for everyone, for the administration.

pub mod address;
pub mod desk;
mod letters;
pub mod mail;
pub mod own;
pub mod public;
pub mod round;
pub mod seat;
pub mod start;
