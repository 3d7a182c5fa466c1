//! All answers of a consultation side by side in memory, a byte or some bits for each person and question: from this any table can
//! be counted in some milliseconds ([`super::cross`]). Pure.

use std::collections::{BTreeMap, HashMap};

use crate::survey::QuestionKind;

/// What one column holds: a question, and of a scale the row, of a ranking the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The question.
    pub question: i32,
    /// Row of a scale, option of a ranking; else 0.
    pub part: i32,
}

/// What is noted where somebody wrote something: that she did.
pub const WROTE: i32 = 1;

/// The part of a question about a goal at which it is noted that somebody wrote a comment.
pub const COMMENT: i32 = -1;

/// How many people are looked at together, so that what is needed of them stays near the processor.
pub(super) const AT_ONCE: usize = 64 * WORDS;
/// The same in words of 64 bits.
const WORDS: usize = 64;

/// A bit for each of the people who are looked at together.
pub(super) type Bits = [u64; WORDS];

/// The group of those who gave no answer, or none that is asked for.
pub(super) const NONE: u8 = u8::MAX;

/// The answers of all people.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    people: usize,
    columns: BTreeMap<Place, Column>,
}

/// One column.
#[derive(Clone, Debug, Default)]
struct Column {
    /// The different answers, in the order in which they were met.
    values: Vec<i32>,
    /// Their places in that order.
    at: HashMap<i32, usize>,
    rows: Rows,
}

/// What people answered, person by person. 0 stands for no answer, 1 for the first of the values, and so on.
#[derive(Clone, Debug)]
enum Rows {
    /// As long as there are at most 255 different answers.
    Small(Vec<u8>),
    /// Where there are more, as with amounts.
    Large(Vec<u32>),
    /// Any number of answers a person: for each of the values a bit a person.
    Several(Vec<Vec<u64>>),
}

impl Default for Rows {
    fn default() -> Self {
        Self::Small(Vec::new())
    }
}

/// What [`AT_ONCE`] people answered, laid into groups.
pub(super) enum Laid {
    /// The number of the group, or [`NONE`].
    One(Vec<u8>),
    /// For each group who belongs to it.
    Several(Vec<Bits>),
}

impl Columns {
    /// How many people there are.
    pub fn people(&self) -> usize {
        self.people
    }

    /// Notes one stored cell of an answer of a person.
    pub fn note(&mut self, person: usize, kind: QuestionKind, place: Place, code: i32) {
        self.people = self.people.max(person + 1);
        // Of a choice of several the part is what was chosen.
        let several = kind == QuestionKind::Multiple;
        let (part, value) = if several {
            (0, place.part)
        } else {
            (place.part, code)
        };
        let column = self.columns.entry(Place { part, ..place }).or_default();
        let value = column.number(value);
        if several {
            column.rows.note_one_of_several(person, value);
        } else {
            column.rows.note(person, value + 1);
        }
    }

    /// Whether a person has answered one of some questions.
    pub fn has_answered(&self, person: usize, mut questions: impl Iterator<Item = i32>) -> bool {
        questions.any(|question| {
            let part = |part| Place { question, part };
            let mut own = self.columns.range(part(i32::MIN)..=part(i32::MAX));
            own.any(|(_, column)| column.rows.has(person))
        })
    }

    /// The different answers that were given at a place, in no order.
    pub fn values(&self, place: Place) -> &[i32] {
        let column = self.columns.get(&place);
        column.map_or(&[], |column| &column.values)
    }

    /// How many people gave each answer.
    pub fn counts(&self) -> BTreeMap<(Place, i32), u64> {
        let all = self.columns.iter().flat_map(|(place, column)| {
            let counts = column.rows.counts(column.values.len());
            let values = column.values.iter().zip(counts);
            values.map(|(value, n)| ((*place, *value), n))
        });
        all.filter(|(_, n)| *n > 0).collect()
    }

    /// How many bytes of memory the answers take.
    pub fn bytes(&self) -> usize {
        let of = |column: &Column| match &column.rows {
            Rows::Small(rows) => rows.capacity(),
            Rows::Large(rows) => 4 * rows.capacity(),
            Rows::Several(bits) => bits.iter().map(|bits| 8 * bits.capacity()).sum(),
        };
        self.columns.values().map(of).sum()
    }

    /// Gives back the room that was taken for more people than there are.
    pub fn settle(&mut self) {
        for column in self.columns.values_mut() {
            match &mut column.rows {
                Rows::Small(rows) => rows.shrink_to_fit(),
                Rows::Large(rows) => rows.shrink_to_fit(),
                Rows::Several(bits) => bits.iter_mut().for_each(Vec::shrink_to_fit),
            }
        }
    }

