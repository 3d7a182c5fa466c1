//! What the desk reads of everybody's work, and the mails that did not leave.

pub mod home;
pub mod mails;
