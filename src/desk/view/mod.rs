//! Pages of the desk that belong to no single slice.

mod home;
mod mails;

pub use home::{Dated, HomePage, OpenTrack, Running, Waiting, Work};
pub use mails::{MailRow, MailsPage};
