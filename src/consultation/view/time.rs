//! Time in words.

use chrono::NaiveDate;
use serde::Serialize;

use crate::consultation::TimeLeft;

/// What is said about time: the text key, the days, the day.
#[derive(Clone, Serialize)]
pub struct TimeWords {
    /// `time-begins-today` … `time-ended`: a text with `$days` and `$day`.
    pub key: &'static str,
    /// Days from today.
    pub days: i64,
    /// The day it is about.
    pub day: NaiveDate,
}

impl From<TimeLeft> for TimeWords {
    fn from(left: TimeLeft) -> Self {
        let (key, days, day) = match left {
            TimeLeft::Begins { day, days: 1 } => ("time-begins-tomorrow", 1, day),
            TimeLeft::Begins { day, days } => ("time-begins", days, day),
            TimeLeft::Remains { day, days: 0 } => ("time-last-day", 0, day),
            TimeLeft::Remains { day, days: 1 } => ("time-until-tomorrow", 1, day),
            TimeLeft::Remains { day, days } => ("time-remains", days, day),
            TimeLeft::Ended { day } => ("time-ended", 0, day),
        };
        Self { key, days, day }
    }
}
