//! The charts of an invented town by example, and what must hold for any numbers.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Edges of rounded numbers are compared in hundredths, where they are whole.
fn cents(percent: f64) -> i64 {
    format!("{:.0}", percent * 100.0)
        .parse()
        .unwrap_or(i64::MIN)
}

#[test]
fn bars_by_example() {
    let chart = diverging(&[[0, 6, 71, 20, 3], [0; 5]]);
    assert_eq!((cents(chart.axis_x), cents(chart.unclear_x)), (3383, 8496));
    let parts: Vec<_> = chart.bars[0]
        .segments
        .iter()
        .map(|part| {
            (
                part.index,
                cents(part.x),
                cents(part.width),
                part.label,
                part.narrow,
            )
        })
        .collect();
    let expected = [
        (1, 263, 451, Label::Inside, true),
        (2, 714, 5339, Label::Inside, false),
        (3, 6053, 1503, Label::Inside, false),
        (4, 8496, 226, Label::After, true),
    ];
    assert_eq!(parts, expected);
    assert_eq!(cents(chart.bars[0].segments[1].label_x), 3383);
    assert!(chart.bars[1].segments.is_empty());
}

#[test]
fn values_that_do_not_fit_stand_outside_or_in_the_text() {
    let chart = diverging(&[[2, 3, 90, 2, 3], [0, 0, 3, 0, 97]]);
    let labels = |bar: usize| -> Vec<Label> {
        chart.bars[bar]
            .segments
            .iter()
            .map(|part| part.label)
            .collect()
    };
    let expected = [
        Label::Before,
        Label::Nowhere,
        Label::Inside,
        Label::After,
        Label::After,
    ];
    assert_eq!(labels(0), expected);
    assert_eq!(labels(1), [Label::Before, Label::Inside]);
}

#[test]
fn a_part_of_a_chart_is_plain_data_for_a_template() -> serde_json::Result<()> {
    let chart = serde_json::to_value(diverging(&[[0, 0, 0, 100, 0]]))?;
    let part = &chart["bars"][0]["segments"][0];
    assert_eq!(part["label"], "inside");
    assert_eq!(part["x"], chart["axis_x"]);
    Ok(())
}

#[test]
fn columns_by_example() {
    let chart = columns(&[5, 9, 4, 3, 6, 7]);
    let first = &chart.columns[0];
    assert_eq!(
        (cents(first.x), cents(first.width), cents(first.label_x)),
        (233, 1200, 833)
    );
    assert_eq!((cents(first.height), cents(first.top)), (5556, 4444));
    assert_eq!((chart.highest, cents(chart.columns[1].height)), (9, 10_000));
    assert!(chart.columns.iter().all(|column| column.labelled));
    assert!(columns(&[]).columns.is_empty());
    assert_eq!(cents(columns(&[0]).columns[0].height), 0);
}

#[test]
fn a_summer_of_participation() {
    let windows = [
        (date(2026, 6, 8), Some(date(2026, 7, 17))),
        (date(2026, 6, 8), Some(date(2026, 7, 31))),
        (date(2026, 12, 9), Some(date(2026, 12, 9))),
    ];
    let chart = tracks(&windows, date(2026, 7, 6));
    let first = &chart.bars[0];
    assert_eq!((cents(first.x), cents(first.width)), (327, 1869));
    assert_eq!(
        chart.today_x.map(cents),
        Some(1659),
        "the middle of day 36 of 214"
    );
    let months: Vec<_> = chart.ticks.iter().map(|tick| tick.month).collect();
    assert_eq!(months, [6, 7, 8, 9, 10, 11, 12]);
    assert!(chart.bars[2].single_day && !first.single_day);
    assert_eq!(tracks(&windows, date(2027, 1, 1)).today_x, None);
}

#[test]
fn three_weeks_and_three_years() {
    let short = tracks(
        &[(date(2026, 6, 8), Some(date(2026, 6, 28)))],
        date(2026, 6, 1),
    );
    assert_eq!((short.ticks.len(), cents(short.bars[0].width)), (1, 7000));

    let long = tracks(
        &[(date(2025, 2, 10), Some(date(2028, 2, 9)))],
        date(2026, 6, 1),
    );
    let ticks: Vec<_> = long
        .ticks
        .iter()
        .map(|tick| (tick.year, tick.month))
        .collect();
    let half_years = [
        (2025, 1),
        (2025, 7),
        (2026, 1),
        (2026, 7),
        (2027, 1),
        (2027, 7),
        (2028, 1),
    ];
    assert_eq!(ticks, half_years);
    let years = long.ticks.iter().map(|tick| tick.names_year);
    assert!(years.eq([true, false, true, false, true, false, true]));
}

