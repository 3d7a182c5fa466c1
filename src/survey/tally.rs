//! Pure counting: from the cells of answers to counts, and what a changed answer does to them.

use std::collections::BTreeMap;

use super::model::Cell;

/// The `part` under which texts are counted: how many comments or texts a question got.
pub const TEXTS: i32 = -1;

/// The `part` under which it is counted how often answers to a question were taken back or written anew. It only grows: whoever
/// keeps answers in memory sees by it that those already read have changed.
const TAKEN_BACK: i32 = -2;

/// The `part` under which it is counted how many questionnaires answered a question, whatever they answered.
const ANSWERED: i32 = -3;

/// Where something is counted: question, part, code.
pub type Place = (i32, i32, i32);

/// Counts, or changes of counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Place, i64>);

impl Tally {
    /// Counts an answer to one question, all its cells, `by` times; -1 takes it back.
    pub fn add(&mut self, question: i32, cells: &[Cell], by: i64) {
        if by < 0 {
            *self.0.entry((question, TAKEN_BACK, 0)).or_default() -= by;
        }
        if !cells.is_empty() {
            *self.0.entry((question, ANSWERED, 0)).or_default() += by;
        }
        for cell in cells {
            if let Some(code) = cell.code {
                *self.0.entry((question, cell.part, code)).or_default() += by;
            }
            if cell.text.is_some() {
                *self.0.entry((question, TEXTS, 0)).or_default() += by;
            }
        }
    }

    /// Every place of codes and texts whose count is not zero, in order.
    pub fn entries(&self) -> impl Iterator<Item = (Place, i64)> + '_ {
        let cells = |((_, part, _), _): &(Place, i64)| ![TAKEN_BACK, ANSWERED].contains(part);
        self.changes().filter(cells)
    }

    /// The same with how many answered and what was taken back: all that is written. In order, so that two writers meet in the same
    /// order.
    pub fn changes(&self) -> impl Iterator<Item = (Place, i64)> + '_ {
        self.0
            .iter()
            .filter(|(_, n)| **n != 0)
            .map(|(place, n)| (*place, *n))
    }

    /// Whether nothing that the earlier counts count was taken back or written anew since: then all that is new was handed in since.
    pub fn only_grew_since(&self, earlier: &Self) -> bool {
        let taken = |tally: &Self| -> Vec<(Place, i64)> {
            let all = tally.changes();
            all.filter(|((_, part, _), _)| *part == TAKEN_BACK)
                .collect()
        };
        taken(self) == taken(earlier)
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

    /// How many questionnaires answered a question.
    pub fn answered(&self, question: i32) -> u64 {
        self.at(question, ANSWERED, 0)
    }

    /// How many questionnaires answered each question.
    pub fn all_answered(&self) -> impl Iterator<Item = (i32, i64)> + '_ {
        let all = self.changes();
        all.filter(|((_, part, _), _)| *part == ANSWERED)
            .map(|((question, _, _), n)| (question, n))
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
            prop_assert_eq!((tally.entries().count(), tally.answered(1)), (0, 0));
        }

        #[test]
        fn a_correction_is_seen_even_where_the_counts_are_the_same(one in 1i32..6, other in 1i32..6) {
            let cells = |code| [Cell { part: 0, code: Some(code), text: None }];
            let mut before = Tally::default();
            before.add(1, &cells(one), 1);
            before.add(1, &cells(other), 1);
            let mut after = before.clone();
            for (old, new) in [(one, other), (other, one)] {
                after.add(1, &cells(old), -1);
                after.add(1, &cells(new), 1);
            }
            prop_assert!(before.entries().eq(after.entries()));
            prop_assert!(!after.only_grew_since(&before));
            let mut more = before.clone();
            more.add(1, &cells(one), 1);
            prop_assert!(more.only_grew_since(&before));
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
