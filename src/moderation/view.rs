//! The queue, one text, and the author's page of one text.

mod objection;
mod one;
mod queue;

pub use objection::ObjectionPage;
pub use one::{Choice, CommentAbout, Gap, OnePage, PastRow, Piece, Refilled, ReportRow};
pub use queue::{Item, QueuePage, Row, TabLink};
