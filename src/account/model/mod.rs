//! What an account and a session are. Pure.

mod session;

pub use session::{Lifetime, Secret, Session, Stage};
