//! Columns side by side, such as questionnaires by week.

use serde::Serialize;

use super::{hundredths, percent};

/// With more columns than this only some carry a label below, or the labels would run together.
const MOST_LABELS: usize = 8;
/// A column is never wider than this, in hundredths of a per cent: two columns are no barn doors.
const WIDEST: u32 = 1_200;

/// The columns of a chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Columns {
    /// In the order of the values.
    pub columns: Vec<Column>,
    /// The greatest value; its column has the full height.
    pub highest: u64,
}

/// One column. Horizontal sizes in per cent of the width, vertical ones in per cent of the height
/// that the highest column has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// The middle, where value and label are centred.
    pub label_x: f64,
    /// Upper edge, counted from above.
    pub top: f64,
    /// Height.
    pub height: f64,
    /// The value to print.
    pub value: u64,
    /// Whether there is room for a label below this column.
    pub labelled: bool,
}

/// Lays out columns of equal width; the highest fills the height, nothing starts above zero.
pub fn columns(values: &[u64]) -> Columns {
    let highest = values.iter().copied().max().unwrap_or(0);
    let count = u64::try_from(values.len()).unwrap_or(u64::MAX);
    let label_every = values.len().div_ceil(MOST_LABELS).max(1);
    // Half of 72 % of a column's share of the width; the rest is the space between columns.
    let half_width = hundredths(36, count.saturating_mul(100)).min(WIDEST / 2);
    let column = |(i, (&value, odd)): (usize, (&u64, u64))| {
        let middle = hundredths(odd, count.saturating_mul(2));
        let height = hundredths(value, highest);
        Column {
            x: percent(middle.saturating_sub(half_width)),
            width: percent(2 * half_width),
            label_x: percent(middle),
            top: percent(10_000 - height),
            height: percent(height),
            value,
            labelled: i % label_every == 0,
        }
    };
    // The middle of column i of n is at (2 i + 1) / 2 n.
    let odd_numbers = (1_u64..).step_by(2);
    Columns {
        columns: values
            .iter()
            .zip(odd_numbers)
            .enumerate()
            .map(column)
            .collect(),
        highest,
    }
}
