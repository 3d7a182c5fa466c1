//! Pages of organisations, and about them at the desk.

pub mod again;
pub mod desk;
pub mod gate;
pub mod home;
pub mod invited;
pub mod mail;
pub mod register;
pub mod sign_in;

pub use gate::{gate, greet};
