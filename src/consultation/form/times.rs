//! The windows of all strands on one page: two days each, both empty where there is no such strand.

use chrono::NaiveDate;
use serde::Serialize;

use super::parse_day;
use crate::base::clock::Zone;
use crate::base::form::{FieldError, Fields, Refill};
use crate::base::holiday::{DayOff, Region, next_working_day};
use crate::consultation::model::{Consultation, TrackKind, Window};

/// The days of one strand as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TrackDays {
    /// `survey`, `comments` or `statements`.
    pub kind: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Why the last day is a bad one for an end.
    pub warning: Option<EndWarning>,
}

/// Why a day is a bad one for an end, and which would be better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndWarning {
    /// The text that names the day: Saturday, Sunday, a holiday.
    pub label_key: &'static str,
    /// The day.
    pub day: NaiveDate,
    /// The next working day.
    pub better: NaiveDate,
}

impl EndWarning {
    /// What is to be said about an end on a day; nothing about a working day.
    pub fn of(day: NaiveDate, region: Region) -> Option<Self> {
        DayOff::of(day, region).map(|off| Self {
            label_key: off.label_key(),
            day,
            better: next_working_day(day, region),
        })
    }
}

/// All strands as they are typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Times(pub Vec<TrackDays>);

impl Times {
    /// The days as they are stored, with what is to be said about each end.
    pub fn of(consultation: &Consultation, zone: Zone, region: Region) -> Self {
        Self::each(|kind, days| {
            if let Some(track) = consultation.track(kind) {
                let last = track.window.last_day(zone);
                days.from = track.window.first_day(zone).to_string();
                days.until = last.to_string();
                days.warning = EndWarning::of(last, region);
            }
        })
    }

    /// The days as they were sent. With `move=survey` the end of that strand goes on to the next working day.
    pub fn sent(fields: &Fields, region: Region) -> Self {
        Self::each(|kind, days| {
            let field = |end: &str| {
                let name = format!("{}-{end}", kind.as_str());
                fields
                    .get(&name)
                    .unwrap_or_default()
                    .trim()
                    .chars()
                    .take(40)
                    .collect()
            };
            days.from = field("from");
            days.until = field("until");
            if fields.get("move") == Some(kind.as_str())
                && let Some(last) = parse_day(&days.until)
            {
                days.until = next_working_day(last, region).to_string();
            }
        })
    }

    fn each(fill: impl Fn(TrackKind, &mut TrackDays)) -> Self {
        Self(
            TrackKind::ALL
                .into_iter()
                .map(|kind| {
                    let mut days = TrackDays {
                        kind: kind.as_str(),
                        label_key: kind.label_key(),
                        ..TrackDays::default()
                    };
                    fill(kind, &mut days);
                    days
                })
                .collect(),
        )
    }

    /// Whether something is to be said about any end.
    pub fn has_warning(&self) -> bool {
        self.0.iter().any(|days| days.warning.is_some())
    }

    /// The windows, in the order in which strands are shown.
    ///
    /// # Errors
    /// What to do about each day; everything typed stays. At least one strand must have its days.
    pub fn parse(&self, zone: Zone) -> Result<Vec<(TrackKind, Window)>, Refill<Self>> {
        let mut faults = Refill::new(self.clone());
        let mut windows = Vec::new();
        for (kind, days) in TrackKind::ALL.into_iter().zip(&self.0) {
            if days.from.is_empty() && days.until.is_empty() {
                continue;
            }
            let mut read = |end: &str, text: &str| {
                let day = parse_day(text);
                if day.is_none() {
                    let field = format!("{}-{end}", kind.as_str());
                    let key = if text.is_empty() {
                        "error-day-missing"
                    } else {
                        "error-day"
                    };
                    faults.errors.push(FieldError::new(field, key));
                }
                day
            };
            let (first, last) = (read("from", &days.from), read("until", &days.until));
            if let (Some(first), Some(last)) = (first, last) {
                match Window::of_days(zone, first, last) {
                    Some(window) => windows.push((kind, window)),
                    None => faults.fault(
                        format!("{}-until", kind.as_str()),
                        "error-ends-before-begin",
                    ),
                }
            }
        }
        if windows.is_empty() && faults.is_fine() {
            faults.fault("survey-from", "error-no-track");
        }
        if faults.is_fine() {
            Ok(windows)
        } else {
            Err(faults)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

    fn sent(pairs: &[(&str, &str)]) -> Times {
        let pairs = pairs.iter().map(|(a, b)| ((*a).into(), (*b).into()));
        Times::sent(&Fields(pairs.collect()), Region::Bw)
    }

    #[test]
    fn a_strand_without_days_is_none_and_both_clock_changes_are_whole_days() {
        let times = sent(&[
            ("survey-from", "2026-03-29"),
            ("survey-until", "2026-03-29"),
            ("statements-from", "25.10.2026"),
            ("statements-until", "25.10.2026"),
        ]);
        let windows = times.parse(BERLIN).unwrap();
        let hours = windows
            .iter()
            .map(|(kind, w)| (*kind, (w.closes_at - w.opens_at).num_hours()));
        assert_eq!(
            hours.collect::<Vec<_>>(),
            [(TrackKind::Survey, 23), (TrackKind::Statements, 25)]
        );
    }

    #[test]
    fn every_fault_stands_at_its_day() {
        let times = sent(&[
            ("survey-from", "2026-07-17"),
            ("survey-until", "2026-06-08"),
            ("comments-from", "bald"),
        ]);
        let faults = times.parse(BERLIN).unwrap_err();
        let fields: Vec<_> = faults
            .errors
            .iter()
            .map(|error| (error.field.as_str(), error.key))
            .collect();
        assert_eq!(
            fields,
            [
                ("survey-until", "error-ends-before-begin"),
                ("comments-from", "error-day"),
                ("comments-until", "error-day-missing"),
            ]
        );
        assert_eq!(faults.form, times);
        assert!(sent(&[]).parse(BERLIN).is_err());
    }

    #[test]
    fn one_press_moves_an_end_to_the_next_working_day() {
        let times = sent(&[("survey-until", "2026-07-19"), ("move", "survey")]);
        assert_eq!(times.0[0].until, "2026-07-20");
    }
}
