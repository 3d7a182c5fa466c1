//! Surveys, questions and answers: what can be asked, and what an answer is. Pure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::mark::Mark;
use crate::base::id::Id;
use crate::strategy::Element;

/// Longest comment on a goal, in characters.
pub const MAX_COMMENT: usize = 2_000;
/// Longest short text, in characters.
pub const MAX_SHORT: usize = 200;
/// Longest long text, in characters.
pub const MAX_LONG: usize = 4_000;
/// Largest number that can be answered.
pub const MAX_NUMBER: i32 = 1_000_000;

/// One survey: about one field of action, about the consultation as a whole, or about the person (profile).
#[derive(Clone, Debug)]
pub struct Survey {
    /// Its identity.
    pub id: Id<Survey>,
    /// Its name in addresses, unique in its consultation.
    pub slug: String,
    /// The field of action it is about.
    pub field: Option<Id<Element>>,
    /// About the person: answered once, never counted as a questionnaire.
    pub is_profile: bool,
    /// Its title.
    pub title: String,
    /// A few sentences before the first question; may be empty.
    pub intro: String,
    /// Its questions in their order.
    pub questions: Vec<Question>,
}

impl Survey {
    /// The question of that key, and its place from 0.
    pub fn question(&self, key: &str) -> Option<(usize, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .find(|(_, question)| question.key == key)
    }

    /// The questions that must be answered and are not, once the survey is begun. A survey nobody touched misses nothing.
    pub fn missing(&self, answers: &HashMap<i32, Answer>) -> Vec<&Question> {
        let is_answered =
            |question: &Question| answers.get(&question.id).is_some_and(Answer::counts);
        if !self.questions.iter().any(is_answered) {
            return Vec::new();
        }
        self.questions
            .iter()
            .filter(|question| question.is_required && !is_answered(question))
            .collect()
    }
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// A small number, because millions of answers hang on it.
    pub id: i32,
    /// Its lasting name in files, unique in its survey; for a goal the key of the goal.
    pub key: String,
    /// What can be answered.
    pub kind: QuestionKind,
    /// The goal it is about.
    pub goal: Option<Id<Element>>,
    /// The question itself; for a goal its title.
    pub text: String,
    /// A helping sentence; may be empty.
    pub help: String,
    /// Whether it must be answered to go on; goals can always be skipped.
    pub is_required: bool,
    /// What can be chosen, in order.
    pub options: Vec<Choice>,
    /// The rows of a scale, in order.
    pub items: Vec<Choice>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// From 1, in order; what is stored.
    pub code: i32,
    /// Its lasting name in files.
    pub key: String,
    /// What people read.
    pub label: String,
}

/// What can be answered to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// A mark on a strategic goal, with a comment.
    Goal,
    /// One of several options.
    Single,
    /// Any number of options.
    Multiple,
    /// For each item one point of a scale.
    Scale,
    /// A whole number from 0.
    Number,
    /// One line.
    ShortText,
    /// Several lines.
    LongText,
}

impl QuestionKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Goal,
        Self::Single,
        Self::Multiple,
        Self::Scale,
        Self::Number,
        Self::ShortText,
        Self::LongText,
    ];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Scale => "scale",
            Self::Number => "number",
            Self::ShortText => "short_text",
            Self::LongText => "long_text",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

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
    /// A whole number.
    Number(i32),
    /// A text; never empty.
    Text(String),
}

/// One stored cell of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The chosen option of a multiple choice, the item of a scale, else 0.
    pub part: i32,
    /// Mark, option, scale point or number.
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
    /// Whether it is an answer, and not a question left out.
    pub fn counts(&self) -> bool {
        *self != Self::Skipped
    }

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
            QuestionKind::ShortText | QuestionKind::LongText => Self::Text(first.text.clone()?),
        })
    }
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
            (QuestionKind::LongText, Answer::Text("Mehr Bäume".into())),
        ];
        for (kind, answer) in cases {
            assert_eq!(Answer::of_cells(kind, &answer.cells()), Some(answer));
        }
        assert!(Answer::Skipped.cells().is_empty());
    }
}
