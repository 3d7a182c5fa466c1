//! One step after the consultation.

use serde::{Deserialize, Serialize};

use super::basics::too_long;
use super::{MAX_REASON, MAX_STEP, parse_day};
use crate::base::form::{Refill, tidy};
use crate::consultation::model::{Milestone, MilestoneKind};

/// As it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct StepForm {
    /// What kind of step.
    pub kind: String,
    /// E.g. "Auswerten".
    pub title: String,
    /// Its first day.
    pub from: String,
    /// Its last day; empty when it takes one day.
    pub until: String,
    /// One sentence for people.
    pub note: String,
    /// How the list stood when the page was made.
    pub seen: String,
}

/// A step goes up or down in the list.
#[derive(Clone, Debug, Deserialize)]
pub struct MoveForm {
    /// Its place, from 1.
    pub step: String,
    /// `up` or `down`.
    pub to: String,
    /// How the list stood when the page was made.
    pub seen: String,
}

impl StepForm {
    /// The form for a step as it is now.
    pub fn of(step: &Milestone, seen: String) -> Self {
        Self {
            kind: step.kind.as_str().to_owned(),
            title: step.title.clone(),
            from: step.from.to_string(),
            until: step.until.map(|day| day.to_string()).unwrap_or_default(),
            note: step.note.clone(),
            seen,
        }
    }

    /// Reads the form.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self) -> Result<Milestone, Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let kind = MilestoneKind::parse(&self.kind);
        if kind.is_none() {
            faults.fault("kind", "error-step-kind");
        }
        let title = tidy(&self.title).replace('\n', " ");
        if title.is_empty() {
            faults.fault("title", "error-step-title");
        }
        too_long(&mut faults, "title", &title, MAX_STEP);
        let from = parse_day(&self.from);
        if from.is_none() {
            faults.fault("from", "error-day");
        }
        let until = parse_day(&self.until);
        if until.is_none() && !self.until.trim().is_empty() {
            faults.fault("until", "error-day");
        }
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            faults.fault("until", "error-ends-before-begin");
        }
        let note = tidy(&self.note);
        if note.is_empty() {
            faults.fault("note", "error-step-note");
        }
        too_long(&mut faults, "note", &note, MAX_REASON);
        match (kind, from) {
            (Some(kind), Some(from)) if faults.is_fine() => Ok(Milestone {
                kind,
                from,
                until: until.filter(|until| *until != from),
                title,
                note,
            }),
            _ => Err(Box::new(faults)),
        }
    }
}
