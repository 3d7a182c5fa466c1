//! Pure counting: from the cells of answers to counts, and what a changed answer does to them.

use std::collections::BTreeMap;

use super::model::Cell;

/// The `part` under which texts are counted: how many comments or texts a question got.
pub const TEXTS: i32 = -1;

/// Where something is counted: question, part, code.
pub type Place = (i32, i32, i32);

/// Counts, or changes of counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Place, i64>);

impl Tally {
    /// Counts the cells of one question `by` times; -1 takes them back.
    pub fn add(&mut self, question: i32, cells: &[Cell], by: i64) {
        for cell in cells {
            if let Some(code) = cell.code {
                *self.0.entry((question, cell.part, code)).or_default() += by;
            }
            if cell.text.is_some() {
                *self.0.entry((question, TEXTS, 0)).or_default() += by;
            }
        }
    }

    /// Every place whose count is not zero, in order, so that two writers meet in the same order.
    pub fn entries(&self) -> impl Iterator<Item = (Place, i64)> + '_ {
        self.0
            .iter()
            .filter(|(_, n)| **n != 0)
            .map(|(place, n)| (*place, *n))
    }

    /// The count at a place.
    pub fn at(&self, question: i32, part: i32, code: i32) -> u64 {
        let n = self
            .0
            .get(&(question, part, code))
            .copied()
            .unwrap_or_default();
        u64::try_from(n).unwrap_or_default()
    }

    /// How many texts a question got.
    pub fn texts(&self, question: i32) -> u64 {
        self.at(question, TEXTS, 0)
    }

    /// Every code counted under one part of a question.
    pub fn codes(&self, question: i32, part: i32) -> impl Iterator<Item = (i32, u64)> + '_ {
        self.0
            .range((question, part, i32::MIN)..=(question, part, i32::MAX))
            .map(|((_, _, code), n)| (*code, u64::try_from(*n).unwrap_or_default()))
    }
}

impl FromIterator<(Place, i64)> for Tally {
    fn from_iter<I: IntoIterator<Item = (Place, i64)>>(rows: I) -> Self {
        let mut tally = Self::default();
        for (place, n) in rows {
            *tally.0.entry(place).or_default() += n;
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Cell> {
        (
            0i32..4,
            proptest::option::of(1i32..6),
            proptest::option::of("[a-z]{1,3}"),
        )
            .prop_map(|(part, code, text)| Cell { part, code, text })
    }

    proptest! {
        #[test]
        fn the_order_of_answers_does_not_matter(cells in proptest::collection::vec((0i32..5, cell()), 0..50)) {
            let count = |order: &[(i32, Cell)]| {
                let mut tally = Tally::default();
                for (question, cell) in order { tally.add(*question, std::slice::from_ref(cell), 1); }
                tally
            };
            let reversed: Vec<_> = cells.iter().rev().cloned().collect();
            prop_assert_eq!(count(&cells), count(&reversed));
        }

        #[test]
        fn what_is_taken_back_leaves_no_trace(cells in proptest::collection::vec(cell(), 0..50)) {
            let mut tally = Tally::default();
            tally.add(1, &cells, 1);
            tally.add(1, &cells, -1);
            prop_assert_eq!(tally.entries().count(), 0);
        }

        #[test]
        fn the_sum_of_counts_is_the_number_of_codes_and_texts(cells in proptest::collection::vec(cell(), 0..50)) {
            let mut tally = Tally::default();
            tally.add(1, &cells, 1);
            let counted: i64 = tally.entries().map(|(_, n)| n).sum();
            let given = cells.iter().map(|c| i64::from(c.code.is_some()) + i64::from(c.text.is_some())).sum::<i64>();
            prop_assert_eq!(counted, given);
        }
    }
}
