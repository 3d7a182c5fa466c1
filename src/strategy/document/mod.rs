//! Reads the documents that offices have, as they are: Word files and plain Markdown, in whatever outline.
//!
//! [`markdown_of`] turns a file into Markdown, [`parts`] cuts it into headings, paragraphs and list items, [`guess`] says
//! what each of them may be, and [`Plan`] builds the edition once a person has corrected the guesses. Files that were
//! written for Trialog are read by [`markdown`](super::markdown) instead, which refuses what it does not understand.

mod docx;
mod fault;
mod finish;
mod guess;
mod parts;
mod plan;
mod reading;
mod refused;
#[cfg(test)]
#[path = "../../../tests/suite/support/docx.rs"]
mod sample;
mod sheet;

pub use docx::{MAX_FILE_BYTES, markdown_of};
pub use fault::RowFault;
pub use guess::{Role, guess};
pub use parts::{MAX_PARTS, Part, Shape, parts};
pub use plan::{Choice, Outcome, Plan};
pub use reading::title_of;
pub use refused::Refused;
pub use sheet::Sheet;
