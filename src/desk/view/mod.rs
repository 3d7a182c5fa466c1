//! Pages of the desk that belong to no single slice.

mod home;
mod mails;

pub use home::{HomePage, OpenTrack, Waiting};
pub use mails::{MailRow, MailsPage};
