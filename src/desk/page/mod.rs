//! Pages of the desk that belong to no single slice.

pub mod home;
pub mod mails;
