//! Questions: what can be asked, and after which answers.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::Answer;
use crate::base::id::Id;
use crate::strategy::Element;
use crate::translation::Reading;

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
    /// After which answers it is asked; none when it always is.
    pub condition: Option<Condition>,
    /// How its texts read: in the town's own words, unless somebody asked for another language.
    pub reading: Reading,
}

impl Question {
    /// Whether an earlier question may decide if others are asked: it must offer answers to choose from.
    pub fn can_decide(&self) -> bool {
        matches!(
            self.kind,
            QuestionKind::Goal | QuestionKind::Single | QuestionKind::Multiple
        )
    }
}

/// A question is only asked after certain answers to an earlier question of the same survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The earlier question.
    pub on: i32,
    /// Codes of its options, or of marks: one of them must have been chosen. Never empty.
    pub codes: BTreeSet<i32>,
}

impl Condition {
    /// Whether an answer to the earlier question is one of those named.
    pub fn holds(&self, answer: Option<&Answer>) -> bool {
        match answer {
            Some(Answer::Goal {
                mark: Some(mark), ..
            }) => self.codes.contains(&mark.code()),
            Some(Answer::Single(code)) => self.codes.contains(code),
            Some(Answer::Multiple(codes)) => !codes.is_disjoint(&self.codes),
            _ => false,
        }
    }
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
    /// Some or all options in an order.
    Ranking,
    /// A whole number from 0.
    Number,
    /// A day.
    Date,
    /// One line.
    ShortText,
    /// Several lines.
    LongText,
    /// Only something to read; nothing is answered.
    Information,
}

impl QuestionKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Goal,
        Self::Single,
        Self::Multiple,
        Self::Scale,
        Self::Ranking,
        Self::Number,
        Self::Date,
        Self::ShortText,
        Self::LongText,
        Self::Information,
    ];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Scale => "scale",
            Self::Ranking => "ranking",
            Self::Number => "number",
            Self::Date => "date",
            Self::ShortText => "short_text",
            Self::LongText => "long_text",
            Self::Information => "information",
        }
    }

    /// The text key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Goal => "question-kind-goal",
            Self::Single => "question-kind-single",
            Self::Multiple => "question-kind-multiple",
            Self::Scale => "question-kind-scale",
            Self::Ranking => "question-kind-ranking",
            Self::Number => "question-kind-number",
            Self::Date => "question-kind-date",
            Self::ShortText => "question-kind-short-text",
            Self::LongText => "question-kind-long-text",
            Self::Information => "question-kind-information",
        }
    }

    /// The text key of the sentence that says what it is good for.
    pub fn hint_key(self) -> &'static str {
        match self {
            Self::Goal => "question-kind-goal-hint",
            Self::Single => "question-kind-single-hint",
            Self::Multiple => "question-kind-multiple-hint",
            Self::Scale => "question-kind-scale-hint",
            Self::Ranking => "question-kind-ranking-hint",
            Self::Number => "question-kind-number-hint",
            Self::Date => "question-kind-date-hint",
            Self::ShortText => "question-kind-short-text-hint",
            Self::LongText => "question-kind-long-text-hint",
            Self::Information => "question-kind-information-hint",
        }
    }

    /// Whether there is something to answer.
    pub fn is_answered(self) -> bool {
        self != Self::Information
    }

    /// Whether people write words of their own to it: an answer, or a comment beside a mark.
    pub fn has_text(self) -> bool {
        matches!(self, Self::Goal | Self::ShortText | Self::LongText)
    }

    /// How many options and how many rows it needs at least and may have at most.
    pub fn choices(self) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
        match self {
            Self::Single | Self::Multiple => (2..=100, 0..=0),
            Self::Ranking => (2..=20, 0..=0),
            Self::Scale => (2..=100, 1..=100),
            _ => (0..=0, 0..=0),
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}
