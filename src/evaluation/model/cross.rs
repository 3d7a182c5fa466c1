//! One question by another, of those who answered further ones in a certain way: counted from [`Columns`], person by person. Pure.

use super::columns::{AT_ONCE, Bits, COMMENT, Columns, Laid, NONE, Place, WROTE};
use crate::survey::{Choice, Mark, Question, QuestionKind};

/// Numbers and days that more different answers than this were given to are put together in ranges.
const MOST_VALUES: usize = 20;
/// How many ranges there are then, each of about as many different answers.
const RANGES: usize = 10;

/// What can stand at the side or the head of a table: the answers to a question, put into groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The question, and of a scale or ranking what of it.
    pub place: Place,
    /// The groups: from which answer to which, in the order in which they are shown. None overlap.
    pub groups: Vec<(i32, i32)>,
    /// Whether one person can be in several groups.
    pub is_several: bool,
}

/// A counted table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cross {
    /// How many people are in both a row and a column, row by row.
    pub cells: Vec<Vec<u64>>,
    /// How many people are in a row and in any column.
    pub rows: Vec<u64>,
    /// How many people are in a column and in any row.
    pub columns: Vec<u64>,
    /// How many people are in any row and in any column: who answered both questions.
    pub people: u64,
}

impl Axis {
    /// Everything in a question that can be the side of a table: its answers; of a scale those of each row, of a ranking the places of
    /// each option, of a goal also whether there is a comment.
    pub fn all(question: &Question, columns: &Columns) -> Vec<Self> {
        let codes = |choices: &[Choice]| choices.iter().map(|choice| choice.code).collect();
        let parts: Vec<i32> = match question.kind {
            QuestionKind::Scale => codes(&question.items),
            QuestionKind::Ranking => codes(&question.options),
            QuestionKind::Information => Vec::new(),
            QuestionKind::Goal => vec![0, COMMENT],
            _ => vec![0],
        };
        let parts = parts.into_iter();
        parts
            .map(|part| Self::of(question, part, columns))
            .collect()
    }

    fn of(question: &Question, part: i32, columns: &Columns) -> Self {
        let place = Place {
            question: question.id,
            part,
        };
        let options = || question.options.iter().map(|option| option.code).collect();
        let single = |codes: Vec<i32>| -> Vec<(i32, i32)> {
            codes.into_iter().map(|code| (code, code)).collect()
        };
        let groups = match question.kind {
            QuestionKind::Goal if part == COMMENT => single(vec![WROTE]),
            QuestionKind::Goal => single(Mark::FORM.map(Mark::code).to_vec()),
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::Scale => {
                single(options())
            }
            QuestionKind::Ranking => single((1..).take(question.options.len()).collect()),
            QuestionKind::Number | QuestionKind::Date => ranges(columns.values(place)),
            QuestionKind::ShortText | QuestionKind::LongText => single(vec![WROTE]),
            QuestionKind::Information => Vec::new(),
        };
        Self {
            place,
            groups,
            is_several: question.kind == QuestionKind::Multiple,
        }
    }

    /// For each of the column's values the number of its group.
    fn grouping(&self, columns: &Columns) -> Vec<u8> {
        let group = |value: &i32| {
            let mut groups = self.groups.iter();
            let at = groups.position(|(from, to)| (from..=to).contains(&value));
            at.and_then(|at| u8::try_from(at).ok()).unwrap_or(NONE)
        };
        columns.values(self.place).iter().map(group).collect()
    }
}

/// Every number for itself, or ranges of about as many different ones where there are many.
fn ranges(values: &[i32]) -> Vec<(i32, i32)> {
    let mut values = values.to_vec();
    values.sort_unstable();
    let size = if values.len() <= MOST_VALUES {
        1
    } else {
        values.len().div_ceil(RANGES)
    };
    let range = |part: &[i32]| Some((*part.first()?, *part.last()?));
    values.chunks(size).filter_map(range).collect()
}

