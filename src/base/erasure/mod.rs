//! Taking away for good what somebody wrote, and remembering that it was, without remembering what: so that a backup from
//! before brings nothing back (`docs/decisions/0030-deletion.md`).
//!
//! Two things happen to what people wrote. Its **words go and its place stays** ([`clear`]): the answer goes on counting, the
//! theme keeps its number of contributions. Or **it is gone altogether** as long as nothing rests on it; each slice does
//! that with its own rows and calls [`note`]. [`again`] does both once more for whatever a ledger names.

mod again;
mod ledger;
mod words;

pub use again::{Again, again};
pub use ledger::{Entry, Kind, Salt, entries, keep_file, note, read_file};
pub use words::{GONE, clear, clear_statement, cover};
