//! What the administration sends about statements.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::form::{FieldError, tidy};
use crate::base::holiday::{Region, next_working_day};
use crate::consultation::form::{EndWarning, parse_day};
use crate::statement::model::{Admission, Publication};

pub use entry::{Bounds, EntryForm, PartFields, SignerFields, Typed};

/// Longest reason, in characters.
pub const REASON_CHARS: usize = 1_000;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 150;
/// Longest address on paper, in characters.
pub const POSTAL_CHARS: usize = 400;

/// A decision about a statement, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DecisionForm {
    /// What is decided.
    pub outcome: String,
    /// Why.
    pub reason: String,
}

impl DecisionForm {
    /// Whether a late statement is considered, and why.
    ///
    /// # Errors
    /// What to do about each field.
    pub fn admission(&self) -> Result<(Admission, String), Vec<FieldError>> {
        self.read(Admission::parse(&self.outcome), "error-admission-missing")
    }

    /// Whether a statement is shown to everyone, and why.
    ///
    /// # Errors
    /// What to do about each field.
    pub fn publication(&self) -> Result<(Publication, String), Vec<FieldError>> {
        self.read(
            Publication::parse(&self.outcome),
            "error-publication-missing",
        )
    }

    fn read<T>(
        &self,
        outcome: Option<T>,
        missing: &'static str,
    ) -> Result<(T, String), Vec<FieldError>> {
        let mut errors = Vec::new();
        if outcome.is_none() {
            errors.push(FieldError::new("outcome", missing));
        }
        let reason = reason(&self.reason, &mut errors);
        match outcome {
            Some(outcome) if errors.is_empty() => Ok((outcome, reason)),
            _ => Err(errors),
        }
    }
}

/// Organisations by their names in forms, each with the last day it gets.
pub type PickedDays = Vec<(String, NaiveDate)>;

/// A decision about longer deadlines, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DeadlinesForm {
    /// The organisations.
    pub pick: Vec<String>,
    /// The last day that is granted to all that have none of their own.
    pub until: String,
    /// The organisations that have a field for a day of their own, in the order of the fields.
    pub of: Vec<String>,
    /// What stands in these fields.
    pub day: Vec<String>,
    /// Why; the organisations read it.
    pub reason: String,
    /// `grant` or `decline`.
    pub act: String,
    /// What was pressed about a day off: empty the first time, `yes` = even so, `move` = the next working day instead.
    pub decided: String,
    /// About which last day it was asked.
    pub asked: String,
}

impl DeadlinesForm {
    /// Whether it is declined.
    pub fn declines(&self) -> bool {
        self.act == "decline"
    }

    /// Whether a day off was decided about that is not the one typed now.
    fn is_about_another_day(&self) -> bool {
        !self.decided.is_empty() && parse_day(&self.asked) != parse_day(&self.until)
    }

    /// The same with the next working day, if that was pressed.
    #[must_use]
    pub fn moved(mut self, region: Region) -> Self {
        if self.decided == "move"
            && !self.is_about_another_day()
            && let Some(day) = parse_day(&self.until)
        {
            self.until = next_working_day(day, region).to_string();
            self.asked.clone_from(&self.until);
        }
        self
    }

    /// What is to be asked about the day once more: an end on a day off that nobody has decided about.
    pub fn warning(&self, region: Region) -> Option<EndWarning> {
        let is_decided = !self.decided.is_empty() && !self.is_about_another_day();
        let counts = self.pick.iter().any(|party| self.own_day(party).is_empty());
        let common = parse_day(&self.until).filter(|_| counts && !is_decided)?;
        EndWarning::of(common, region)
    }

    /// What was typed as an organisation's own day; empty when nothing was.
    pub fn own_day(&self, party: &str) -> &str {
        let fields = self.of.iter().zip(&self.day);
        let mut own = fields.filter(|(of, _)| *of == party);
        own.next().map_or("", |(_, day)| day.trim())
    }

