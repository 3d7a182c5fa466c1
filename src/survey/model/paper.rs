//! Paper forms: typed in batches, checked by a second person, and only then counted.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Answer, Survey};
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::participation::Channel;

/// Most sheets of one batch: a folder that can be held in one hand and checked on one day.
pub const MAX_SHEETS: usize = 500;
/// Longest name of a batch, in characters.
pub const MAX_BATCH_NAME: usize = 100;

/// A pile of forms that are typed together.
#[derive(Clone, Debug)]
pub struct PaperBatch {
    /// Its identity.
    pub id: Id<PaperBatch>,
    /// To what they answer.
    pub consultation: Id<Consultation>,
    /// The consultation's name in addresses.
    pub slug: String,
    /// The consultation's title.
    pub title: String,
    /// What is written on the folder.
    pub name: String,
    /// How the forms came.
    pub channel: Channel,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// By whom.
    pub opened_by: String,
    /// When its sheets were counted.
    pub entered_at: Option<DateTime<Utc>>,
    /// Sheets in it.
    pub sheets: usize,
    /// Sheets that a second person has checked.
    pub checked: usize,
}

/// How far a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing is typed yet.
    Empty,
    /// Sheets wait for the second person.
    Waiting,
    /// Everything is checked; it can be counted.
    Ready,
    /// It is counted.
    Entered,
}

impl Stage {
    /// In the order of the work.
    pub const ALL: [Self; 4] = [Self::Empty, Self::Waiting, Self::Ready, Self::Entered];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Waiting => "waiting",
            Self::Ready => "ready",
            Self::Entered => "entered",
        }
    }
}

impl PaperBatch {
    /// How far it is; `second_check`: whether the town wants a second person.
    pub fn stage(&self, second_check: bool) -> Stage {
        if self.entered_at.is_some() {
            Stage::Entered
        } else if self.sheets == 0 {
            Stage::Empty
        } else if second_check && self.checked < self.sheets {
            Stage::Waiting
        } else {
            Stage::Ready
        }
    }
}

/// One person's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSheet {
    /// As it is written on the form.
    pub number: i32,
    /// The day it reached the town.
    pub received_on: NaiveDate,
    /// What was answered, by question; empty once the batch is counted.
    pub answers: BTreeMap<i32, Answer>,
    /// Who typed it last.
    pub typed_by: String,
    /// Who compared it with the form.
    pub checked_by: Option<String>,
}

impl PaperSheet {
    /// Whether somebody may check it: not whoever typed it.
    pub fn may_check(&self, who: &str) -> bool {
        self.checked_by.is_none() && self.typed_by != who
    }
}

/// Whether the answers of a sheet fit the questions as they are now: each question is there, each answer is offered, and
/// nothing is answered that was not asked.
pub fn fits(surveys: &[Survey], answers: &BTreeMap<i32, Answer>) -> bool {
    let given = |id: i32| answers.get(&id);
    let mut fitting = 0;
    for survey in surveys {
        for question in survey.asked(given) {
            let Some(answer) = given(question.id) else {
                continue;
            };
            let cells = answer.cells();
            let is_kind = Answer::of_cells(question.kind, &cells).as_ref() == Some(answer);
            let offered = |code: i32| question.options.iter().any(|option| option.code == code);
            let is_offered = match answer {
                Answer::Single(code) => offered(*code),
                Answer::Multiple(codes) => codes.iter().all(|code| offered(*code)),
                Answer::Ranking(codes) => codes.iter().all(|code| offered(*code)),
                Answer::Scale(points) => points.iter().all(|(item, code)| {
                    offered(*code) && question.items.iter().any(|known| known.code == *item)
                }),
                _ => true,
            };
            fitting += usize::from(is_kind && is_offered);
        }
    }
    fitting == answers.len()
}