/// Counts a table. Of each filter only those count who are in that group.
pub fn count(columns: &Columns, row: &Axis, column: &Axis, filters: &[(Axis, usize)]) -> Cross {
    let (height, width) = (row.groups.len(), column.groups.len());
    let mut all = Cross {
        cells: vec![vec![0; width]; height],
        rows: vec![0; height],
        columns: vec![0; width],
        people: 0,
    };
    let (by_row, by_column) = (row.grouping(columns), column.grouping(columns));
    let filters: Vec<_> = filters
        .iter()
        .map(|(axis, group)| (axis, axis.grouping(columns), *group))
        .collect();
    for first in (0..columns.people()).step_by(AT_ONCE) {
        let rows = columns.lay(row.place, &by_row, height, first);
        let heads = columns.lay(column.place, &by_column, width, first);
        let mut kept: Bits = [u64::MAX; _];
        for (axis, grouping, group) in &filters {
            let laid = columns.lay(axis.place, grouping, axis.groups.len(), first);
            kept = both(&kept, &laid.only(*group));
        }
        match (rows, heads) {
            (Laid::One(rows), Laid::One(heads)) => {
                let kept = (!filters.is_empty()).then_some(&kept);
                all.add_one_by_one(&rows, &heads, kept);
            }
            (rows, heads) => all.add_sets(&rows.bits(height), &heads.bits(width), &kept),
        }
    }
    all
}

impl Cross {
    /// Where nobody is in two groups of a question.
    fn add_one_by_one(&mut self, rows: &[u8], heads: &[u8], kept: Option<&Bits>) {
        // The last row and column are for those who are in none.
        let (height, width) = (self.rows.len(), self.columns.len() + 1);
        let mut cells = vec![0_u64; (height + 1) * width];
        let everybody = [u64::MAX; _];
        let words = kept.unwrap_or(&everybody).iter();
        for ((rows, heads), word) in rows.chunks(64).zip(heads.chunks(64)).zip(words) {
            let mut word = *word;
            for (row, head) in rows.iter().zip(heads) {
                // Whoever is filtered out is in no row; without a branch, which nobody could foretell.
                let out = NONE * u8::from(word & 1 == 0);
                word >>= 1;
                let (row, head) = (usize::from(row | out), usize::from(*head));
                if let Some(n) = cells.get_mut(row.min(height) * width + head.min(width - 1)) {
                    *n += 1;
                }
            }
        }
        let lines = cells.chunks(width).take(height);
        for ((line, own), sum) in lines.zip(&mut self.cells).zip(&mut self.rows) {
            for ((n, cell), total) in line.iter().zip(own).zip(&mut self.columns) {
                *cell += n;
                *sum += n;
                *total += n;
                self.people += n;
            }
        }
    }

    /// Where somebody may be in several.
    fn add_sets(&mut self, rows: &[Bits], heads: &[Bits], kept: &Bits) {
        let any_row = both(&union(rows), kept);
        let any_head = both(&union(heads), kept);
        self.people += size(&both(&any_row, &any_head));
        for ((row, own), sum) in rows.iter().zip(&mut self.cells).zip(&mut self.rows) {
            let row = both(row, kept);
            *sum += size(&both(&row, &any_head));
            for (head, cell) in heads.iter().zip(own) {
                *cell += size(&both(&row, head));
            }
        }
        for (head, total) in heads.iter().zip(&mut self.columns) {
            *total += size(&both(head, &any_row));
        }
    }
}

fn both(one: &Bits, other: &Bits) -> Bits {
    let mut all = *one;
    for (word, other) in all.iter_mut().zip(other) {
        *word &= other;
    }
    all
}

fn union(sets: &[Bits]) -> Bits {
    let mut all: Bits = [0; _];
    for set in sets {
        for (word, other) in all.iter_mut().zip(set) {
            *word |= other;
        }
    }
    all
}

