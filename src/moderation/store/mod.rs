//! Rows of the queue, of decisions and objections.

mod context;
mod decide;
mod object;
mod one;
mod queue;

pub use context::{Context, consultations, contexts};
pub use decide::{Waiting, decide, release, undo, waiting_texts};
pub use object::{answer_objection, object};
pub use one::{One, Past, one};
pub use queue::{
    Entry, Narrow, Tab, counts, entries, next_after, open_objections, reported_count, waiting_count,
};
