//! Paper batches and sheets, read.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{accounts, consultations, paper_batches, paper_sheets};
use crate::consultation::Consultation;
use crate::participation::Channel;
use crate::survey::model::{PaperBatch, PaperSheet};

type BatchRow = (
    Id<PaperBatch>,
    Id<Consultation>,
    String,
    String,
    String,
    String,
    NaiveDateTime,
    String,
    Option<NaiveDateTime>,
);

/// All batches, the newest first.
pub fn paper_batches(conn: &mut Conn) -> AppResult<Vec<PaperBatch>> {
    let rows: Vec<BatchRow> = paper_batches::table
        .inner_join(consultations::table)
        .order(paper_batches::id.desc())
        .select((
            paper_batches::id,
            paper_batches::consultation_id,
            consultations::slug,
            consultations::title,
            paper_batches::name,
            paper_batches::channel,
            paper_batches::opened_at,
            paper_batches::opened_by,
            paper_batches::entered_at,
        ))
        .load(conn)?;
    let counts: Vec<(Id<PaperBatch>, i64, i64)> = paper_sheets::table
        .group_by(paper_sheets::batch_id)
        .select((
            paper_sheets::batch_id,
            count_star(),
            count(paper_sheets::checked_at),
        ))
        .load(conn)?;
    let counts: HashMap<_, _> = counts
        .into_iter()
        .map(|(id, all, checked)| (id, (all, checked)))
        .collect();
    rows.into_iter().map(|row| batch_of(row, &counts)).collect()
}

fn batch_of(row: BatchRow, counts: &HashMap<Id<PaperBatch>, (i64, i64)>) -> AppResult<PaperBatch> {
    let (id, consultation, slug, title, name, channel, opened_at, opened_by, entered_at) = row;
    let (sheets, checked) = counts.get(&id).copied().unwrap_or_default();
    let channel = Channel::parse(&channel)
        .ok_or_else(|| anyhow::anyhow!("paper batch {id} has the unknown channel {channel}"))?;
    Ok(PaperBatch {
        id,
        consultation,
        slug,
        title,
        name,
        channel,
        opened_at: opened_at.and_utc(),
        opened_by,
        entered_at: entered_at.map(|at| at.and_utc()),
        sheets: usize::try_from(sheets).unwrap_or_default(),
        checked: usize::try_from(checked).unwrap_or_default(),
    })
}

/// One batch.
pub fn paper_batch(conn: &mut Conn, id: &Id<PaperBatch>) -> AppResult<PaperBatch> {
    let row: BatchRow = paper_batches::table
        .inner_join(consultations::table)
        .filter(paper_batches::id.eq(id))
        .select((
            paper_batches::id,
            paper_batches::consultation_id,
            consultations::slug,
            consultations::title,
            paper_batches::name,
            paper_batches::channel,
            paper_batches::opened_at,
            paper_batches::opened_by,
            paper_batches::entered_at,
        ))
        .first(conn)?;
    let counts: (i64, i64) = paper_sheets::table
        .filter(paper_sheets::batch_id.eq(id))
        .select((count_star(), count(paper_sheets::checked_at)))
        .first(conn)?;
    batch_of(row, &HashMap::from([(id.clone(), counts)]))
}

type SheetRow = (i32, NaiveDate, String, String, Option<String>);

/// The sheets of a batch by their numbers.
pub fn paper_sheets(conn: &mut Conn, batch: &Id<PaperBatch>) -> AppResult<Vec<PaperSheet>> {
    let rows: Vec<SheetRow> = paper_sheets::table
        .filter(paper_sheets::batch_id.eq(batch))
        .order(paper_sheets::number)
        .select((
            paper_sheets::number,
            paper_sheets::received_on,
            paper_sheets::answers,
            paper_sheets::typed_by,
            paper_sheets::checked_by,
        ))
        .load(conn)?;
    rows.into_iter().map(sheet_of).collect()
}

fn sheet_of(
    (number, received_on, answers, typed_by, checked_by): SheetRow,
) -> AppResult<PaperSheet> {
    let answers = serde_json::from_str(&answers).map_err(|why| AppError::Internal(why.into()))?;
    Ok(PaperSheet {
        number,
        received_on,
        answers,
        typed_by,
        checked_by,
    })
}

/// One sheet.
pub fn paper_sheet(conn: &mut Conn, batch: &Id<PaperBatch>, number: i32) -> AppResult<PaperSheet> {
    let row: SheetRow = paper_sheets::table
        .find((batch, number))
        .select((
            paper_sheets::number,
            paper_sheets::received_on,
            paper_sheets::answers,
            paper_sheets::typed_by,
            paper_sheets::checked_by,
        ))
        .first(conn)?;
    sheet_of(row)
}

/// The number the next sheet of a batch gets.
pub fn next_sheet(conn: &mut Conn, batch: &Id<PaperBatch>) -> AppResult<i32> {
    let last: Option<i32> = paper_sheets::table
        .filter(paper_sheets::batch_id.eq(batch))
        .select(max(paper_sheets::number))
        .first(conn)?;
    Ok(last.unwrap_or_default() + 1)
}

/// The names of those who typed and checked, by what stands beside dated rows.
pub fn names_of(conn: &mut Conn, authors: &[&str]) -> AppResult<HashMap<String, String>> {
    let ids: Vec<&str> = authors
        .iter()
        .filter_map(|author| author.strip_prefix("account:"))
        .collect();
    let rows: Vec<(String, String)> = accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, name)| (format!("account:{id}"), name))
        .collect())
}
