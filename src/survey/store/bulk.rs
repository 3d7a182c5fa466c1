//! Questionnaires of many people at once: rows go into the database some hundred at a time, and what they add to the running counts
//! is written once for all.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ImportBatch;
use super::fresh::{Counts, Fresh, insert_fresh};
use crate::account::Tx;
use crate::base::db::pieces;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::participation::{Channel, EnterContributions, Participation, enter_many};
use crate::survey::model::{Answer, Survey};

/// From how many people and answers on they are written.
const AT_ONCE: usize = 256;

/// How sheets reached the town.
pub(super) struct Came<'a> {
    /// To what they answer.
    pub consultation: &'a Id<Consultation>,
    /// By which way.
    pub channel: Channel,
    /// The file in which they stood, if they came by one.
    pub batch: Option<&'a Id<ImportBatch>>,
}

/// Sheets on their way into the database.
pub(super) struct Bulk<'a> {
    came: Came<'a>,
    surveys: &'a [Survey],
    people: Vec<(Id<Participation>, NaiveDate)>,
    sheets: Vec<Fresh<'a>>,
    answers: usize,
    counts: Counts,
}

impl<'a> Bulk<'a> {
    /// Begins. Nothing counts before [`Self::finish`].
    pub fn begin(surveys: &'a [Survey], came: Came<'a>) -> Self {
        Self {
            came,
            surveys,
            people: Vec::new(),
            sheets: Vec::new(),
            answers: 0,
            counts: Counts::default(),
        }
    }

    /// Takes one person's sheet: one participation, and a questionnaire for each survey that was answered on it.
    pub fn take(
        &mut self,
        tx: &mut Tx<EnterContributions>,
        day: NaiveDate,
        sheet: &BTreeMap<i32, Answer>,
    ) -> AppResult<()> {
        let surveys = self.surveys;
        let is_asked = |id: &i32| {
            let mut questions = surveys.iter().flat_map(|survey| &survey.questions);
            questions.any(|question| question.id == *id)
        };
        if let Some(stray) = sheet.keys().find(|id| !is_asked(id)) {
            return Err(anyhow::anyhow!("question {stray} belongs to another survey").into());
        }
        let person = Id::<Participation>::near();
        for survey in surveys {
            let cells = survey.counted(|question| sheet.get(&question));
            if cells.is_empty() {
                continue;
            }
            self.answers += cells.values().map(Vec::len).sum::<usize>();
            self.sheets.push(Fresh {
                survey,
                consultation: self.came.consultation,
                participation: person.clone(),
                channel: self.came.channel,
                day,
                batch: self.came.batch,
                cells,
            });
        }
        self.people.push((person, day));
        if self.answers + self.people.len() >= AT_ONCE {
            self.write(tx)?;
        }
        Ok(())
    }

    /// Writes what is left, and lets everything count.
    pub fn finish(mut self, tx: &mut Tx<EnterContributions>) -> AppResult<()> {
        self.write(tx)?;
        self.counts.write(tx)
    }

    fn write(&mut self, tx: &mut Tx<EnterContributions>) -> AppResult<()> {
        for people in pieces(&self.people) {
            enter_many(tx, self.came.consultation, self.came.channel, people)?;
        }
        insert_fresh(tx, &self.sheets, &mut self.counts)?;
        self.people.clear();
        self.sheets.clear();
        self.answers = 0;
        Ok(())
    }
}
