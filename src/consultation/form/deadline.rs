//! A changed deadline, and an early end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::basics::too_long;
use super::{MAX_REASON, parse_day};
use crate::base::form::{Refill, tidy};
use crate::consultation::model::{Closing, DeadlineFault};

/// A new window for a strand, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct DeadlineForm {
    /// The first day; only asked for while it has not come.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why; everyone reads it.
    pub reason: String,
    /// What was pressed: empty the first time, `yes` = even though the day is a bad one for an end, `move` = on the next
    /// working day instead.
    pub decided: String,
    /// About which last day it was asked.
    pub asked: String,
}

/// An early end, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ClosingForm {
    /// `now` or `day`.
    pub when: String,
    /// The last day, for `day`.
    pub until: String,
    /// Why; everyone reads it.
    pub reason: String,
}

impl DeadlineForm {
    /// Whether it was decided about another day than the one that is typed now.
    pub fn is_about_another_day(&self) -> bool {
        !self.decided.is_empty() && parse_day(&self.asked) != parse_day(&self.until)
    }

    /// Reads the form: the first day, the last, the reason.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self) -> Result<(Option<NaiveDate>, NaiveDate, String), Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let from = parse_day(&self.from);
        if from.is_none() && !self.from.trim().is_empty() {
            faults.fault("from", "error-day");
        }
        let until = parse_day(&self.until);
        if until.is_none() {
            faults.fault("until", "error-day");
        }
        let reason = reason(&mut faults, &self.reason);
        match until {
            Some(until) if faults.is_fine() => Ok((from, until, reason)),
            _ => Err(Box::new(faults)),
        }
    }

    /// The form again, with what the town's rules say about its days.
    pub fn refused(&self, fault: DeadlineFault) -> Refill<Self> {
        let mut faults = Refill::new(self.clone());
        let (field, key) = place(fault);
        faults.fault(field, key);
        faults
    }
}

impl ClosingForm {
    /// Reads the form: when, and the reason.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self) -> Result<(Closing, String), Refill<Self>> {
        let mut faults = Refill::new(self.clone());
        let closing = match self.when.as_str() {
            "now" => Some(Closing::Now),
            "day" => {
                let day = parse_day(&self.until);
                if day.is_none() {
                    faults.fault("until", "error-day");
                }
                day.map(Closing::EndOf)
            }
            _ => {
                faults.fault("when", "error-closing-when");
                None
            }
        };
        let reason = reason(&mut faults, &self.reason);
        match closing {
            Some(closing) if faults.is_fine() => Ok((closing, reason)),
            _ => Err(faults),
        }
    }

    /// The form again, with what the town's rules say about its day.
    pub fn refused(&self, fault: DeadlineFault) -> Refill<Self> {
        let mut faults = Refill::new(self.clone());
        let (field, key) = match fault {
            DeadlineFault::NotOpen => ("when", "error-deadline-not-open"),
            other => place(other),
        };
        faults.fault(field, key);
        faults
    }
}

fn reason<F>(faults: &mut Refill<F>, text: &str) -> String {
    let reason = tidy(text);
    if reason.is_empty() {
        faults.fault("reason", "error-deadline-reason");
    }
    too_long(faults, "reason", &reason, MAX_REASON);
    reason
}

/// The field that is to be changed, and what to do about it.
fn place(fault: DeadlineFault) -> (&'static str, &'static str) {
    match fault {
        DeadlineFault::PastFirst => ("from", "error-deadline-past-first"),
        DeadlineFault::PastLast => ("until", "error-deadline-past-last"),
        DeadlineFault::EndsBeforeBegin => ("until", "error-ends-before-begin"),
        DeadlineFault::Unchanged => ("until", "error-deadline-unchanged"),
        DeadlineFault::NotOpen => ("until", "error-deadline-not-open"),
        DeadlineFault::NotEarlier => ("until", "error-deadline-not-earlier"),
    }
}
