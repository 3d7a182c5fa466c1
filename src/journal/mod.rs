//! The journal (Protokoll): who did what, when, to what and why. Every act that people rely on has written its row in its
//! own transaction; this page only reads. Rows hold no text of a resident and no code.

mod action;
pub mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{ExportJournal, SeeJournal};
