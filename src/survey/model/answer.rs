//! Answers, and the cells in which they are stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::QuestionKind;
use crate::survey::mark::Mark;

/// What a person answered to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Seen and left out; not an answer that counts.
    Skipped,
    /// A mark, a comment, or both.
    Goal {
        /// The mark; none when only a comment was left.
        mark: Option<Mark>,
        /// The comment; never empty.
        comment: Option<String>,
    },
    /// The code of the chosen option.
    Single(i32),
    /// The codes of the chosen options; never empty.
    Multiple(BTreeSet<i32>),
    /// For each answered item the point chosen; never empty.
    Scale(BTreeMap<i32, i32>),
    /// The codes of the options that were put in order, first place first; each once, never empty.
    Ranking(Vec<i32>),
    /// A whole number.
    Number(i32),
    /// A day.
    Date(NaiveDate),
    /// A text; never empty.
    Text(String),
}

/// One stored cell of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The chosen option of a multiple choice, the item of a scale, the option that got a place, else 0.
    pub part: i32,
    /// Mark, option, scale point, place from 1, number, or day as the number 20260717.
    pub code: Option<i32>,
    /// Comment or text.
    pub text: Option<String>,
}

impl Cell {
    fn code(part: i32, code: i32) -> Self {
        Self {
            part,
            code: Some(code),
            text: None,
        }
    }
}

impl Answer {
    /// The cells in which an answer is stored; none for one that was skipped.
    pub fn cells(&self) -> Vec<Cell> {
        match self {
            Self::Skipped => Vec::new(),
            Self::Goal { mark, comment } => {
                vec![Cell {
                    part: 0,
                    code: mark.map(Mark::code),
                    text: comment.clone(),
                }]
            }
            Self::Single(code) | Self::Number(code) => vec![Cell::code(0, *code)],
            Self::Multiple(codes) => codes.iter().map(|code| Cell::code(*code, 1)).collect(),
            Self::Scale(points) => points
                .iter()
                .map(|(item, code)| Cell::code(*item, *code))
                .collect(),
            Self::Ranking(order) => (1..)
                .zip(order)
                .map(|(place, option)| Cell::code(*option, place))
                .collect(),
            Self::Date(day) => vec![Cell::code(0, code_of_date(*day))],
            Self::Text(text) => vec![Cell {
                part: 0,
                code: None,
                text: Some(text.clone()),
            }],
        }
    }

    /// The answer that was stored in some cells. None when they do not fit the kind.
    pub fn of_cells(kind: QuestionKind, cells: &[Cell]) -> Option<Self> {
        let first = cells.first()?;
        Some(match kind {
            QuestionKind::Goal => Self::Goal {
                mark: first.code.and_then(Mark::of_code),
                comment: first.text.clone(),
            },
            QuestionKind::Single => Self::Single(first.code?),
            QuestionKind::Number => Self::Number(first.code?),
            QuestionKind::Multiple => Self::Multiple(cells.iter().map(|cell| cell.part).collect()),
            QuestionKind::Scale => Self::Scale(
                cells
                    .iter()
                    .map(|cell| Some((cell.part, cell.code?)))
                    .collect::<Option<_>>()?,
            ),
            QuestionKind::Ranking => {
                let mut order: Vec<_> = cells.iter().map(|cell| (cell.code, cell.part)).collect();
                order.sort_unstable();
                Self::Ranking(order.into_iter().map(|(_, option)| option).collect())
            }
            QuestionKind::Date => Self::Date(date_of_code(first.code?)?),
            QuestionKind::ShortText | QuestionKind::LongText => Self::Text(first.text.clone()?),
            QuestionKind::Information => return None,
        })
    }
}

/// A day as a number people can read: 20260717.
fn code_of_date(day: NaiveDate) -> i32 {
    day.year() * 10_000 + day.month().cast_signed() * 100 + day.day().cast_signed()
}

/// The day of such a number.
pub fn date_of_code(code: i32) -> Option<NaiveDate> {
    let part = |divisor: i32, modulo: i32| u32::try_from(code / divisor % modulo).ok();
    NaiveDate::from_ymd_opt(code / 10_000, part(100, 100)?, part(1, 100)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_back_from_its_cells() {
        let cases = [
            (
                QuestionKind::Goal,
                Answer::Goal {
                    mark: Some(Mark::Bolder),
                    comment: None,
                },
            ),
            (
                QuestionKind::Goal,
                Answer::Goal {
                    mark: None,
                    comment: Some("Bitte trennen".into()),
                },
            ),
            (QuestionKind::Single, Answer::Single(3)),
            (QuestionKind::Multiple, Answer::Multiple([1, 4].into())),
            (QuestionKind::Scale, Answer::Scale([(1, 5), (2, 1)].into())),
            (QuestionKind::Number, Answer::Number(0)),
            (QuestionKind::Ranking, Answer::Ranking(vec![3, 1, 2])),
            (QuestionKind::Date, Answer::Date(super::super::LAST_DATE)),
            (QuestionKind::LongText, Answer::Text("Mehr Bäume".into())),
        ];
        for (kind, answer) in cases {
            assert_eq!(Answer::of_cells(kind, &answer.cells()), Some(answer));
        }
        assert!(Answer::Skipped.cells().is_empty());
    }
}
