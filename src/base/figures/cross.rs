//! Tables with two dimensions: small cells are hidden, and enough others that none of them can be
//! worked out from the sums of rows and columns.
//!
//! A hidden cell is safe when another table fits all that is shown: the same visible cells, the
//! same sums, but another number in this cell. The way from one such table to the other is a ring
//! of hidden cells, alternately one more and one less, turning at right angles; one less needs a
//! cell that is not 0. For each small cell we look for the ring that hides least beside what is
//! hidden already. On a ring all cells may differ, so a cell hidden as a partner is safe as well.

use serde::Serialize;

use super::{Limits, total};

/// Row and column of a cell.
type Place = (usize, usize);

/// What a ring newly hides: cells that hold 0, cells, people. Compared in this order: a 0 protects
/// badly, as many readers know which combinations cannot occur.
type Cost = (usize, usize, u128);

/// A cross table that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cross {
    /// The cells, row by row; `None` is hidden.
    pub cells: Vec<Vec<Option<u64>>>,
    /// The sums, when they may stand beside the cells.
    pub margins: Option<Margins>,
}

/// The sums of a cross table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Margins {
    /// Sum of each row.
    pub rows: Vec<u64>,
    /// Sum of each column.
    pub columns: Vec<u64>,
    /// Sum of all cells.
    pub total: u64,
}

/// Makes a cross table safe, and says whether its sums may be published beside it.
///
/// They may not when one of them is small itself, or when they would give a hidden cell away
/// whatever else is hidden (as in a table with one row). Merging small rows beforehand helps.
pub fn cross(table: &[Vec<u64>], limits: Limits) -> Cross {
    let hidden = hide(table, limits);
    let margins = hidden.is_some().then(|| sums(table)).filter(|sums| {
        let mut all = sums.rows.iter().chain(&sums.columns);
        !all.any(|&sum| limits.is_small(sum))
    });
    Cross {
        cells: visible(table, hidden.as_deref()),
        margins,
    }
}

/// The cells of a cross table whose sums are published elsewhere; `None` is hidden.
///
/// No hidden cell can be worked out from the visible ones and the sums of rows and columns. Where
/// the sums alone give a small cell away, all cells are hidden; use [`cross`] to learn of that.
/// Rows may have different lengths.
pub fn suppress(table: &[Vec<u64>], limits: Limits) -> Vec<Vec<Option<u64>>> {
    visible(table, hide(table, limits).as_deref())
}

/// The table without its hidden cells; without any cell when there is no way to hide enough.
fn visible(table: &[Vec<u64>], hidden: Option<&[Vec<bool>]>) -> Vec<Vec<Option<u64>>> {
    let is_hidden = |r: usize, c: usize| hidden.is_none_or(|hidden| hidden[r][c]);
    let row = |(r, row): (usize, &Vec<u64>)| {
        let cells = row.iter().enumerate();
        cells
            .map(|(c, &n)| (!is_hidden(r, c)).then_some(n))
            .collect()
    };
    table.iter().enumerate().map(row).collect()
}

/// The sums of rows, columns and all.
fn sums(table: &[Vec<u64>]) -> Margins {
    let row = |row: &Vec<u64>| total(row.iter().copied());
    let column = |c: usize| total(table.iter().filter_map(|row| row.get(c).copied()));
    Margins {
        rows: table.iter().map(row).collect(),
        columns: (0..width(table)).map(column).collect(),
        total: total(table.iter().flatten().copied()),
    }
}

/// The number of columns, that of the longest row.
fn width(table: &[Vec<u64>]) -> usize {
    table.iter().map(Vec::len).max().unwrap_or(0)
}

/// Which cells to hide; `None` when the sums give a small cell away even if all are hidden.
fn hide(table: &[Vec<u64>], limits: Limits) -> Option<Vec<Vec<bool>>> {
    let mut hidden: Vec<Vec<bool>> = table
        .iter()
        .map(|row| row.iter().map(|&n| limits.is_small(n)).collect())
        .collect();
    for (r, row) in table.iter().enumerate() {
        for (c, _) in row.iter().enumerate().filter(|(_, n)| limits.is_small(**n)) {
            let (row_node, column_node) = (r, table.len() + c);
            let rings = Rings {
                table,
                hidden: &hidden,
                around: (r, c),
            };
            let one_more = rings.cheapest(column_node, row_node);
            let one_less = rings.cheapest(row_node, column_node);
            let ring = one_more.into_iter().chain(one_less).min()?;
            for (r, c) in ring.1 {
                hidden[r][c] = true;
            }
        }
    }
    Some(hidden)
}

/// The rings through one cell. Rows and columns are the corners at which a ring turns (first all
/// rows, then all columns), the cells are the ways between them.
struct Rings<'a> {
    table: &'a [Vec<u64>],
    hidden: &'a [Vec<bool>],
    around: Place,
}

impl Rings<'_> {
    /// The cheapest way from one corner to another that does not use the cell itself, with the
    /// cells it passes (Dijkstra; the tables are small, so a plain list serves as the queue).
    fn cheapest(&self, from: usize, to: usize) -> Option<(Cost, Vec<Place>)> {
        let corners = self.table.len() + width(self.table);
        let mut best: Vec<Option<(Cost, usize)>> = vec![None; corners];
        let mut done = vec![false; corners];
        best[from] = Some(((0, 0, 0), from));
        loop {
            let open = (0..corners).filter(|&corner| !done[corner]);
            let (cost, here) = open
                .filter_map(|corner| best[corner].map(|(cost, _)| (cost, corner)))
                .min()?;
            if here == to {
                return Some((cost, self.passed(&best, to)));
            }
            done[here] = true;
            for next in (0..corners).filter(|&corner| !done[corner]) {
                let Some(step) = self.step(here, next) else {
                    continue;
                };
                let cost = (cost.0 + step.0, cost.1 + step.1, cost.2 + step.2);
                if best[next].is_none_or(|(known, _)| cost < known) {
                    best[next] = Some((cost, here));
                }
            }
        }
    }

    /// What it costs to go from one corner to the next, if one can.
    fn step(&self, from: usize, to: usize) -> Option<Cost> {
        let (r, c) = self.place(from, to)?;
        let n = *self.table.get(r)?.get(c)?;
        let one_less = from > to;
        if (r, c) == self.around || (one_less && n == 0) {
            None
        } else if self.hidden[r][c] {
            Some((0, 0, 0))
        } else {
            Some((usize::from(n == 0), 1, u128::from(n)))
        }
    }

    /// The cell between a row and a column; two rows or two columns have none between them.
    fn place(&self, a: usize, b: usize) -> Option<Place> {
        let rows = self.table.len();
        let (row, column) = (a.min(b), a.max(b));
        (row < rows && column >= rows).then(|| (row, column - rows))
    }

    /// The cells on the way found to a corner.
    fn passed(&self, best: &[Option<(Cost, usize)>], to: usize) -> Vec<Place> {
        let before = |corner: usize| best[corner].map(|(_, before)| (before, corner));
        std::iter::successors(before(to), |&(corner, _)| before(corner))
            .take_while(|(before, corner)| before != corner)
            .filter_map(|(before, corner)| self.place(before, corner))
            .collect()
    }
}