#[test]
fn a_track_without_an_end_reaches_the_edge() {
    let chart = tracks(&[(date(2026, 6, 8), None)], date(2026, 9, 30));
    let bar = &chart.bars[0];
    assert!(bar.open_end && !bar.single_day);
    assert_eq!(cents(bar.x) + cents(bar.width), 10_000);
    assert_eq!(tracks(&[], date(2026, 1, 1)), Timeline::default());
    let forever = [(NaiveDate::MIN, Some(NaiveDate::MAX))];
    assert!(tracks(&forever, date(2026, 1, 1)).ticks.len() <= 30);
}

/// A row of whole per cents with the sum 100, or an empty one.
fn row() -> impl Strategy<Value = [u8; 5]> {
    let cuts = prop::array::uniform4(0_u8..=100).prop_map(|mut cuts| {
        cuts.sort_unstable();
        let [a, b, c, d] = cuts;
        [a, b - a, c - b, d - c, 100 - d]
    });
    prop_oneof![8 => cuts, 1 => Just([0; 5]), 1 => any::<[u8; 5]>()]
}

proptest! {
    #[test]
    fn segments_keep_their_place(rows in prop::collection::vec(row(), 1..7)) {
        let chart = diverging(&rows);
        let axis = cents(chart.axis_x);
        let mut widths = Vec::new();
        for (row, bar) in rows.iter().zip(&chart.bars) {
            let shown: Vec<_> = bar.segments.iter().map(|part| (part.index, part.percent)).collect();
            let expected: Vec<_> = row.iter().copied().enumerate().filter(|kind| kind.1 > 0).collect();
            prop_assert_eq!(shown, expected, "each share once, in order");
            for part in &bar.segments {
                let (x, end) = (cents(part.x), cents(part.x) + cents(part.width));
                prop_assert!(0 <= x && x < end && end <= 10_000);
                prop_assert!((0..=10_000).contains(&cents(part.label_x)));
                if part.index == 2 {
                    prop_assert!(((axis - x) - (end - axis)).abs() <= 1, "symmetrical");
                }
                if part.label == Label::Before {
                    prop_assert!(x >= 299, "room for the value");
                }
                prop_assert_eq!(part.index == 4, x >= cents(chart.unclear_x), "unclear apart");
                widths.push((i64::from(part.percent), end - x));
            }
            for pair in bar.segments.windows(2) {
                let (end, next) = (cents(pair[0].x) + cents(pair[0].width), cents(pair[1].x));
                prop_assert_eq!(end < next, pair[1].index == 4, "only the last stands apart");
                prop_assert!(end <= next);
            }
        }
        // One scale for the page: widths relate to each other as the shares do.
        for &(share, width) in &widths {
            for &(other, other_width) in &widths {
                prop_assert!((share * other_width - other * width).abs() <= share + other);
            }
        }
    }

    #[test]
    fn columns_stand_apart(values in prop::collection::vec(
        prop_oneof![0_u64..30, Just(u64::MAX)], 0..60)
    ) {
        let chart = columns(&values);
        for (column, &value) in chart.columns.iter().zip(&values) {
            prop_assert_eq!(column.value, value);
            prop_assert!(column.x >= 0.0 && cents(column.x) + cents(column.width) <= 10_000);
            prop_assert_eq!(cents(column.top) + cents(column.height), 10_000);
        }
        for pair in chart.columns.windows(2) {
            prop_assert!(cents(pair[0].x) + cents(pair[0].width) < cents(pair[1].x));
            prop_assert!(pair[0].value > pair[1].value || pair[0].height <= pair[1].height);
        }
        prop_assert!(chart.columns.iter().filter(|column| column.labelled).count() <= 8);
    }

    #[test]
    fn a_timeline_holds_its_tracks(
        windows in prop::collection::vec((0_u64..700, prop::option::of(0_u64..700)), 1..6),
        today in 0_u64..1500,
    ) {
        let start = date(2025, 11, 17);
        let windows: Vec<_> = windows.into_iter()
            .map(|(first, length)| {
                let first = start + Days::new(first);
                (first, length.map(|length| first + Days::new(length)))
            })
            .collect();
        let chart = tracks(&windows, start + Days::new(today));
        prop_assert_eq!(chart.bars.len(), windows.len());
        for (bar, window) in chart.bars.iter().zip(&windows) {
            prop_assert!(bar.width > 0.0 && cents(bar.x) + cents(bar.width) <= 10_000);
            prop_assert_eq!(bar.open_end, window.1.is_none());
        }
        prop_assert!((1..=12).contains(&chart.ticks.len()));
        prop_assert_eq!(cents(chart.ticks[0].x), 0);
        let spaced = chart.ticks.windows(2).all(|pair| pair[1].x - pair[0].x > 7.0);
        prop_assert!(spaced && chart.ticks.last().is_some_and(|tick| tick.x < 93.0));
    }
}
