//! Surveys, questions and answers: what can be asked, and what an answer is. Pure.

mod answer;
mod correction;
mod naming;
mod paper;
mod question;
mod reading;
mod text;

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

pub use answer::{Answer, Cell, date_of_code};
pub use correction::{Part, distance, most_changes};
pub use naming::{free_name, relabelled};
pub use paper::{MAX_BATCH_NAME, MAX_SHEETS, PaperBatch, PaperSheet, Stage, fits};
pub use question::{Choice, Condition, Question, QuestionKind};
pub use text::{FreeText, HideReason, TextState};

use crate::base::id::Id;
use crate::strategy::Element;
use crate::translation::Reading;

/// Longest comment on a goal, in characters.
pub const MAX_COMMENT: usize = 2_000;
/// Longest short text, in characters.
pub const MAX_SHORT: usize = 200;
/// Longest long text, in characters.
pub const MAX_LONG: usize = 4_000;
/// Longest question or help, in characters.
pub const MAX_QUESTION: usize = 2_000;
/// Longest option or row of a scale, in characters.
pub const MAX_LABEL: usize = 300;
/// Longest title of a survey, in characters.
pub const MAX_TITLE: usize = 200;
/// Longest introduction of a survey, in characters.
pub const MAX_INTRO: usize = 2_000;
/// Most questions of a survey.
pub const MAX_QUESTIONS: usize = 200;
/// Longest note about a correction, in characters.
pub const MAX_NOTE: usize = 500;
/// Largest number that can be answered.
pub const MAX_NUMBER: i32 = 1_000_000;
/// The first day that can be answered.
pub const FIRST_DATE: NaiveDate = day(1900, 1, 1);
/// The last day that can be answered.
pub const LAST_DATE: NaiveDate = day(2099, 12, 31);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MAX,
    }
}

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
    /// How its texts read: in the town's own words, unless somebody asked for another language.
    pub reading: Reading,
}

impl Survey {
    /// The question of that key, and its place from 0.
    pub fn question(&self, key: &str) -> Option<(usize, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .find(|(_, question)| question.key == key)
    }

    /// The questions that are asked after these answers, in their order: a question with a condition only after one of
    /// the answers it names, and never after a question that is not asked itself.
    pub fn asked<'a>(&self, answer: impl Fn(i32) -> Option<&'a Answer>) -> Vec<&Question> {
        let mut asked = HashSet::new();
        self.questions
            .iter()
            .filter(|question| {
                let is_asked = question.condition.as_ref().is_none_or(|condition| {
                    asked.contains(&condition.on) && condition.holds(answer(condition.on))
                });
                if is_asked {
                    asked.insert(question.id);
                }
                is_asked
            })
            .collect()
    }

    /// What counts of these answers when they are handed in: the cells of each question that is asked after them. What
    /// was answered to a question that is no longer asked is left out.
    pub fn counted<'a>(
        &self,
        answer: impl Fn(i32) -> Option<&'a Answer>,
    ) -> BTreeMap<i32, Vec<Cell>> {
        let asked = self.asked(&answer).into_iter();
        asked
            .filter_map(|question| Some((question.id, answer(question.id)?.cells())))
            .filter(|(_, cells)| !cells.is_empty())
            .collect()
    }

    /// The questions that must be answered and are not, once the survey is begun. A survey nobody touched misses
    /// nothing, and a question that is not asked is not missing.
    pub fn missing<'a>(&self, answer: impl Fn(i32) -> Option<&'a Answer>) -> Vec<&Question> {
        let asked = self.asked(&answer);
        let is_answered = |question: &&Question| {
            answer(question.id).is_some_and(|given| !given.cells().is_empty())
        };
        if !asked.iter().any(is_answered) {
            return Vec::new();
        }
        let open = asked
            .into_iter()
            .filter(|question| question.is_required && !is_answered(question));
        open.collect()
    }
}

#[cfg(test)]
mod tests;
