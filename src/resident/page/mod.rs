//! What was given under a receipt code; coming in and going out; the account.

pub mod address;
pub mod code;
pub mod data;
pub mod erasure;
pub mod gate;
pub mod home;
pub mod keep;
pub mod mail;
pub mod notices;
pub mod receipt;
pub mod round;
pub mod settings;
pub mod sign_in;
pub mod told;

pub use gate::{gate, greet};
