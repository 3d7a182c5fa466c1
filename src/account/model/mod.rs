//! What an account and a session are. Pure.

pub mod factor;
mod kept;
mod landing;
mod link;
pub mod password;
mod session;

pub use factor::Factor;
pub use kept::Kept;
pub use landing::Landing;
pub use link::Purpose;
pub use session::{Lifetime, Secret, Session, Stage};
