//! Tables with one dimension: small rows are put together until no row points at single people.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, Weekday};
use serde::Serialize;

use super::{Limits, total};

/// A chart of more single days than this cannot be read; weeks can.
const MOST_DAYS: usize = 31;

/// A table of counts without small rows. It is empty when even the sum would be too small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Merged<L> {
    /// The rows that stand by themselves, in the order in which they came.
    pub rows: Vec<(L, u64)>,
    /// The rows that are only shown as one number, if there are any.
    pub together: Option<Together<L>>,
}

impl<L> Merged<L> {
    /// Whether there is nothing to show. The page says why instead.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.together.is_none()
    }
}

/// Several small rows in one: "paper and town forum: 7".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Together<L> {
    /// Whose rows they are, always two or more, in the order in which they came.
    pub labels: Vec<L>,
    /// How many they are together, never fewer than the smallest cell allowed.
    pub n: u64,
}

/// Makes a table such as participation by channel safe to show beside its sum.
///
/// Rows with nobody are dropped. Small rows become one row; when that is still too small, the
/// smallest of the others joins it. Otherwise the one small row that is missing could be worked
/// out by taking the rest from the sum. With fewer people than the limit in all rows together
/// nothing is shown.
pub fn merge_small<L>(rows: Vec<(L, u64)>, limits: Limits) -> Merged<L> {
    let mut small = Vec::new();
    let mut large = Vec::new();
    for (place, (label, n)) in rows.into_iter().enumerate() {
        if limits.is_small(n) {
            small.push((place, label, n));
        } else if n > 0 {
            large.push((place, label, n));
        }
    }
    let sum = |rows: &[(usize, L, u64)]| total(rows.iter().map(|row| row.2));
    while !small.is_empty() && sum(&small) < limits.min_cell {
        let next = (0..large.len()).min_by_key(|&i| large[i].2);
        let Some(next) = next else {
            return Merged {
                rows: Vec::new(),
                together: None,
            };
        };
        small.push(large.remove(next));
    }
    small.sort_by_key(|row| row.0);
    let n = sum(&small);
    let labels: Vec<L> = small.into_iter().map(|row| row.1).collect();
    Merged {
        rows: large.into_iter().map(|row| (row.1, row.2)).collect(),
        together: (!labels.is_empty()).then_some(Together { labels, n }),
    }
}

/// How many took part in a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bucket {
    /// First day.
    pub from: NaiveDate,
    /// Last day, part of the stretch.
    pub until: NaiveDate,
    /// How many on these days together.
    pub n: u64,
}

/// Makes participation by day safe to show beside its sum.
///
/// Single days are shown when there is at most a month of them and each reaches the limit, else
/// weeks from Monday to Sunday. Neighbours are joined until each stretch reaches the limit; days
/// without anybody belong to the stretch before them. So the stretches follow each other without a
/// gap, but need not be equally long: a chart labels each with its first day. The order of `days`
/// does not matter and a day may come twice. With fewer people than the limit on all days together
/// there is no stretch at all.
pub fn merge_days(days: &[(NaiveDate, u64)], limits: Limits) -> Vec<Bucket> {
    let mut by_day: BTreeMap<NaiveDate, u64> = BTreeMap::new();
    for &(day, n) in days.iter().filter(|(_, n)| *n > 0) {
        let sum = by_day.entry(day).or_default();
        *sum = sum.saturating_add(n);
    }
    let daily: Vec<Bucket> = by_day
        .iter()
        .map(|(&day, &n)| Bucket {
            from: day,
            until: day,
            n,
        })
        .collect();
    let without_gap = daily
        .windows(2)
        .all(|pair| pair[0].until.succ_opt() == Some(pair[1].from));
    let each_enough = daily.iter().all(|day| day.n >= limits.min_cell);
    if without_gap && each_enough && daily.len() <= MOST_DAYS {
        return daily;
    }
    join_small(weeks(&daily), limits)
}

/// Single days, in order, as weeks from Monday to Sunday that leave no gap.
fn weeks(daily: &[Bucket]) -> Vec<Bucket> {
    let mut weeks: Vec<Bucket> = Vec::new();
    for day in daily {
        match weeks.last_mut() {
            Some(week) if day.from <= week.until => week.n = week.n.saturating_add(day.n),
            before => {
                // Only the first and last week of all the calendar's years are cut short.
                let week = day.from.week(Weekday::Mon);
                let from = week.checked_first_day().unwrap_or(day.from);
                let until = week.checked_last_day().unwrap_or(day.from);
                if let Some(before) = before {
                    before.until = from.checked_sub_days(Days::new(1)).unwrap_or(before.until);
                }
                weeks.push(Bucket {
                    from,
                    until,
                    n: day.n,
                });
            }
        }
    }
    weeks
}

/// Joins the smallest stretch with its smaller neighbour until none is small, or only one is left.
fn join_small(mut buckets: Vec<Bucket>, limits: Limits) -> Vec<Bucket> {
    while let Some(smallest) = (0..buckets.len()).min_by_key(|&i| buckets[i].n) {
        if buckets[smallest].n >= limits.min_cell {
            break;
        }
        let before = smallest.checked_sub(1);
        let after = Some(smallest + 1).filter(|&i| i < buckets.len());
        let neighbour = [before, after]
            .into_iter()
            .flatten()
            .min_by_key(|&i| buckets[i].n);
        let Some(neighbour) = neighbour else {
            return Vec::new();
        };
        let later = buckets.remove(smallest.max(neighbour));
        let joined = &mut buckets[smallest.min(neighbour)];
        joined.until = later.until;
        joined.n = joined.n.saturating_add(later.n);
    }
    buckets
}