    /// The days that are granted to those that are ticked: her own day each, else the one for all. None when it is declined.
    ///
    /// # Errors
    /// What to do about each field.
    pub fn days(&self) -> Result<PickedDays, Vec<FieldError>> {
        let (mut days, mut errors) = (Vec::new(), Vec::new());
        if self.declines() {
            return Ok(days);
        }
        let common = parse_day(&self.until);
        for party in &self.pick {
            let own = self.own_day(party);
            match (own.is_empty(), common, parse_day(own)) {
                (false, _, Some(day)) | (true, Some(day), _) => days.push((party.clone(), day)),
                (false, _, None) => {
                    errors.push(FieldError::new(format!("day-{party}"), "error-day"));
                }
                (true, None, _) => {}
            }
        }
        let misses_common = self.pick.iter().any(|party| self.own_day(party).is_empty());
        if common.is_none() && (misses_common || self.pick.is_empty()) {
            errors.push(FieldError::new("until", "error-day"));
        }
        if errors.is_empty() {
            Ok(days)
        } else {
            Err(errors)
        }
    }

    /// The days that are granted, and the reason.
    ///
    /// # Errors
    /// What to do about each field.
    pub fn parse(&self) -> Result<(PickedDays, String), Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.pick.is_empty() {
            errors.push(FieldError::new("pick", "error-deadline-pick"));
        }
        let days = self.days().unwrap_or_else(|faults| {
            errors.extend(faults);
            Vec::new()
        });
        let reason = reason(&self.reason, &mut errors);
        if errors.is_empty() {
            Ok((days, reason))
        } else {
            Err(errors)
        }
    }
}

/// A reason that others read: not empty, not endless.
fn reason(text: &str, errors: &mut Vec<FieldError>) -> String {
    let reason = tidy(text);
    let n = reason.chars().count();
    if n == 0 {
        errors.push(FieldError::new("reason", "error-decision-reason"));
    } else if n > REASON_CHARS {
        let error = FieldError::new("reason", "error-decision-long");
        errors.push(error.with("max", REASON_CHARS).with("n", n));
    }
    reason
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_needs_a_reason() {
        let form = DecisionForm {
            outcome: "admitted".into(),
            reason: " \r\n ".into(),
        };
        assert_eq!(
            form.admission().unwrap_err()[0].key,
            "error-decision-reason"
        );
        assert_eq!(form.publication().unwrap_err().len(), 2);
        let form = DecisionForm {
            reason: "x".repeat(REASON_CHARS + 1),
            ..form
        };
        assert_eq!(form.admission().unwrap_err()[0].key, "error-decision-long");
    }

    #[test]
    fn a_day_off_is_asked_about_once() {
        let sunday = DeadlinesForm {
            pick: vec!["x".into()],
            until: "2026-08-30".into(),
            reason: "Ferien".into(),
            ..DeadlinesForm::default()
        };
        assert!(sunday.warning(Region::Bw).is_some());
        let pressed = |decided: &str, asked: &str| DeadlinesForm {
            decided: decided.into(),
            asked: asked.into(),
            ..sunday.clone()
        };
        let even_so = pressed("yes", "2026-08-30");
        assert!(even_so.warning(Region::Bw).is_none());
        let other = pressed("yes", "2026-08-23");
        assert!(other.warning(Region::Bw).is_some());
        let moved = pressed("move", "2026-08-30").moved(Region::Bw);
        assert_eq!(moved.until, "2026-08-31");
        assert!(moved.warning(Region::Bw).is_none());
        // Nobody is asked about a day that counts for nobody.
        let own = DeadlinesForm {
            of: vec!["x".into()],
            day: vec!["2026-08-14".into()],
            ..sunday
        };
        assert!(own.warning(Region::Bw).is_none());
    }

    #[test]
    fn each_gets_its_own_day_or_the_one_for_all() {
        let form = DeadlinesForm {
            pick: vec!["a".into(), "b".into()],
            of: vec!["b".into(), "c".into()],
            day: vec!["2026-08-14".into(), "never".into()],
            until: "2026-08-31".into(),
            ..DeadlinesForm::default()
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let days = [("a", "2026-08-31"), ("b", "2026-08-14")];
        let days = days.map(|(party, on)| (party.to_owned(), day(on)));
        assert_eq!(form.days(), Ok(days.to_vec()));
        // What was typed for somebody who is not ticked does not matter; what is missing does.
        let without = DeadlinesForm {
            until: String::new(),
            ..form.clone()
        };
        assert_eq!(without.days().unwrap_err()[0].field, "until");
        let odd = DeadlinesForm {
            pick: vec!["c".into()],
            ..form
        };
        assert_eq!(odd.days().unwrap_err()[0].field, "day-c");
    }
}
