//! Rows of the queue, of decisions and objections.

mod decide;
mod object;
mod one;
mod queue;

pub use decide::{Waiting, decide, release, undo, waiting_texts};
pub use object::{answer_objection, object};
pub use one::{One, Past, one};
pub use queue::{
    Context, Entry, Narrow, Tab, consultations, contexts, counts, entries, next_after,
    open_objections, waiting_count,
};
