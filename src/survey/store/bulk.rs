//! Questionnaires of many people at once: rows go into the database some hundred at a time, and what they add to the running counts
//! is written once for all.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::counts::{apply, count_questionnaires};
use super::sealing::content_of;
use super::{ImportBatch, QuestionnaireId};
use crate::account::Tx;
use crate::base::db::each;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, free_texts, questionnaires};
use crate::consultation::Consultation;
use crate::participation::{Channel, EnterContributions, Participation, enter_many};
use crate::survey::model::{Answer, Cell, FreeText, Survey, TextState};
use crate::survey::tally::Tally;
use crate::transparency::{self, Kind, New};

/// From how many rows on they are written, and how many go into one statement at most. More make it no faster.
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
    sheets: Vec<Sheet<'a>>,
    cells: Vec<(QuestionnaireId, i32, Cell)>,
    changes: Tally,
    days: BTreeMap<(Id<Survey>, NaiveDate), i64>,
}

/// One questionnaire.
struct Sheet<'a> {
    id: QuestionnaireId,
    survey: &'a Survey,
    person: Id<Participation>,
    day: NaiveDate,
    content: String,
}

impl<'a> Bulk<'a> {
    /// Begins. Nothing counts before [`Self::finish`].
    pub fn begin(surveys: &'a [Survey], came: Came<'a>) -> Self {
        Self {
            came,
            surveys,
            people: Vec::new(),
            sheets: Vec::new(),
            cells: Vec::new(),
            changes: Tally::default(),
            days: BTreeMap::new(),
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
        let person = Id::<Participation>::random();
        self.people.push((person.clone(), day));
        for survey in surveys {
            let cells = survey.counted(|question| sheet.get(&question));
            if cells.is_empty() {
                continue;
            }
            for (question, cells) in &cells {
                self.changes.add(*question, cells, 1);
            }
            *self.days.entry((survey.id.clone(), day)).or_default() += 1;
            let id = QuestionnaireId::random();
            self.sheets.push(Sheet {
                content: content_of(survey, &cells)?,
                survey,
                id: id.clone(),
                person: person.clone(),
                day,
            });
            let cells = cells.into_iter().flat_map(|(question, cells)| {
                let of = |cell| (id.clone(), question, cell);
                cells.into_iter().map(of).collect::<Vec<_>>()
            });
            self.cells.extend(cells);
        }
        if self.cells.len() >= AT_ONCE {
            self.write(tx)?;
        }
        Ok(())
    }

    /// Writes what is left, and lets everything count.
    pub fn finish(mut self, tx: &mut Tx<EnterContributions>) -> AppResult<()> {
        self.write(tx)?;
        for ((survey, day), n) in self.days {
            count_questionnaires(tx, &survey, self.came.channel, day, n)?;
        }
        apply(tx, &self.changes)
    }

    fn write(&mut self, tx: &mut Tx<EnterContributions>) -> AppResult<()> {
        let (consultation, channel) = (self.came.consultation, self.came.channel);
        for people in pieces(&self.people) {
            enter_many(tx, consultation, channel, people)?;
        }
        for sheets in pieces(&self.sheets) {
            self.write_sheets(tx, sheets)?;
        }
        for cells in pieces(&self.cells) {
            write_cells(tx, cells)?;
        }
        self.people.clear();
        self.sheets.clear();
        self.cells.clear();
        Ok(())
    }

    fn write_sheets(&self, tx: &mut Tx<EnterContributions>, sheets: &[Sheet<'_>]) -> AppResult<()> {
        let row = |sheet: &Sheet<'_>| {
            (
                questionnaires::id.eq(sheet.id.clone()),
                questionnaires::survey_id.eq(sheet.survey.id.clone()),
                questionnaires::participation_id.eq(sheet.person.clone()),
                questionnaires::channel.eq(self.came.channel.as_str()),
                questionnaires::received_on.eq(sheet.day),
                questionnaires::batch_id.eq(self.came.batch.cloned()),
            )
        };
        let rows: Vec<_> = sheets.iter().map(row).collect();
        each!(tx.conn, conn => diesel::insert_into(questionnaires::table).values(&rows).execute(conn))?;
        let new = |sheet: &'_ Sheet<'_>| New {
            id: sheet.id.as_str().to_owned(),
            owner: sheet.person.as_str().to_owned(),
            survey: sheet.survey.slug.clone(),
            content: sheet.content.clone(),
        };
        let new: Vec<New> = sheets.iter().map(new).collect();
        transparency::seal_new(tx, Kind::Questionnaire, self.came.consultation, &new)
    }
}

/// The rows in pieces of a few lengths only: the database keeps a statement for each length.
fn pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let n = rows.len().min(AT_ONCE).checked_ilog2()?;
        let (piece, rest) = rows.split_at_checked(1 << n)?;
        rows = rest;
        Some(piece)
    })
}

fn write_cells(
    tx: &mut Tx<EnterContributions>,
    cells: &[(QuestionnaireId, i32, Cell)],
) -> AppResult<()> {
    let row = |(id, question, cell): &(QuestionnaireId, i32, Cell)| {
        (
            answers::questionnaire_id.eq(id.clone()),
            answers::question_id.eq(*question),
            answers::part.eq(cell.part),
            answers::code.eq(cell.code),
            answers::text.eq(cell.text.clone()),
        )
    };
    let rows: Vec<_> = cells.iter().map(row).collect();
    each!(tx.conn, conn => diesel::insert_into(answers::table).values(&rows).execute(conn))?;
    // A question has at most one text of a questionnaire; each waits to be read.
    let written = cells.iter().filter(|(_, _, cell)| cell.text.is_some());
    let written: Vec<_> = written.map(|(id, question, _)| (id, *question)).collect();
    for some in pieces(&written) {
        let row = |(id, question): &(&QuestionnaireId, i32)| {
            (
                free_texts::id.eq(Id::<FreeText>::random()),
                free_texts::source.eq("answer"),
                free_texts::question_id.eq(*question),
                free_texts::questionnaire_id.eq(id.as_str().to_owned()),
                free_texts::state.eq(TextState::Waiting.as_str()),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(tx.conn, conn => diesel::insert_into(free_texts::table).values(&rows).execute(conn))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_everything_in_order_and_of_a_few_lengths() {
        for n in [0, 1, 7, 255, 256, 257, 1000] {
            let rows: Vec<usize> = (0..n).collect();
            let all: Vec<usize> = pieces(&rows).flatten().copied().collect();
            assert_eq!(all, rows);
            assert!(
                pieces(&rows).all(|some| some.len().is_power_of_two() && some.len() <= AT_ONCE)
            );
        }
    }
}
