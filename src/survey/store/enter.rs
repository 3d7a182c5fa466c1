//! Questionnaires that reached the administration on another channel, entered all or none.

use std::collections::BTreeMap;

use anyhow::anyhow;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::ImportBatch;
use super::counts::{apply, count_questionnaires};
use super::sealing::seal;
use super::submit::{insert_cells, insert_questionnaire};
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::import_batches;
use crate::consultation::Consultation;
use crate::participation::{Channel, EnterContributions, enter as enter_participation};
use crate::survey::model::{Answer, Survey};
use crate::survey::tally::Tally;

/// A file of questionnaires, ready to be entered.
pub struct Batch {
    /// SHA-256 of the file: the same file twice is one file.
    pub sha256: String,
    /// How they came.
    pub channel: Channel,
    /// One a row: the day it arrived, and the answers by question.
    pub sheets: Vec<(NaiveDate, BTreeMap<i32, Answer>)>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// So many questionnaires count now.
    All(usize),
    /// This very file had been entered on that day; nothing was written.
    Before(NaiveDate),
}

/// Enters a batch. `progress` hears how many sheets are done; the closure may run twice, so it is told the number.
pub fn enter(
    tx: &mut Tx<EnterContributions>,
    consultation: &Id<Consultation>,
    survey: &Survey,
    batch: &Batch,
    progress: &dyn Fn(usize),
) -> AppResult<Entered> {
    let before: Option<chrono::NaiveDateTime> = import_batches::table
        .filter(import_batches::survey_id.eq(&survey.id))
        .filter(import_batches::sha256.eq(&batch.sha256))
        .select(import_batches::imported_at)
        .first(tx.conn)
        .optional()?;
    if let Some(at) = before {
        return Ok(Entered::Before(at.date()));
    }
    let id = insert_batch(tx, survey, batch)?;
    let mut counted = Counted::default();
    let surveys = std::slice::from_ref(survey);
    for (done, (day, sheet)) in batch.sheets.iter().enumerate() {
        let came = Came {
            consultation,
            channel: batch.channel,
            day: *day,
            batch: Some(&id),
        };
        count_sheet(tx, surveys, &came, sheet, &mut counted)?;
        progress(done + 1);
    }
    counted.write(tx, batch.channel)?;
    tx.journal(
        &format!("survey:{}", survey.id),
        &json!({ "entered": batch.sheets.len(), "channel": batch.channel.as_str(), "sha256": batch.sha256 }),
    )?;
    Ok(Entered::All(batch.sheets.len()))
}

/// How and when a sheet reached the town.
pub(super) struct Came<'a> {
    /// To what it answers.
    pub consultation: &'a Id<Consultation>,
    /// By which way.
    pub channel: Channel,
    /// On which day.
    pub day: NaiveDate,
    /// The file in which it stood, if it came by one.
    pub batch: Option<&'a Id<ImportBatch>>,
}

/// What many sheets add to the running counts; written once for all.
#[derive(Default)]
pub(super) struct Counted {
    changes: Tally,
    days: BTreeMap<(Id<Survey>, NaiveDate), i64>,
}

impl Counted {
    /// Adds everything to the running counts.
    pub fn write(self, tx: &mut Tx<EnterContributions>, channel: Channel) -> AppResult<()> {
        for ((survey, day), n) in self.days {
            count_questionnaires(tx, &survey, channel, day, n)?;
        }
        apply(tx, &self.changes)
    }
}

/// Counts one person's sheet: one participation, and a questionnaire for each survey that was answered on it.
pub(super) fn count_sheet(
    tx: &mut Tx<EnterContributions>,
    surveys: &[Survey],
    came: &Came<'_>,
    sheet: &BTreeMap<i32, Answer>,
    counted: &mut Counted,
) -> AppResult<()> {
    let is_asked = |id: &i32| {
        surveys
            .iter()
            .any(|survey| survey.questions.iter().any(|q| q.id == *id))
    };
    if let Some(stray) = sheet.keys().find(|id| !is_asked(id)) {
        return Err(anyhow!("question {stray} belongs to another survey").into());
    }
    let person = enter_participation(tx, came.consultation, came.channel, came.day)?;
    for survey in surveys {
        let cells = survey.counted(|question| sheet.get(&question));
        if cells.is_empty() {
            continue;
        }
        let questionnaire =
            insert_questionnaire(tx, survey, &person, came.channel, came.day, came.batch)?;
        insert_cells(tx, &questionnaire, &cells)?;
        seal(
            tx,
            survey,
            (came.consultation, &person),
            &questionnaire,
            &cells,
        )?;
        for (question, cells) in &cells {
            counted.changes.add(*question, cells, 1);
        }
        *counted
            .days
            .entry((survey.id.clone(), came.day))
            .or_default() += 1;
    }
    Ok(())
}

fn insert_batch(
    tx: &mut Tx<EnterContributions>,
    survey: &Survey,
    batch: &Batch,
) -> AppResult<Id<ImportBatch>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(import_batches::table)
        .values((
            import_batches::id.eq(&id),
            import_batches::survey_id.eq(&survey.id),
            import_batches::sha256.eq(&batch.sha256),
            import_batches::channel.eq(batch.channel.as_str()),
            import_batches::questionnaires
                .eq(i64::try_from(batch.sheets.len()).unwrap_or(i64::MAX)),
            import_batches::imported_at.eq(tx.now.naive_utc()),
            import_batches::imported_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(id)
}
