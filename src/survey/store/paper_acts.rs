//! What is done with paper batches and sheets before they count.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::paper::{next_sheet, paper_batch, paper_sheet};
use crate::account::{Action, Permission, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{paper_batches, paper_sheets};
use crate::consultation::Consultation;
use crate::participation::Channel;
use crate::survey::form::TypedSheet;
use crate::survey::model::{MAX_SHEETS, PaperBatch};

/// Begin batches of paper forms, type and check sheets, throw away what is not counted.
pub struct KeepPaper;

impl Action for KeepPaper {
    const NAME: &'static str = "paper.keep";
    const NEEDS: Permission = Permission::EnterContributions;
}

/// What came of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept under this number.
    As(i32),
    /// It was as typed: now it is checked.
    Checked(i32),
    /// It was changed while it was checked: now somebody else has to check it.
    Corrected(i32),
    /// Whoever typed it cannot check it.
    Own,
    /// The batch is counted already.
    Closed,
    /// The batch has as many sheets as it may.
    Full,
}

/// Begins a batch.
pub fn open_batch(
    tx: &mut Tx<KeepPaper>,
    consultation: &Consultation,
    name: &str,
    channel: Channel,
) -> AppResult<Id<PaperBatch>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(paper_batches::table)
        .values((
            paper_batches::id.eq(&id),
            paper_batches::consultation_id.eq(&consultation.id),
            paper_batches::name.eq(name),
            paper_batches::channel.eq(channel.as_str()),
            paper_batches::opened_at.eq(tx.now.naive_utc()),
            paper_batches::opened_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("paper:{id}"),
        &json!({ "opened": name, "consultation": consultation.slug, "channel": channel.as_str() }),
    )?;
    Ok(id)
}

/// Keeps a new sheet under the next number. `nonce` names the form it was sent with: the same again is the same sheet.
pub fn add_sheet(
    tx: &mut Tx<KeepPaper>,
    batch: &Id<PaperBatch>,
    typed: &TypedSheet,
    nonce: &str,
) -> AppResult<Kept> {
    let before: Option<i32> = paper_sheets::table
        .filter(paper_sheets::nonce.eq(nonce))
        .select(paper_sheets::number)
        .first(tx.conn)
        .optional()?;
    if let Some(number) = before {
        return Ok(Kept::As(number));
    }
    let there = paper_batch(tx.conn, batch)?;
    if there.entered_at.is_some() {
        return Ok(Kept::Closed);
    }
    if there.sheets >= MAX_SHEETS {
        return Ok(Kept::Full);
    }
    let number = next_sheet(tx.conn, batch)?;
    let author = tx.author();
    diesel::insert_into(paper_sheets::table)
        .values((
            paper_sheets::batch_id.eq(batch),
            paper_sheets::number.eq(number),
            paper_sheets::received_on.eq(typed.received_on),
            paper_sheets::answers.eq(json(typed)?),
            paper_sheets::typed_at.eq(tx.now.naive_utc()),
            paper_sheets::typed_by.eq(author),
            paper_sheets::nonce.eq(nonce),
        ))
        .execute(tx.conn)?;
    Ok(Kept::As(number))
}

fn json(typed: &TypedSheet) -> AppResult<String> {
    serde_json::to_string(&typed.answers).map_err(|why| AppError::Internal(why.into()))
}

/// Types a sheet anew. Whoever changes it becomes the one who typed it; a check that was done counts no more.
pub fn change_sheet(
    tx: &mut Tx<KeepPaper>,
    batch: &Id<PaperBatch>,
    number: i32,
    typed: &TypedSheet,
) -> AppResult<Kept> {
    if paper_batch(tx.conn, batch)?.entered_at.is_some() {
        return Ok(Kept::Closed);
    }
    let author = tx.author();
    let changed = diesel::update(paper_sheets::table.find((batch, number)))
        .set((
            paper_sheets::received_on.eq(typed.received_on),
            paper_sheets::answers.eq(json(typed)?),
            paper_sheets::typed_at.eq(tx.now.naive_utc()),
            paper_sheets::typed_by.eq(author),
            paper_sheets::checked_at.eq(None::<NaiveDateTime>),
            paper_sheets::checked_by.eq(None::<String>),
        ))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(AppError::NotFound);
    }
    Ok(Kept::As(number))
}

/// Compares a sheet with what the second person has before her: the same is checked, anything else is a correction
/// that somebody else checks.
pub fn check_sheet(
    tx: &mut Tx<KeepPaper>,
    batch: &Id<PaperBatch>,
    number: i32,
    seen: &TypedSheet,
) -> AppResult<Kept> {
    if paper_batch(tx.conn, batch)?.entered_at.is_some() {
        return Ok(Kept::Closed);
    }
    let there = paper_sheet(tx.conn, batch, number)?;
    let who = tx.author();
    if (there.received_on, &there.answers) != (seen.received_on, &seen.answers) {
        change_sheet(tx, batch, number, seen)?;
        return Ok(Kept::Corrected(number));
    }
    if there.typed_by == who {
        return Ok(Kept::Own);
    }
    diesel::update(paper_sheets::table.find((batch, number)))
        .set((
            paper_sheets::checked_at.eq(tx.now.naive_utc()),
            paper_sheets::checked_by.eq(who),
        ))
        .execute(tx.conn)?;
    Ok(Kept::Checked(number))
}

/// Throws a sheet away. False when the batch is counted: then it stays.
pub fn remove_sheet(
    tx: &mut Tx<KeepPaper>,
    batch: &Id<PaperBatch>,
    number: i32,
) -> AppResult<bool> {
    if paper_batch(tx.conn, batch)?.entered_at.is_some() {
        return Ok(false);
    }
    diesel::delete(paper_sheets::table.find((batch, number))).execute(tx.conn)?;
    tx.journal(
        &format!("paper:{batch}"),
        &json!({ "sheet_removed": number }),
    )?;
    Ok(true)
}

/// Throws a batch away with all its sheets. False when it is counted: then it stays.
pub fn remove_batch(tx: &mut Tx<KeepPaper>, batch: &Id<PaperBatch>) -> AppResult<bool> {
    let there = paper_batch(tx.conn, batch)?;
    if there.entered_at.is_some() {
        return Ok(false);
    }
    diesel::delete(paper_sheets::table.filter(paper_sheets::batch_id.eq(batch)))
        .execute(tx.conn)?;
    diesel::delete(paper_batches::table.find(batch)).execute(tx.conn)?;
    tx.journal(
        &format!("paper:{batch}"),
        &json!({ "removed": there.name, "sheets": there.sheets }),
    )?;
    Ok(true)
}
