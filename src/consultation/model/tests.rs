use super::*;
use proptest::prelude::*;

const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

fn window(first: &str, last: &str) -> Window {
    Window::of_days(BERLIN, first.parse().unwrap(), last.parse().unwrap()).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

#[test]
fn until_17_july_takes_the_last_second_and_refuses_the_next() {
    let summer = window("2026-06-08", "2026-07-17");
    assert_eq!(
        summer.at(at("2026-07-17T23:59:59.999999+02:00")),
        Openness::Open
    );
    assert_eq!(summer.at(at("2026-07-18T00:00:00+02:00")), Openness::Over);
    assert_eq!(summer.at(at("2026-06-07T23:59:59+02:00")), Openness::NotYet);
}

#[test]
fn a_window_over_both_clock_changes_keeps_its_days() {
    for (first, last) in [("2026-03-29", "2026-03-29"), ("2026-10-25", "2026-10-25")] {
        let day = window(first, last);
        assert_eq!(day.first_day(BERLIN), day.last_day(BERLIN));
    }
}

#[test]
fn the_time_left_is_said_in_days() {
    let summer = window("2026-06-08", "2026-07-17");
    let left = |text| summer.time_left(at(text), BERLIN);
    let last = "2026-07-17".parse().unwrap();
    assert_eq!(
        left("2026-07-06T10:00:00+02:00"),
        TimeLeft::Remains {
            day: last,
            days: 11
        }
    );
    assert_eq!(
        left("2026-07-17T23:59:00+02:00"),
        TimeLeft::Remains { day: last, days: 0 }
    );
    assert_eq!(
        left("2026-07-18T00:00:00+02:00"),
        TimeLeft::Ended { day: last }
    );
    let first = "2026-06-08".parse().unwrap();
    assert_eq!(
        left("2026-06-07T23:59:00+02:00"),
        TimeLeft::Begins {
            day: first,
            days: 1
        }
    );
}

#[test]
fn a_window_does_not_end_before_it_begins() {
    let (first, last) = ("2026-07-18".parse().unwrap(), "2026-07-17".parse().unwrap());
    assert_eq!(Window::of_days(BERLIN, first, last), None);
}

proptest! {
    #[test]
    fn first_and_last_day_come_back_as_given(start in 0i64..40_000, length in 0i64..400) {
        let first = NaiveDate::default() + TimeDelta::days(start);
        let last = first + TimeDelta::days(length);
        let window = Window::of_days(BERLIN, first, last).unwrap();
        prop_assert_eq!((window.first_day(BERLIN), window.last_day(BERLIN)), (first, last));
    }
}
