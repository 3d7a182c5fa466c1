//! The one source of time. Everything that depends on the hour takes a [`Clock`] or an instant as a parameter, so
//! that a deadline can be tested on the minute and both days of a clock change can be played through.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveTime, SubsecRound, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// Tells the time in UTC, in whole microseconds (PostgreSQL keeps no more, and what is written must read back equal).
#[derive(Clone, Debug)]
pub struct Clock(Hands);

#[derive(Clone, Debug)]
enum Hands {
    System,
    /// Microseconds since 1970, moved by hand.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self(Hands::System)
    }

    /// A clock that stands still until it is moved; clones share the hands.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self(Hands::Fixed(Arc::new(AtomicI64::new(
            at.timestamp_micros(),
        ))))
    }

    /// The present instant.
    #[expect(clippy::disallowed_methods, reason = "the one home of the system time")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Hands::System => Utc::now().trunc_subsecs(6),
            Hands::Fixed(micros) => {
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default()
            }
        }
    }

    /// Moves a fixed clock to an instant; the system clock is not moved.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Hands::Fixed(micros) = &self.0 {
            micros.store(at.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// Moves a fixed clock on.
    pub fn advance(&self, by: TimeDelta) {
        self.set(self.now() + by);
    }
}

/// The time zone in which the town counts its days and deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(pub Tz);

impl Zone {
    /// The local day of an instant.
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// The instant at which a local day begins. Where the clocks are put forward at midnight, the day begins with its
    /// first existing minute; where an hour comes twice, with the first of the two.
    pub fn start_of(self, day: NaiveDate) -> DateTime<Utc> {
        let mut local = day.and_time(NaiveTime::MIN);
        // No zone ever skipped more than a day; a quarter of an hour divides every gap in the zone database's rules.
        for _ in 0..=96 {
            match self.0.from_local_datetime(&local) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => return at.to_utc(),
                LocalResult::None => local += TimeDelta::minutes(15),
            }
        }
        local.and_utc()
    }

    /// Noon of a local day: an hour that no clock change takes away.
    pub fn noon_of(self, day: NaiveDate) -> DateTime<Utc> {
        let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
        let at = self.0.from_local_datetime(&noon).earliest();
        at.map_or_else(|| self.start_of(day), |at| at.to_utc())
    }

    /// The first instant that no longer belongs to a local day: "until 17 July" ends here.
    pub fn end_of(self, day: NaiveDate) -> DateTime<Utc> {
        self.start_of(day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_days_of_a_clock_change_have_their_right_length() {
        let hours = |d: &str| (BERLIN.end_of(day(d)) - BERLIN.start_of(day(d))).num_hours();
        assert_eq!(hours("2026-03-29"), 23);
        assert_eq!(hours("2026-10-25"), 25);
        assert_eq!(hours("2026-07-17"), 24);
    }

    #[test]
    fn until_17_july_includes_the_last_second_of_the_local_day() {
        let end = BERLIN.end_of(day("2026-07-17"));
        assert_eq!(end.to_rfc3339(), "2026-07-17T22:00:00+00:00");
        assert_eq!(
            BERLIN.day(end - TimeDelta::microseconds(1)),
            day("2026-07-17")
        );
        assert_eq!(BERLIN.day(end), day("2026-07-18"));
    }

    #[test]
    fn a_day_that_skips_midnight_begins_with_its_first_minute() {
        let havana = Zone(chrono_tz::America::Havana);
        assert_eq!(
            havana.start_of(day("2026-03-08")).to_rfc3339(),
            "2026-03-08T05:00:00+00:00"
        );
    }

    #[test]
    fn a_fixed_clock_moves_only_by_hand() {
        let clock = Clock::fixed(BERLIN.start_of(day("2026-07-17")));
        let twin = clock.clone();
        clock.advance(TimeDelta::hours(1));
        assert_eq!(
            twin.now() - BERLIN.start_of(day("2026-07-17")),
            TimeDelta::hours(1)
        );
    }

    proptest! {
        #[test]
        fn every_instant_lies_within_its_own_day(seconds in 0i64..4_102_444_800) {
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            let today = BERLIN.day(at);
            prop_assert!(BERLIN.start_of(today) <= at && at < BERLIN.end_of(today));
        }
    }
}
