//! What the administration may say about an edition: why it is withdrawn, what the council makes of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::form::{FieldError, Refill, tidy};
use crate::strategy::model::standing::Mark;

/// Longest reason or note, in characters.
pub const MAX_NOTE_CHARS: usize = 500;

/// A form without fields of its own.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Nothing {}

/// Why an edition is withdrawn.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct ReasonForm {
    /// The reason.
    #[serde(default)]
    pub reason: String,
}

impl ReasonForm {
    /// Reads the form, or says what to do about its field.
    pub fn parse(self) -> Result<String, Refill<Self>> {
        let reason = tidy(&self.reason);
        let mut refill = Refill::new(self);
        let chars = reason.chars().count();
        if chars == 0 {
            refill.fault("reason", "standing-reason-missing");
        } else if chars > MAX_NOTE_CHARS {
            refill.errors.push(long("reason", chars));
        }
        if refill.is_fine() {
            Ok(reason)
        } else {
            Err(refill)
        }
    }
}

fn long(field: &str, chars: usize) -> FieldError {
    FieldError::new(field, "standing-note-long")
        .with("max", MAX_NOTE_CHARS)
        .with("n", chars)
}

/// What the council makes of an edition.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct CouncilForm {
    /// `for_decision`, `decided` or `none`.
    #[serde(default)]
    pub mark: String,
    /// The day of the decision, as a date field sends it.
    #[serde(default)]
    pub day: String,
    /// What people are told.
    #[serde(default)]
    pub note: String,
}

/// A mark that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// Which.
    pub mark: Mark,
    /// The day of the decision; only for a decision.
    pub on_day: Option<NaiveDate>,
    /// What people are told.
    pub note: Option<String>,
}

impl CouncilForm {
    /// Reads the form, or says what to do about its fields.
    pub fn parse(self) -> Result<Marking, Refill<Self>> {
        let note = tidy(&self.note);
        let day = self.day.trim();
        let read = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .or_else(|_| NaiveDate::parse_from_str(day, "%d.%m.%Y"));
        let mark = match self.mark.as_str() {
            "for_decision" => Some(Mark::ForDecision),
            "decided" => Some(Mark::Decided),
            "none" => Some(Mark::None),
            _ => None,
        };
        let mut refill = Refill::new(self);
        if mark.is_none() {
            refill.fault("mark", "standing-mark-missing");
        }
        let on_day = (mark == Some(Mark::Decided)).then(|| read.ok());
        if on_day == Some(None) {
            refill.fault("day", "standing-day-missing");
        }
        let chars = note.chars().count();
        if chars > MAX_NOTE_CHARS {
            refill.errors.push(long("note", chars));
        }
        match mark {
            Some(mark) if refill.is_fine() => Ok(Marking {
                mark,
                on_day: on_day.flatten(),
                note: Some(note).filter(|note| !note.is_empty() && mark != Mark::None),
            }),
            _ => Err(refill),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_needs_its_day_and_a_mark_its_choice() {
        let parse = |mark: &str, day: &str| {
            let form = CouncilForm {
                mark: mark.into(),
                day: day.into(),
                note: " Mit Mehrheit. ".into(),
            };
            form.parse().map_err(|refill| refill.errors[0].key)
        };
        let decided = parse("decided", "2026-11-12").unwrap();
        assert_eq!(decided.on_day, NaiveDate::from_ymd_opt(2026, 11, 12));
        assert_eq!(decided.note.as_deref(), Some("Mit Mehrheit."));
        assert_eq!(parse("decided", "12.11.2026").unwrap(), decided);
        assert_eq!(parse("decided", ""), Err("standing-day-missing"));
        assert_eq!(parse("for_decision", "").unwrap().on_day, None);
        assert_eq!(parse("none", "").unwrap().note, None);
        assert_eq!(parse("", ""), Err("standing-mark-missing"));
    }
}
