//! Questionnaires that reached the administration on another channel, entered all or none.

use std::collections::BTreeMap;

use anyhow::anyhow;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::ImportBatch;
use super::counts::{apply, count_questionnaires};
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
    let mut changes = Tally::default();
    let mut days = BTreeMap::<NaiveDate, i64>::new();
    for (done, (day, sheet)) in batch.sheets.iter().enumerate() {
        if let Some(stray) = sheet
            .keys()
            .find(|id| survey.questions.iter().all(|q| q.id != **id))
        {
            return Err(anyhow!("question {stray} belongs to another survey").into());
        }
        let person = enter_participation(tx, consultation, batch.channel, *day)?;
        let questionnaire =
            insert_questionnaire(tx, survey, &person, batch.channel, *day, Some(&id))?;
        let cells = survey.counted(|question| sheet.get(&question));
        insert_cells(tx, &questionnaire, &cells)?;
        for (question, cells) in &cells {
            changes.add(*question, cells, 1);
        }
        *days.entry(*day).or_default() += 1;
        progress(done + 1);
    }
    for (day, n) in days {
        count_questionnaires(tx, &survey.id, batch.channel, day, n)?;
    }
    apply(tx, &changes)?;
    tx.journal(
        &format!("survey:{}", survey.id),
        &json!({ "entered": batch.sheets.len(), "channel": batch.channel.as_str(), "sha256": batch.sha256 }),
    )?;
    Ok(Entered::All(batch.sheets.len()))
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
