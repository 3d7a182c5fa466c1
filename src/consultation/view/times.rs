//! The page on which the windows of all strands are set.

use serde::Serialize;

use super::{Subject, sample};
use crate::base::page::{Faults, FieldMessage, View};
use crate::consultation::form::{EndWarning, Times, TrackDays};

/// `templates/consultation/desk-times.html`: the first and the last day of each strand.
#[derive(Clone, Serialize)]
pub struct TimesPage {
    /// Which consultation.
    pub subject: Subject,
    /// Its strands.
    pub tracks: Vec<TrackRow>,
    /// What to do about it.
    pub faults: Faults,
}

/// The days of one strand.
#[derive(Clone, Serialize)]
pub struct TrackRow {
    /// As they are typed, with what is to be said about the last one.
    pub days: TrackDays,
    /// What to do about the first day.
    pub from_error: Option<String>,
    /// What to do about the last day.
    pub until_error: Option<String>,
}

impl TimesPage {
    /// The page with what was typed.
    pub fn of(subject: Subject, times: Times, errors: Vec<FieldMessage>) -> Self {
        let faults = Faults::from(errors);
        let error = |kind: &str, end: &str| faults.at.get(&format!("{kind}-{end}")).cloned();
        let tracks = times.0.into_iter().map(|days| TrackRow {
            from_error: error(days.kind, "from"),
            until_error: error(days.kind, "until"),
            days,
        });
        Self {
            subject,
            tracks: tracks.collect(),
            faults,
        }
    }
}

impl View for TimesPage {
    const TEMPLATE: &'static str = "consultation/desk-times.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let days = |kind, label_key, warning| TrackDays {
            kind,
            label_key,
            from: sample::day(0).to_string(),
            until: sample::day(41).to_string(),
            warning,
        };
        let warning = EndWarning {
            label_key: "day-off-sunday",
            day: sample::day(41),
            better: sample::day(42),
        };
        let times = Times(vec![
            days("survey", "track-survey", Some(warning)),
            days("comments", "track-comments", None),
            TrackDays {
                kind: "statements",
                label_key: "track-statements",
                ..TrackDays::default()
            },
        ]);
        let errors = Faults::sample(&["survey-from", "comments-until"]).list;
        vec![
            Self::of(sample::subject(), times.clone(), Vec::new()),
            Self::of(sample::subject(), times, errors),
        ]
    }
}