fn size(set: &Bits) -> u64 {
    set.iter().map(|word| u64::from(word.count_ones())).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What one person answered: a choice, some of several, a number.
    type Sheet = (Option<i32>, std::collections::BTreeSet<i32>, Option<i32>);

    const KINDS: [QuestionKind; 3] = [
        QuestionKind::Single,
        QuestionKind::Multiple,
        QuestionKind::Number,
    ];

    fn axis(n: usize, most: i32) -> Axis {
        Axis {
            place: Place {
                question: i32::try_from(n).unwrap(),
                part: 0,
            },
            groups: (1..=most).map(|code| (code, code)).collect(),
            is_several: n == 1,
        }
    }

    fn is_in(sheet: &Sheet, question: usize, code: i32) -> bool {
        match question {
            0 => sheet.0 == Some(code),
            1 => sheet.1.contains(&code),
            _ => sheet.2 == Some(code),
        }
    }

    fn columns(sheets: &[Sheet]) -> Columns {
        let mut columns = Columns::default();
        for (person, (one, several, number)) in sheets.iter().enumerate() {
            let mut note = |question: usize, part, code| {
                let place = Place {
                    question: i32::try_from(question).unwrap(),
                    part,
                };
                columns.note(person, KINDS[question], place, code);
            };
            if let Some(code) = one {
                note(0, 0, *code);
            }
            for part in several {
                note(1, *part, 1);
            }
            if let Some(code) = number {
                note(2, 0, *code);
            }
        }
        columns
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn every_table_is_what_counting_person_by_person_gives(
            sheets in prop::collection::vec(
                (prop::option::of(1..5_i32), prop::collection::btree_set(1..5_i32, 0..3), prop::option::of(1..400_i32)),
                0..700,
            ),
            row in 0..3_usize, column in 0..3_usize, filter in prop::option::of((0..3_usize, 0..4_usize)), again in 1..12_usize,
        ) {
            // More people than are looked at together.
            let sheets: Vec<Sheet> = std::iter::repeat_n(sheets, again).flatten().collect();
            let columns = columns(&sheets);
            let (rows, heads) = (axis(row, 4), axis(column, 4));
            let filters: Vec<_> = filter.iter().map(|(of, group)| (axis(*of, 4), *group)).collect();
            let found = count(&columns, &rows, &heads, &filters);
            let code = |group: usize| i32::try_from(group).unwrap() + 1;
            let kept = |sheet: &&Sheet| filter.is_none_or(|(of, group)| is_in(sheet, of, code(group)));
            let in_any = |sheet: &Sheet, of| (1..5).any(|code| is_in(sheet, of, code));
            let n = |wanted: &dyn Fn(&Sheet) -> bool| {
                sheets.iter().filter(kept).filter(|sheet| wanted(sheet)).count() as u64
            };
            for r in 0..4 {
                for c in 0..4 {
                    let both = n(&|sheet| is_in(sheet, row, code(r)) && is_in(sheet, column, code(c)));
                    prop_assert_eq!(found.cells[r][c], both);
                }
                prop_assert_eq!(found.rows[r], n(&|sheet| is_in(sheet, row, code(r)) && in_any(sheet, column)));
                prop_assert_eq!(found.columns[r], n(&|sheet| is_in(sheet, column, code(r)) && in_any(sheet, row)));
            }
            prop_assert_eq!(found.people, n(&|sheet| in_any(sheet, row) && in_any(sheet, column)));
        }

        #[test]
        fn every_number_is_in_one_range(values in prop::collection::hash_set(0..5000_i32, 0..200)) {
            let values: Vec<i32> = values.into_iter().collect();
            let ranges = ranges(&values);
            prop_assert!(ranges.len() <= MOST_VALUES);
            for value in values {
                prop_assert_eq!(ranges.iter().filter(|(from, to)| (from..=to).contains(&&value)).count(), 1);
            }
        }
    }
}
