//! Rows of comments, of what others say to them, and of the administration's answers.

mod answer;
mod desk;
mod own;
mod read;
mod report;
mod sealing;
mod verify;
mod write;

pub use answer::{Answer, answer};
pub use desk::{Listed, Talks, listed, one, talks};
pub use own::{About, Agreed, Own, agreed, agreements, contexts, own, standings};
pub use read::{Shown, count_by_element, public, public_count, supported_by};
pub use report::{Report, report, reports_of, settle_reports};
pub use sealing::{SHELF, contents};
pub use verify::recount;
pub use write::{
    Corrected, Given, Place, correct, erase, erase_words, give, place, support, withdraw,
};
