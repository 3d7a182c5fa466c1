//! The limits by example, and what must hold for any numbers.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::*;

const LIMITS: Limits = Limits {
    min_questionnaires: 5,
    min_marks: 20,
    min_cell: 5,
};

fn day(n: u64) -> NaiveDate {
    // A Monday.
    let monday = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap_or_default();
    monday + Days::new(n)
}

#[test]
fn shares_by_example() {
    // 70.59, 20.59, 5.88, 2.94: the last per cent goes to the bigger of two equal remainders.
    assert_eq!(shares(&[0, 2, 24, 7, 1]), [0, 6, 71, 20, 3]);
    assert_eq!(shares(&[1, 7]), [12, 88]);
    assert_eq!(shares(&[1, 1, 1]), [34, 33, 33]);
    assert_eq!(shares(&[0, 0]), [0, 0]);
    assert_eq!(shares(&[]), [0_u8; 0]);
    assert_eq!(shares(&[u64::MAX, u64::MAX]), [50, 50]);
    assert_eq!(shares(&[73, 32, 11]), [63, 28, 9]);
}

#[test]
fn what_is_shown_depends_on_people_first_and_marks_second() {
    assert_eq!(shown(&[4, 96], 4, LIMITS), Shown::TooFew);
    assert_eq!(
        shown(&[9, 10], 5, LIMITS),
        Shown::Counts {
            counts: vec![9, 10]
        }
    );
    let shares = Shown::Shares {
        counts: vec![10, 10],
        percent: vec![50, 50],
    };
    assert_eq!(shown(&[10, 10], 5, LIMITS), shares);
}

#[test]
fn several_choices_are_parts_of_the_questionnaires() {
    let shares = Shown::Shares {
        counts: vec![30, 15, 1],
        percent: vec![75, 38, 3],
    };
    assert_eq!(shown_choices(&[30, 15, 1], 40, LIMITS), shares);
    assert_eq!(
        shown_choices(&[15, 15], 19, LIMITS),
        Shown::Counts {
            counts: vec![15, 15]
        }
    );
}

#[test]
fn a_channel_alone_below_the_limit_takes_the_next_one_along() {
    let rows = vec![("online", 27), ("paper", 3), ("event", 4), ("desk", 0)];
    let merged = merge_small(rows, LIMITS);
    assert_eq!(merged.rows, [("online", 27)]);
    let together = merged.together.map(|row| (row.labels, row.n));
    assert_eq!(together, Some((vec!["paper", "event"], 7)));

    let merged = merge_small(vec![("online", 27), ("event", 9), ("paper", 1)], LIMITS);
    let together = merged.together.map(|row| (row.labels, row.n));
    assert_eq!(together, Some((vec!["event", "paper"], 10)));

    assert!(merge_small(vec![("online", 2), ("paper", 2)], LIMITS).is_empty());
}

#[test]
fn days_become_weeks_and_weeks_are_joined() {
    let busy: Vec<_> = (0..3).map(|n| (day(n), 5 + n)).collect();
    assert_eq!(merge_days(&busy, LIMITS).len(), 3, "each day is enough");

    // 9 in the first week, none in the second, 2 in the third, 8 in the fourth.
    let thin = [(day(23), 8), (day(1), 9), (day(20), 2)];
    let bucket = |from, until, n| Bucket {
        from: day(from),
        until: day(until),
        n,
    };
    assert_eq!(
        merge_days(&thin, LIMITS),
        [bucket(0, 13, 9), bucket(14, 27, 10)]
    );
    assert_eq!(merge_days(&[(day(0), 4)], LIMITS), []);
    assert_eq!(merge_days(&[], LIMITS), []);
    let ends = [(NaiveDate::MIN, 1), (NaiveDate::MAX, 9)];
    assert_eq!(merge_days(&ends, LIMITS).len(), 1);
}

#[test]
fn one_small_cell_takes_the_cheapest_ring_along() {
    let table = [vec![3, 20, 40], vec![9, 8, 30], vec![50, 0, 60]];
    let shown = cross(&table, LIMITS);
    let cells = [
        vec![None, None, Some(40)],
        vec![None, None, Some(30)],
        vec![Some(50), Some(0), Some(60)],
    ];
    assert_eq!(shown.cells, cells);
    assert_eq!(shown.margins.map(|sums| sums.total), Some(220));
}