    /// What [`AT_ONCE`] people from `first` on answered. `groups` says for each of the column's values to which group it belongs.
    pub(super) fn lay(&self, place: Place, groups: &[u8], most: usize, first: usize) -> Laid {
        let nobody = Rows::default();
        let column = self.columns.get(&place);
        let rows = column.map_or(&nobody, |column| &column.rows);
        let group = |stored: usize| {
            let known = stored.checked_sub(1).and_then(|at| groups.get(at));
            known.copied().unwrap_or(NONE)
        };
        match rows {
            Rows::Small(rows) => {
                // The table of all 256 is as fast as the memory.
                let all: Vec<u8> = (0..=255).map(group).collect();
                let given = from(rows, first, AT_ONCE).iter();
                let given = given.map(|at| all.get(usize::from(*at)).copied().unwrap_or(NONE));
                Laid::One(filled(given.collect()))
            }
            Rows::Large(rows) => {
                let given = from(rows, first, AT_ONCE).iter();
                let given = given.map(|at| group(usize::try_from(*at).unwrap_or_default()));
                Laid::One(filled(given.collect()))
            }
            Rows::Several(bits) => {
                let mut laid = vec![[0; WORDS]; most];
                for (bits, group) in bits.iter().zip(groups) {
                    let Some(laid) = laid.get_mut(usize::from(*group)) else {
                        continue;
                    };
                    for (all, word) in laid.iter_mut().zip(from(bits, first / 64, WORDS)) {
                        *all |= word;
                    }
                }
                Laid::Several(laid)
            }
        }
    }
}

impl Laid {
    /// Who belongs to one group.
    pub(super) fn only(&self, group: usize) -> Bits {
        let mut all = [0; WORDS];
        match self {
            Self::Several(bits) => all = bits.get(group).copied().unwrap_or(all),
            Self::One(rows) => {
                for (word, rows) in all.iter_mut().zip(rows.chunks(64)) {
                    let is_in = |row: &u8| u64::from(usize::from(*row) == group);
                    *word = rows
                        .iter()
                        .rev()
                        .fold(0, |word, row| word << 1 | is_in(row));
                }
            }
        }
        all
    }

    /// For each of so many groups who belongs to it.
    pub(super) fn bits(self, most: usize) -> Vec<Bits> {
        match self {
            Self::Several(bits) => bits,
            Self::One(rows) => {
                let mut all = vec![[0; WORDS]; most];
                for (person, group) in rows.iter().enumerate() {
                    if let Some(bits) = all.get_mut(usize::from(*group))
                        && let Some(word) = bits.get_mut(person / 64)
                    {
                        *word |= 1 << (person % 64);
                    }
                }
                all
            }
        }
    }
}

impl Column {
    /// The place of a value among those met so far.
    fn number(&mut self, value: i32) -> usize {
        // Nearly always one of a few.
        let few = self.values.iter().take(8);
        if let Some((at, _)) = few.enumerate().find(|(_, known)| **known == value) {
            return at;
        }
        let next = self.values.len();
        let at = *self.at.entry(value).or_insert(next);
        if at == next {
            self.values.push(value);
        }
        at
    }
}

impl Rows {
    fn note(&mut self, person: usize, value: usize) {
        if let Self::Small(rows) = self {
            if let Ok(small) = u8::try_from(value) {
                put(rows, person, |row| *row = small);
                return;
            }
            *self = Self::Large(rows.iter().map(|row| u32::from(*row)).collect());
        }
        if let Self::Large(rows) = self {
            put(rows, person, |row| {
                *row = u32::try_from(value).unwrap_or(u32::MAX);
            });
        }
    }

    fn note_one_of_several(&mut self, person: usize, value: usize) {
        if !matches!(self, Self::Several(_)) {
            *self = Self::Several(Vec::new());
        }
        if let Self::Several(all) = self {
            put(all, value, |bits| {
                put(bits, person / 64, |word| *word |= 1 << (person % 64));
            });
        }
    }

    fn has(&self, person: usize) -> bool {
        match self {
            Self::Small(rows) => rows.get(person).is_some_and(|at| *at > 0),
            Self::Large(rows) => rows.get(person).is_some_and(|at| *at > 0),
            Self::Several(all) => all.iter().any(|bits| {
                let word = bits.get(person / 64).copied().unwrap_or_default();
                word >> (person % 64) & 1 == 1
            }),
        }
    }

    /// How many people gave each of so many answers.
    fn counts(&self, values: usize) -> Vec<u64> {
        let mut counts = vec![0_u64; values + 1];
        let mut count = |at: usize| {
            if let Some(n) = counts.get_mut(at) {
                *n += 1;
            }
        };
        match self {
            Self::Small(rows) => rows.iter().for_each(|at| count(usize::from(*at))),
            Self::Large(rows) => {
                let rows = rows
                    .iter()
                    .map(|at| usize::try_from(*at).unwrap_or_default());
                rows.for_each(count);
            }
            Self::Several(all) => {
                let ones =
                    |bits: &Vec<u64>| bits.iter().map(|word| u64::from(word.count_ones())).sum();
                return all.iter().map(ones).collect();
            }
        }
        counts.into_iter().skip(1).collect()
    }
}

/// Changes the value at a place, however far the list reached before.
fn put<T: Default + Clone>(list: &mut Vec<T>, at: usize, change: impl FnOnce(&mut T)) {
    if list.len() <= at {
        list.resize(at + 1, T::default());
    }
    if let Some(value) = list.get_mut(at) {
        change(value);
    }
}

/// At most `most` from a place on, as far as the list goes.
fn from<T>(list: &[T], first: usize, most: usize) -> &[T] {
    let rest = list.get(first..).unwrap_or_default();
    rest.get(..most).unwrap_or(rest)
}

/// So many as are looked at together.
fn filled(mut laid: Vec<u8>) -> Vec<u8> {
    laid.resize(AT_ONCE, NONE);
    laid
}
