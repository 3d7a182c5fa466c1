//! What may become of a window once people rely on it: it is moved or closed early, never into the past.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Openness, Window};
use crate::base::clock::Zone;

/// Why a window cannot be changed like that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineFault {
    /// The new first day is over.
    PastFirst,
    /// The new last day is over.
    PastLast,
    /// The new last day lies before the first.
    EndsBeforeBegin,
    /// It would stay as it is.
    Unchanged,
    /// Only what is open can be closed early.
    NotOpen,
    /// The day does not lie before the last day that was announced.
    NotEarlier,
}

/// When something is closed early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// At this moment.
    Now,
    /// With the end of a day.
    EndOf(NaiveDate),
}

/// Moves a window. The first day can only be moved while it has not come; no day may be over. What has ended may be
/// opened again by a later last day.
///
/// # Errors
/// The first thing that is wrong.
pub fn change_window(
    window: Window,
    first: Option<NaiveDate>,
    last: NaiveDate,
    now: DateTime<Utc>,
    zone: Zone,
) -> Result<Window, DeadlineFault> {
    let today = zone.day(now);
    let begun = window.at(now) != Openness::NotYet;
    let first = first.filter(|first| !begun && *first != window.first_day(zone));
    if first.is_some_and(|first| first < today) {
        return Err(DeadlineFault::PastFirst);
    }
    if last < today {
        return Err(DeadlineFault::PastLast);
    }
    let opens_at = first.map_or(window.opens_at, |first| zone.start_of(first));
    let moved = Window {
        opens_at,
        closes_at: zone.end_of(last),
    };
    if moved.closes_at <= moved.opens_at {
        Err(DeadlineFault::EndsBeforeBegin)
    } else if moved == window {
        Err(DeadlineFault::Unchanged)
    } else {
        Ok(moved)
    }
}

/// Closes a window before its announced end.
///
/// # Errors
/// When it is not open, or the day does not lie between today and the day before the announced end.
pub fn close_window(
    window: Window,
    closing: Closing,
    now: DateTime<Utc>,
    zone: Zone,
) -> Result<Window, DeadlineFault> {
    if window.at(now) != Openness::Open || window.opens_at == now {
        return Err(DeadlineFault::NotOpen);
    }
    let closes_at = match closing {
        Closing::Now => now,
        Closing::EndOf(day) if day < zone.day(now) => return Err(DeadlineFault::PastLast),
        Closing::EndOf(day) => zone.end_of(day),
    };
    if closes_at < window.closes_at {
        Ok(Window {
            closes_at,
            ..window
        })
    } else {
        Err(DeadlineFault::NotEarlier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    fn summer() -> Window {
        Window::of_days(BERLIN, day("2026-06-08"), day("2026-07-17")).unwrap()
    }

    #[test]
    fn a_running_window_keeps_its_beginning() {
        let now = at("2026-07-01T10:00:00+02:00");
        let change = |first: Option<&str>, last| {
            change_window(summer(), first.map(day), day(last), now, BERLIN)
        };
        let longer = change(None, "2026-07-31").unwrap();
        assert_eq!(longer.first_day(BERLIN), day("2026-06-08"));
        assert_eq!(longer.last_day(BERLIN), day("2026-07-31"));
        // A first day that was sent all the same changes nothing.
        assert_eq!(change(Some("2026-07-10"), "2026-07-31"), Ok(longer));
        assert_eq!(change(None, "2026-07-17"), Err(DeadlineFault::Unchanged));
        assert_eq!(change(None, "2026-06-30"), Err(DeadlineFault::PastLast));
        assert!(change(None, "2026-07-01").is_ok());
    }

    #[test]
    fn what_has_not_begun_can_be_moved_as_a_whole_but_not_into_the_past() {
        let now = at("2026-05-20T10:00:00+02:00");
        let change =
            |first, last| change_window(summer(), Some(day(first)), day(last), now, BERLIN);
        assert_eq!(
            change("2026-06-15", "2026-07-24")
                .unwrap()
                .first_day(BERLIN),
            day("2026-06-15")
        );
        assert_eq!(
            change("2026-05-19", "2026-07-24"),
            Err(DeadlineFault::PastFirst)
        );
        assert_eq!(
            change("2026-06-15", "2026-06-14"),
            Err(DeadlineFault::EndsBeforeBegin)
        );
    }

    #[test]
    fn what_has_ended_can_be_opened_again() {
        let now = at("2026-07-20T10:00:00+02:00");
        let again = change_window(summer(), None, day("2026-07-24"), now, BERLIN).unwrap();
        assert_eq!(again.at(now), Openness::Open);
    }

    #[test]
    fn closing_early_takes_the_moment_or_the_end_of_a_day() {
        let now = at("2026-07-01T10:00:00+02:00");
        let close = |closing| close_window(summer(), closing, now, BERLIN);
        let at_once = close(Closing::Now).unwrap();
        assert_eq!((at_once.closes_at, at_once.at(now)), (now, Openness::Over));
        let today = close(Closing::EndOf(day("2026-07-01"))).unwrap();
        assert_eq!(today.closes_at, at("2026-07-02T00:00:00+02:00"));
        assert_eq!(
            close(Closing::EndOf(day("2026-07-17"))),
            Err(DeadlineFault::NotEarlier)
        );
        assert_eq!(
            close(Closing::EndOf(day("2026-06-30"))),
            Err(DeadlineFault::PastLast)
        );
        let late = at("2026-07-18T00:00:00+02:00");
        assert_eq!(
            close_window(summer(), Closing::Now, late, BERLIN),
            Err(DeadlineFault::NotOpen)
        );
    }

    proptest! {
        /// Whatever is asked at whatever time: what comes out never ended before it was decided, and ends after it begins.
        #[test]
        fn nothing_is_moved_into_the_past(hours in -2_000i64..2_000, first in -60i64..60, last in -60i64..60) {
            let now = summer().opens_at + TimeDelta::hours(hours);
            let from = |days| day("2026-06-08") + TimeDelta::days(days);
            if let Ok(moved) = change_window(summer(), Some(from(first)), from(last), now, BERLIN) {
                prop_assert!(moved.closes_at > now && moved.opens_at < moved.closes_at);
                prop_assert!(moved.opens_at == summer().opens_at || summer().opens_at > now);
            }
        }
    }
}
