//! What became different between two wordings, word by word, and between two editions, element by element.

mod draft;
mod editions;
mod words;

pub use draft::compare_draft;
pub use editions::{Compared, Comparison, Counts, Fate, Origin, Side, compare};
pub use words::{Mark, Segment, line, paragraphs};
