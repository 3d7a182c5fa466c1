use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn region(letters: &str) -> Region {
    letters.parse().unwrap()
}

/// Easter Sunday as the tables of the churches and of the Physikalisch-Technische Bundesanstalt give it.
#[test]
fn easter_falls_on_the_days_of_the_tables() {
    for known in [
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2031-04-13",
        "2032-03-28",
        "2033-04-17",
        "2034-04-09",
        "2035-03-25",
        // The earliest and the latest there can be, and the two that simpler rules get wrong.
        "2285-03-22",
        "2038-04-25",
        "1981-04-19",
        "1954-04-18",
    ] {
        let known = day(known);
        assert_eq!(easter(known.year()), known);
    }
}

/// What holds in each Land in 2026, counted from the lists of the interior ministries; each without Sundays that are
/// holidays by their own name.
#[test]
fn each_land_has_its_number_of_holidays() {
    let count = |letters: &str, year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter(|day| region(letters).holiday(*day).is_some())
            .count()
    };
    for (letters, expected) in [
        ("", 9),
        ("BB", 12),
        ("BE", 10),
        ("BW", 12),
        ("BY", 13),
        ("HB", 10),
        ("HE", 10),
        ("HH", 10),
        ("MV", 11),
        ("NI", 10),
        ("NW", 11),
        ("RP", 11),
        ("SH", 10),
        ("SL", 12),
        ("SN", 11),
        ("ST", 11),
        ("TH", 11),
    ] {
        assert_eq!(count(letters, 2026), expected, "{letters}");
    }
    // Once only, or only since a law was changed.
    assert_eq!((count("BE", 2025), count("BE", 2020)), (11, 11));
    assert_eq!((count("MV", 2022), count("MV", 2023)), (10, 11));
}

#[test]
fn known_days_bear_their_names() {
    for (text, letters, expected) in [
        ("2026-01-06", "BW", Some(Holiday::Epiphany)),
        ("2026-01-06", "HE", None),
        ("2026-04-03", "", Some(Holiday::GoodFriday)),
        ("2026-04-06", "", Some(Holiday::EasterMonday)),
        ("2026-05-14", "", Some(Holiday::Ascension)),
        ("2026-05-25", "", Some(Holiday::WhitMonday)),
        ("2026-06-04", "BW", Some(Holiday::CorpusChristi)),
        ("2026-06-04", "BE", None),
        ("2026-10-31", "SH", Some(Holiday::Reformation)),
        ("2026-10-31", "BW", None),
        ("2026-11-01", "BW", Some(Holiday::AllSaints)),
        ("2026-11-18", "SN", Some(Holiday::Repentance)),
        ("2026-11-18", "ST", None),
        ("2022-11-16", "SN", Some(Holiday::Repentance)),
        ("2027-11-17", "SN", Some(Holiday::Repentance)),
        ("2025-05-08", "BE", Some(Holiday::Liberation)),
        ("2026-05-08", "BE", None),
        ("2035-05-03", "", Some(Holiday::Ascension)),
    ] {
        assert_eq!(
            region(letters).holiday(day(text)),
            expected,
            "{text} {letters}"
        );
    }
}

#[test]
fn the_next_working_day_lies_behind_all_days_off() {
    let next = |text, letters| next_working_day(day(text), region(letters)).to_string();
    assert_eq!(next("2026-07-19", "BW"), "2026-07-20");
    assert_eq!(next("2026-04-03", "BW"), "2026-04-07");
    assert_eq!(next("2026-12-25", "BW"), "2026-12-28");
    assert_eq!(next("2026-07-17", "BW"), "2026-07-17");
    // A holiday in one Land and a working day in the next.
    assert_eq!(next("2026-06-04", "BW"), "2026-06-05");
    assert_eq!(next("2026-06-04", "SH"), "2026-06-04");
}

#[test]
fn a_holiday_on_a_sunday_is_called_by_its_name() {
    let unity = DayOff::of(day("2027-10-03"), Region::Everywhere);
    assert_eq!(unity, Some(DayOff::Holiday(Holiday::Unity)));
    assert_eq!(
        DayOff::of(day("2026-07-18"), Region::Bw),
        Some(DayOff::Saturday)
    );
    assert_eq!(DayOff::of(day("2026-07-20"), Region::Bw), None);
}

proptest! {
    #[test]
    fn the_next_working_day_is_one_and_none_lies_before_it(start in 18_000i64..30_000, at in 0usize..17) {
        let (_, region) = Region::ALL[at];
        let from = NaiveDate::default() + chrono::TimeDelta::days(start);
        let next = next_working_day(from, region);
        prop_assert!(DayOff::of(next, region).is_none());
        let skipped = from.iter_days().take_while(|day| *day < next);
        for day in skipped {
            prop_assert!(DayOff::of(day, region).is_some());
        }
    }

    #[test]
    fn easter_is_a_sunday_in_its_weeks(year in 1583i32..4000) {
        let sunday = easter(year);
        prop_assert_eq!(sunday.weekday(), Weekday::Sun);
        let first = NaiveDate::from_ymd_opt(year, 3, 22).unwrap();
        prop_assert!((0..35).contains(&(sunday - first).num_days()));
    }

    /// What the whole country keeps is kept in every Land.
    #[test]
    fn no_land_lacks_a_holiday_of_all(start in 18_000i64..30_000) {
        let day = NaiveDate::default() + chrono::TimeDelta::days(start);
        if let Some(all) = Region::Everywhere.holiday(day) {
            for (_, region) in Region::ALL {
                prop_assert_eq!(region.holiday(day), Some(all));
            }
        }
    }
}