#[test]
fn sums_that_give_a_cell_away_are_withheld() {
    let one_row = cross(&[vec![3, 20]], LIMITS);
    assert_eq!(
        (one_row.cells, one_row.margins),
        (vec![vec![None, None]], None)
    );
    let small_row = cross(&[vec![3, 0], vec![9, 9]], LIMITS);
    assert_eq!(small_row.margins, None);
    let nothing_small = cross(&[vec![0, 5], vec![]], LIMITS);
    assert_eq!(nothing_small.cells, [vec![Some(0), Some(5)], vec![]]);
    assert!(nothing_small.margins.is_some());
}

/// The least and the greatest value of each hidden cell over all tables with the same sums, found
/// by trying all of them: the slow twin of the search for rings.
struct AllTables {
    free: Vec<(usize, usize)>,
    range: Vec<(u64, u64)>,
    rows: Vec<u64>,
    columns: Vec<u64>,
    trial: Vec<u64>,
}

impl AllTables {
    fn of(table: &[Vec<u64>], cells: &[Vec<Option<u64>>]) -> Self {
        let mut all = Self {
            free: Vec::new(),
            range: Vec::new(),
            rows: vec![0; table.len()],
            columns: vec![0; table.iter().map(Vec::len).max().unwrap_or(0)],
            trial: Vec::new(),
        };
        for (r, row) in table.iter().enumerate() {
            for (c, &n) in row
                .iter()
                .enumerate()
                .filter(|(c, _)| cells[r][*c].is_none())
            {
                all.free.push((r, c));
                all.range.push((n, n));
                all.rows[r] += n;
                all.columns[c] += n;
            }
        }
        all.fill();
        all
    }

    fn fill(&mut self) {
        let Some(&(r, c)) = self.free.get(self.trial.len()) else {
            if self.rows.iter().chain(&self.columns).all(|&left| left == 0) {
                for (range, &n) in self.range.iter_mut().zip(&self.trial) {
                    *range = (range.0.min(n), range.1.max(n));
                }
            }
            return;
        };
        // The last free cell of a row has to take what is left of it.
        let ends_row = self
            .free
            .get(self.trial.len() + 1)
            .is_none_or(|next| next.0 != r);
        let least = if ends_row { self.rows[r] } else { 0 };
        for n in least..=self.rows[r].min(self.columns[c]) {
            self.rows[r] -= n;
            self.columns[c] -= n;
            self.trial.push(n);
            self.fill();
            self.trial.pop();
            self.rows[r] += n;
            self.columns[c] += n;
        }
    }

    /// The cells of which only one value is possible.
    fn given_away(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let cells = self.free.iter().zip(&self.range);
        cells
            .filter(|(_, range)| range.0 == range.1)
            .map(|(place, _)| *place)
    }
}

fn small_table() -> impl Strategy<Value = Vec<Vec<u64>>> {
    let cell = prop_oneof![3 => Just(0_u64), 3 => 1_u64..3, 4 => 3_u64..7];
    (1_usize..=3, 1_usize..=3).prop_flat_map(move |(rows, columns)| {
        prop::collection::vec(prop::collection::vec(cell.clone(), columns), rows)
    })
}

