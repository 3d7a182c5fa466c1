//! The queue, one text, and the author's page of one text.

mod objection;
mod one;
mod queue;

pub use objection::ObjectionPage;
pub use one::{Choice, Gap, OnePage, PastRow, Piece, Refilled};
pub use queue::{Item, QueuePage, Row, TabLink};
