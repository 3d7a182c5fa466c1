//! The way through a survey: invitation, tasks, one question a page, review, receipt. Complete without script and
//! without a cookie: the code in the address is the key.

pub mod code;
pub mod data;
pub mod desk;
pub mod form;
pub mod paper;
pub mod question;
pub mod receipt;
pub mod review;
mod sheet;
pub mod start;
mod visit;
pub mod withdrawal;

pub use visit::Visit;
