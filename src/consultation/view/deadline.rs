//! The pages on which a deadline is changed or a strand closed early.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Subject, TimeWords, sample};
use crate::base::page::{Faults, View};
use crate::consultation::form::{ClosingForm, DeadlineForm, EndWarning, MAX_REASON};

/// `templates/consultation/desk-deadline.html`: new days for a strand, and why.
#[derive(Clone, Serialize)]
pub struct DeadlinePage {
    /// Which consultation.
    pub subject: Subject,
    /// The strand as it stands.
    pub track: Running,
    /// As it is typed.
    pub form: DeadlineForm,
    /// What to do about it.
    pub faults: Faults,
    /// Set when the new last day is a bad one for an end: then it is asked once more.
    pub warning: Option<EndWarning>,
    /// Longest reason, in characters.
    pub limit: usize,
}

/// `templates/consultation/desk-closing.html`: an early end, and why.
#[derive(Clone, Serialize)]
pub struct ClosingPage {
    /// Which consultation.
    pub subject: Subject,
    /// The strand as it stands.
    pub track: Running,
    /// As it is typed.
    pub form: ClosingForm,
    /// What to do about it.
    pub faults: Faults,
    /// Longest reason, in characters.
    pub limit: usize,
}

/// A strand as it stands.
#[derive(Clone, Serialize)]
pub struct Running {
    /// `survey`, `comments` or `statements`.
    pub kind: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// The time in words.
    pub time: TimeWords,
    /// `later`, `open` or `over`.
    pub state: &'static str,
}

impl DeadlinePage {
    /// The page with what was typed.
    pub fn of(subject: Subject, track: Running, form: DeadlineForm, faults: Faults) -> Self {
        Self {
            subject,
            track,
            form,
            faults,
            warning: None,
            limit: MAX_REASON,
        }
    }
}

impl ClosingPage {
    /// The page with what was typed.
    pub fn of(subject: Subject, track: Running, form: ClosingForm, faults: Faults) -> Self {
        Self {
            subject,
            track,
            form,
            faults,
            limit: MAX_REASON,
        }
    }
}

fn running(state: &'static str, key: &'static str) -> Running {
    Running {
        kind: "survey",
        label_key: "track-survey",
        from: sample::day(0),
        until: sample::day(39),
        time: TimeWords {
            key,
            days: 11,
            day: sample::day(39),
        },
        state,
    }
}

impl View for DeadlinePage {
    const TEMPLATE: &'static str = "consultation/desk-deadline.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state, key, faults| {
            Self::of(
                sample::subject(),
                running(state, key),
                DeadlineForm::default(),
                faults,
            )
        };
        let faults = Faults::sample(&["from", "until", "reason"]);
        let warning = EndWarning {
            label_key: "day-off-sunday",
            day: sample::day(41),
            better: sample::day(42),
        };
        vec![
            page("later", "time-begins", faults),
            page("open", "time-remains", Faults::default()),
            Self {
                warning: Some(warning),
                ..page("over", "time-ended", Faults::default())
            },
        ]
    }
}

impl View for ClosingPage {
    const TEMPLATE: &'static str = "consultation/desk-closing.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        [
            Faults::default(),
            Faults::sample(&["when", "until", "reason"]),
        ]
        .map(|faults| {
            Self::of(
                sample::subject(),
                running("open", "time-remains"),
                ClosingForm::default(),
                faults,
            )
        })
        .into()
    }
}
