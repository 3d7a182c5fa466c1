//! The hours at which mails go out.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

use crate::base::clock::Zone;

/// Eight o'clock of a local day, also where the night before was an hour longer or shorter.
pub fn morning(day: NaiveDate, zone: Zone) -> DateTime<Utc> {
    zone.noon_of(day) - TimeDelta::hours(4)
}

/// The last Monday morning, as of an instant: what had happened by then is in the mail of that week.
pub fn weekly(now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    let today = zone.day(now);
    let since = u64::from(today.weekday().num_days_from_monday());
    let monday = today.checked_sub_days(Days::new(since)).unwrap_or(today);
    let this = morning(monday, zone);
    if this <= now {
        return this;
    }
    morning(
        monday.checked_sub_days(Days::new(7)).unwrap_or(monday),
        zone,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_morning_is_at_eight_on_both_days_of_a_clock_change() {
        let on = |day: &str| morning(day.parse().unwrap(), BERLIN).to_rfc3339();
        assert_eq!(on("2026-03-29"), "2026-03-29T06:00:00+00:00");
        assert_eq!(on("2026-10-25"), "2026-10-25T07:00:00+00:00");
        assert_eq!(on("2026-07-17"), "2026-07-17T06:00:00+00:00");
    }

    #[test]
    fn a_week_ends_on_monday_at_eight() {
        // 2026-07-13 is a Monday.
        let monday = at("2026-07-13T06:00:00Z");
        assert_eq!(weekly(monday, BERLIN), monday);
        assert_eq!(weekly(at("2026-07-19T21:00:00Z"), BERLIN), monday);
        assert_eq!(
            weekly(at("2026-07-13T05:59:59Z"), BERLIN),
            at("2026-07-06T06:00:00Z")
        );
    }
}
