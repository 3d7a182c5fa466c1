//! What a figure may show. Pages, charts, CSV and JSON all ask here, so they can never disagree.
//!
//! Residents answer without a name. That promise is broken when a table is so small that a
//! neighbour can tell who is meant, or when a hidden number can be worked out from the sums beside
//! it. The other promise is that a figure says no more than its base bears: a per cent of seven
//! marks sounds like far more than seven people.
//!
//! - [`shown`] and [`shown_choices`]: counts, per cents or nothing for one question;
//! - [`merge_small`] and [`merge_days`]: tables with one dimension, such as channel or day;
//! - [`cross`] and [`suppress`]: tables with two dimensions and their sums.

mod cross;
mod merge;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use cross::{Cross, Margins, cross, suppress};
pub use merge::{Bucket, Merged, Together, merge_days, merge_small};

/// From which size on a figure may be shown. A town sets these in its config.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Fewer questionnaires than this: no distribution at all.
    pub min_questionnaires: u64,
    /// Fewer marks than this: counts, but no per cents.
    pub min_marks: u64,
    /// A cell of a table with fewer people than this (but not none) is not shown by itself.
    pub min_cell: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            min_questionnaires: 5,
            min_marks: 20,
            min_cell: 5,
        }
    }
}

impl Limits {
    /// Whether a cell could point at single people. An empty cell points at nobody.
    fn is_small(self, n: u64) -> bool {
        n > 0 && n < self.min_cell
    }
}

/// What may be shown of one question, in the order of the counts that were handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    /// Too few people answered: say so, and show no distribution.
    TooFew,
    /// Enough people, but too few marks for per cents.
    Counts {
        /// The number of marks for each option.
        counts: Vec<u64>,
    },
    /// Counts and per cents.
    Shares {
        /// The number of marks for each option.
        counts: Vec<u64>,
        /// Whole per cents for each option.
        percent: Vec<u8>,
    },
}

/// Decides what a question may show of which each mark is one of several options.
///
/// `counts` are the marks for each option and the per cents are [`shares`] of their sum;
/// `questionnaires` is the number of questionnaires they come from.
pub fn shown(counts: &[u64], questionnaires: u64, limits: Limits) -> Shown {
    let marks = total(counts.iter().copied());
    decide(counts, questionnaires, marks, limits, shares)
}

/// Decides what a question may show on which one person may choose several options.
///
/// The per cents are parts of all questionnaires that answered the question ("40 % named the
/// library"), each rounded by itself. They do not sum to 100, and a page has to say so.
pub fn shown_choices(counts: &[u64], questionnaires: u64, limits: Limits) -> Shown {
    decide(counts, questionnaires, questionnaires, limits, |counts| {
        counts
            .iter()
            .map(|&count| share(count, questionnaires))
            .collect()
    })
}

/// The two steps both kinds of question share; `base` is what 100 % stands for.
fn decide(
    counts: &[u64],
    questionnaires: u64,
    base: u64,
    limits: Limits,
    percent: impl FnOnce(&[u64]) -> Vec<u8>,
) -> Shown {
    let counts = counts.to_vec();
    if questionnaires < limits.min_questionnaires {
        Shown::TooFew
    } else if base < limits.min_marks {
        Shown::Counts { counts }
    } else {
        let percent = percent(&counts);
        Shown::Shares { counts, percent }
    }
}

/// Whole per cents that sum to exactly 100 (largest remainder), all 0 when nobody answered.
///
/// Each share is its exact value rounded down or up. The per cents that rounding down leaves over
/// go to the largest remainders; of equal remainders the bigger count comes first, then the
/// earlier option, so that the same counts give the same figure everywhere.
pub fn shares(counts: &[u64]) -> Vec<u8> {
    let total: u128 = counts.iter().copied().map(u128::from).sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    // In 128 bits no count can overflow when taken times 100.
    let hundredfold = |count: u64| u128::from(count) * 100;
    let mut percent: Vec<u8> = counts
        .iter()
        .map(|&count| at_most_100(hundredfold(count) / total))
        .collect();
    let given: usize = percent.iter().copied().map(usize::from).sum();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse((hundredfold(counts[i]) % total, counts[i])));
    for &i in order.iter().take(100_usize.saturating_sub(given)) {
        percent[i] += 1;
    }
    percent
}

/// `part` of `whole` in whole per cents, half a per cent rounded up.
pub fn share(part: u64, whole: u64) -> u8 {
    if whole == 0 {
        return 0;
    }
    let whole = u128::from(whole);
    at_most_100((u128::from(part) * 200 + whole) / (2 * whole))
}

/// A sum that stays at the greatest number instead of overflowing.
fn total(counts: impl IntoIterator<Item = u64>) -> u64 {
    counts.into_iter().fold(0, u64::saturating_add)
}

/// A per cent as the small number it is.
fn at_most_100(percent: u128) -> u8 {
    u8::try_from(percent).map_or(100, |percent| percent.min(100))
}
