//! The days on which a deadline should not end: Saturdays, Sundays and public holidays of the town's region.
//!
//! A deadline on such a day counts all the same, because the town has named the day. But people expect that it ends on
//! the next working day, as the law does where only a length was given (§ 31 (3) VwVfG), so editors are warned. Which
//! days are public holidays stands in the laws of the Länder, as of 2026; the rules hold from 2020 on.

mod region;

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub use region::{Holiday, Region};

/// Why a day is a bad one for an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A public holiday of the region.
    Holiday(Holiday),
}

impl DayOff {
    /// Whether a day is one on which a deadline should not end (§ 31 (3) VwVfG); a holiday is named before its weekday.
    pub fn of(day: NaiveDate, region: Region) -> Option<Self> {
        region.holiday(day).map(Self::Holiday).or_else(|| {
            Some(match day.weekday() {
                Weekday::Sat => Self::Saturday,
                Weekday::Sun => Self::Sunday,
                _ => return None,
            })
        })
    }

    /// The text that names the day.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Saturday => "day-off-saturday",
            Self::Sunday => "day-off-sunday",
            Self::Holiday(holiday) => holiday.label_key(),
        }
    }
}

/// The first working day on or after a day: the "nächstfolgende Werktag" of § 31 (3) VwVfG.
pub fn next_working_day(day: NaiveDate, region: Region) -> NaiveDate {
    let mut next = day;
    // No row of days off is longer than Good Friday to Easter Monday, or Christmas with its weekend.
    for _ in 0..14 {
        if DayOff::of(next, region).is_none() {
            return next;
        }
        let Some(after) = next.checked_add_days(Days::new(1)) else {
            return day;
        };
        next = after;
    }
    next
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher, which has no exceptions.
#[expect(
    clippy::many_single_char_names,
    reason = "the letters of the published rule"
)]
pub fn easter(year: i32) -> NaiveDate {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    // 22 March to 25 April, so both numbers fit.
    let month = u32::try_from(n.div_euclid(31)).unwrap_or(4);
    let day = u32::try_from(n.rem_euclid(31) + 1).unwrap_or(1);
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests;
