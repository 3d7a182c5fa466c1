//! The timeline of a consultation: which track is open when.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{hundredths, percent};

/// More ticks than this would crowd their names.
const MOST_TICKS: i32 = 12;
/// Months between two ticks, the smallest that suffices is taken. A year and more start in January.
const STEPS: [i32; 9] = [1, 3, 6, 12, 24, 60, 120, 1_200, 12_000];

/// The tracks of a consultation on a common axis of months.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// The months to name, from left to right.
    pub ticks: Vec<Tick>,
    /// One bar for each window, in their order.
    pub bars: Vec<Span>,
    /// Where today stands, unless it is outside of the axis: the middle of the day in per cent.
    pub today_x: Option<f64>,
}

/// The first of a month on the axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Where it stands, in per cent; its name begins here.
    pub x: f64,
    /// 1 to 12.
    pub month: u32,
    /// The year.
    pub year: i32,
    /// The first tick of its year: here the name needs the year, if there is more than one.
    pub names_year: bool,
}

/// The time in which a track is open, from the first moment of its first day to the last moment of
/// its last one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// Left edge in per cent.
    pub x: f64,
    /// Width in per cent.
    pub width: f64,
    /// The middle, for a dot where the bar would be too narrow to see.
    pub middle_x: f64,
    /// It lasts one day, such as a meeting.
    pub single_day: bool,
    /// It has no end yet: the bar runs to the edge and should look open there.
    pub open_end: bool,
}

/// Lays out windows of whole days (first day, last day) on an axis of whole months.
///
/// The axis reaches from the earliest window to the last end; a window without an end makes it
/// reach today as well. Long axes name each quarter, half year or year, so that no more than
/// twelve names stand there. An end before its start counts as the start. Without any window the
/// timeline is empty.
pub fn tracks(windows: &[(NaiveDate, Option<NaiveDate>)], today: NaiveDate) -> Timeline {
    Axis::for_windows(windows, today).map_or_else(Timeline::default, |axis| Timeline {
        ticks: axis.ticks(),
        bars: windows
            .iter()
            .map(|&(start, end)| axis.span(start, end))
            .collect(),
        today_x: axis.middle_of(today),
    })
}

/// A stretch of whole months.
struct Axis {
    /// First month, counted from the year 0.
    first_month: i32,
    /// The month after the last one.
    end_month: i32,
    /// Months between two ticks.
    step: i32,
    from: NaiveDate,
    until: NaiveDate,
}

impl Axis {
    /// `None` without windows, or at the very end of the calendar.
    fn for_windows(windows: &[(NaiveDate, Option<NaiveDate>)], today: NaiveDate) -> Option<Self> {
        let earliest = windows.iter().map(|window| window.0).min()?;
        let last = |&(start, end): &(NaiveDate, Option<NaiveDate>)| start.max(end.unwrap_or(today));
        let last = windows.iter().map(last).max()?;
        let (from, until) = (month_of(earliest), month_of(last) + 1);
        // Both edges stand on a tick, so that the last name has as much room as the others.
        let edges = |step: i32| {
            (
                from.div_euclid(step) * step,
                -((-until).div_euclid(step)) * step,
            )
        };
        let step = STEPS.into_iter().find(|&step| {
            let (first, end) = edges(step);
            end - first <= MOST_TICKS * step
        })?;
        let (first_month, end_month) = edges(step);
        Some(Self {
            first_month,
            end_month,
            step,
            from: first_day(first_month)?,
            until: first_day(end_month)?,
        })
    }

    /// Half days since the start, as hundredths of a per cent.
    fn at(&self, half_days: i64) -> u32 {
        let whole = (self.until - self.from).num_days() * 2;
        let natural = |n: i64| u64::try_from(n).unwrap_or(0);
        hundredths(natural(half_days), natural(whole))
    }

    fn half_days_to(&self, day: NaiveDate) -> i64 {
        (day - self.from).num_days() * 2
    }

    fn middle_of(&self, day: NaiveDate) -> Option<f64> {
        let inside = (self.from..self.until).contains(&day);
        inside.then(|| percent(self.at(self.half_days_to(day) + 1)))
    }

    fn span(&self, start: NaiveDate, end: Option<NaiveDate>) -> Span {
        let from = self.half_days_to(start);
        let until = match end {
            Some(end) => self.half_days_to(end.max(start)) + 2,
            None => self.half_days_to(self.until),
        };
        let (x, end_x) = (self.at(from), self.at(until));
        Span {
            x: percent(x),
            width: percent(end_x - x),
            middle_x: percent(self.at(i64::midpoint(from, until))),
            single_day: end.is_some() && until - from <= 2,
            open_end: end.is_none(),
        }
    }

    fn ticks(&self) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut month = self.first_month;
        while month < self.end_month {
            if let Some(day) = first_day(month) {
                ticks.push(Tick {
                    x: percent(self.at(self.half_days_to(day))),
                    month: day.month(),
                    year: day.year(),
                    names_year: ticks.last().is_none_or(|before| before.year != day.year()),
                });
            }
            month += self.step;
        }
        ticks
    }
}

/// Months since the year 0.
fn month_of(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
}

fn first_day(month: i32) -> Option<NaiveDate> {
    let month0 = u32::try_from(month.rem_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(month.div_euclid(12), month0 + 1, 1)
}
