//! Questionnaires that reached the administration on another channel, entered all or none.

use std::collections::BTreeMap;

use anyhow::anyhow;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::ImportBatch;
use super::bulk::{Bulk, Came};
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::import_batches;
use crate::consultation::Consultation;
use crate::participation::{Channel, EnterContributions};
use crate::survey::model::{Answer, Survey};

/// One sheet: the day it arrived, and the answers by question.
pub type Sheet = (NaiveDate, BTreeMap<i32, Answer>);

/// A file of questionnaires that was read to its end and can be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// SHA-256 of the file: the same file twice is one file.
    pub sha256: String,
    /// How they came.
    pub channel: Channel,
    /// How many sheets.
    pub sheets: usize,
    /// How many answers.
    pub answers: usize,
}

/// A file of questionnaires, ready to be entered, with all its sheets in memory.
pub struct Batch {
    /// SHA-256 of the file.
    pub sha256: String,
    /// How they came.
    pub channel: Channel,
    /// One a row.
    pub sheets: Vec<Sheet>,
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
    let checked = Checked {
        sha256: batch.sha256.clone(),
        channel: batch.channel,
        sheets: batch.sheets.len(),
        answers: batch.sheets.iter().map(|(_, sheet)| sheet.len()).sum(),
    };
    let mut sheets = |see: See<'_>| batch.sheets.iter().try_for_each(see);
    enter_each(tx, consultation, survey, &checked, &mut sheets, progress)
}

/// What is done with a sheet.
type See<'a> = &'a mut dyn FnMut(&Sheet) -> AppResult<()>;

/// Enters a file however long it is: `sheets` hands over one after the other. When it fails, or hands over another number of sheets
/// than were checked, nothing is entered.
///
/// # Errors
/// Those of `sheets`, and when the database refuses a row.
pub fn enter_each(
    tx: &mut Tx<EnterContributions>,
    consultation: &Id<Consultation>,
    survey: &Survey,
    file: &Checked,
    sheets: &mut dyn FnMut(See<'_>) -> AppResult<()>,
    progress: &dyn Fn(usize),
) -> AppResult<Entered> {
    let before: Option<chrono::NaiveDateTime> = import_batches::table
        .filter(import_batches::survey_id.eq(&survey.id))
        .filter(import_batches::sha256.eq(&file.sha256))
        .select(import_batches::imported_at)
        .first(tx.conn)
        .optional()?;
    if let Some(at) = before {
        return Ok(Entered::Before(at.date()));
    }
    let id = insert_batch(tx, survey, file)?;
    let came = Came {
        consultation,
        channel: file.channel,
        batch: Some(&id),
    };
    let mut bulk = Bulk::begin(std::slice::from_ref(survey), came);
    let mut done = 0;
    sheets(&mut |(day, sheet)| {
        bulk.take(tx, *day, sheet)?;
        done += 1;
        progress(done);
        Ok(())
    })?;
    if done != file.sheets {
        return Err(anyhow!("{done} sheets instead of {}", file.sheets).into());
    }
    bulk.finish(tx)?;
    tx.journal(
        &format!("survey:{}", survey.id),
        &json!({ "entered": done, "channel": file.channel.as_str(), "sha256": file.sha256 }),
    )?;
    Ok(Entered::All(done))
}

fn insert_batch(
    tx: &mut Tx<EnterContributions>,
    survey: &Survey,
    file: &Checked,
) -> AppResult<Id<ImportBatch>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(import_batches::table)
        .values((
            import_batches::id.eq(&id),
            import_batches::survey_id.eq(&survey.id),
            import_batches::sha256.eq(&file.sha256),
            import_batches::channel.eq(file.channel.as_str()),
            import_batches::questionnaires.eq(i64::try_from(file.sheets).unwrap_or(i64::MAX)),
            import_batches::imported_at.eq(tx.now.naive_utc()),
            import_batches::imported_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(id)
}
