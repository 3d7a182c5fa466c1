//! What an account and a session are. Pure.

mod landing;
pub mod password;
mod session;

pub use landing::Landing;
pub use session::{Lifetime, Secret, Session, Stage};
