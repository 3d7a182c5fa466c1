//! What an editor says about a consultation: in a file (see `docs/consultation-file.md`), or on the pages of the desk.

mod basics;
mod deadline;
mod file;
mod slug;
mod step;
mod times;

use chrono::NaiveDate;

pub use basics::{Basics, BasicsForm};
pub use deadline::{ClosingForm, DeadlineForm};
pub use file::{ConsultationFile, NewConsultation};
pub use slug::{is_slug, names_consultation, suggest};
pub use step::{MoveForm, StepForm};
pub use times::{EndWarning, Times, TrackDays};

/// Longest title, in characters.
pub const MAX_TITLE: usize = 200;
/// Longest introduction, in characters.
pub const MAX_LEAD: usize = 1_000;
/// Longest line about whom to ask, in characters.
pub const MAX_CONTACT: usize = 500;
/// Longest reason, in characters; also the longest sentence about a step.
pub const MAX_REASON: usize = 500;
/// Longest title of a step, in characters.
pub const MAX_STEP: usize = 100;

/// A day as a browser sends it (`2026-07-17`), or as people write it where the browser has no calendar (`17.7.2026`).
/// Only days of this century count, so that a year typed with two digits is noticed.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    let text = text.trim();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"))
        .ok()
        .filter(|day| (2000..2100).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        let expected = NaiveDate::from_ymd_opt(2026, 7, 17);
        for text in ["2026-07-17", "17.7.2026", " 17.07.2026 "] {
            assert_eq!(parse_day(text), expected, "{text}");
        }
        for text in ["", "17.7.26", "2026-02-30", "morgen", "0026-07-17"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
