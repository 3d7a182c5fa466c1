//! Rows of the queue, of decisions and objections.

mod context;
mod decide;
mod found;
mod lists;
mod object;
mod one;
mod queue;
mod waiting;

pub use context::{Context, consultations, contexts};
pub use decide::{Waiting, decide, release, undo, waiting_texts};
pub use found::found;
pub use lists::{Entry, Narrow, Tab};
pub use object::{answer_objection, object};
pub use one::{One, Past, one};
pub use queue::{counts, entries, next_after};
pub use waiting::{open_objections, reported_count, waiting_count};