proptest! {
    #[test]
    fn shares_sum_to_100_and_stay_close(counts in prop::collection::vec(
        prop_oneof![0_u64..50, 0_u64..=1_000_000_000_000, Just(u64::MAX)], 1..9)
    ) {
        let percent = shares(&counts);
        let total: u128 = counts.iter().copied().map(u128::from).sum();
        let sum: u32 = percent.iter().copied().map(u32::from).sum();
        prop_assert_eq!(sum, if total == 0 { 0 } else { 100 });
        for (i, (&count, &share)) in counts.iter().zip(&percent).enumerate() {
            let distance = (u128::from(count) * 100).abs_diff(u128::from(share) * total);
            prop_assert!(distance < total.max(1), "no share is a whole per cent off");
            for (&other, &other_share) in counts.iter().zip(&percent).skip(i + 1) {
                prop_assert!(count <= other || share >= other_share, "more marks, no smaller share");
                prop_assert!(count >= other || share <= other_share);
            }
        }
    }

    #[test]
    fn no_row_of_a_merged_table_is_small(
        counts in prop::collection::vec(0_u64..14, 0..8), min_cell in 0_u64..9,
    ) {
        let limits = Limits { min_cell, ..LIMITS };
        let total: u64 = counts.iter().sum();
        let merged = merge_small(counts.iter().copied().enumerate().collect(), limits);
        let mut shown: u64 = merged.rows.iter().map(|row| row.1).sum();
        prop_assert!(merged.rows.iter().all(|row| row.1 >= min_cell.max(1)));
        prop_assert!(merged.rows.is_sorted());
        if let Some(together) = &merged.together {
            prop_assert!(together.n >= min_cell && together.labels.len() >= 2);
            prop_assert!(together.labels.is_sorted());
            shown += together.n;
        }
        prop_assert_eq!(shown, if total < min_cell { 0 } else { total });
    }

    #[test]
    fn stretches_of_days_are_large_enough_and_leave_no_gap(
        days in prop::collection::vec((0_u64..80, 0_u64..12), 0..40), min_cell in 1_u64..9,
    ) {
        let limits = Limits { min_cell, ..LIMITS };
        let total: u64 = days.iter().map(|day| day.1).sum();
        let days: Vec<_> = days.into_iter().map(|(n, count)| (day(n), count)).collect();
        let buckets = merge_days(&days, limits);
        prop_assert!(buckets.iter().all(|bucket| bucket.n >= min_cell && bucket.from <= bucket.until));
        for pair in buckets.windows(2) {
            prop_assert_eq!(pair[0].until.succ_opt(), Some(pair[1].from));
        }
        let daily = buckets.iter().all(|bucket| bucket.from == bucket.until);
        let weekly = buckets.iter().all(|bucket| bucket.from.weekday() == Weekday::Mon
            && bucket.until.weekday() == Weekday::Sun);
        prop_assert!(daily || weekly);
        let shown: u64 = buckets.iter().map(|bucket| bucket.n).sum();
        prop_assert_eq!(shown, if total < min_cell { 0 } else { total });
        for bucket in &buckets {
            let inside = days.iter().filter(|day| (bucket.from..=bucket.until).contains(&day.0));
            prop_assert_eq!(inside.map(|day| day.1).sum::<u64>(), bucket.n);
        }
    }

    #[test]
    fn no_hidden_cell_can_be_worked_out(table in small_table(), min_cell in 2_u64..6) {
        let limits = Limits { min_cell, ..LIMITS };
        let cells = suppress(&table, limits);
        for (row, shown) in table.iter().zip(&cells) {
            for (&n, &cell) in row.iter().zip(shown) {
                prop_assert!(cell.is_none_or(|cell| cell == n && !limits.is_small(n)));
            }
        }
        let is_small = |(r, c): (usize, usize)| limits.is_small(table[r][c]);
        let everything_hidden: Vec<Vec<_>> =
            table.iter().map(|row| row.iter().map(|_| None).collect()).collect();
        let hopeless = AllTables::of(&table, &everything_hidden).given_away().any(is_small);
        if hopeless {
            prop_assert_eq!(&cells, &everything_hidden);
            prop_assert_eq!(cross(&table, limits).margins, None);
            return Ok(());
        }
        prop_assert_eq!(AllTables::of(&table, &cells).given_away().next(), None);
        // Partners in each row and column, and a 0 is one only where the others do not suffice.
        let columns = (0..table[0].len()).map(|c| cells.iter().map(|row| row[c]).collect());
        let lines: Vec<Vec<Option<u64>>> = cells.iter().cloned().chain(columns).collect();
        prop_assert!(lines.iter().all(|line| line.iter().filter(|n| n.is_none()).count() != 1));
        let only_zeros: Vec<Vec<_>> = table
            .iter()
            .map(|row| row.iter().map(|&n| (n == 0).then_some(0)).collect())
            .collect();
        if !AllTables::of(&table, &only_zeros).given_away().any(is_small) {
            let hidden_zero = table.iter().flatten().zip(cells.iter().flatten())
                .any(|(&n, cell)| n == 0 && cell.is_none());
            prop_assert!(!hidden_zero, "a 0 is hidden without need");
        }
    }
}
