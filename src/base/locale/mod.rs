//! In which language a visitor is addressed, and how texts, numbers and days read in it.

mod choice;
mod days;
mod texts;

pub use choice::{CONTENT, COOKIE, Lang, negotiate};
pub use days::DayStyle;
pub use texts::{Args, MissingText, Texts};
