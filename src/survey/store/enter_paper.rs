//! The moment a checked batch of paper forms begins to count.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::book::Book;
use super::bulk::{Bulk, Came};
use super::paper::{paper_batch, paper_sheets as sheets_of};
use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{paper_batches, paper_sheets};
use crate::consultation::{self, TrackKind};
use crate::participation::EnterContributions;
use crate::survey::model::{PaperBatch, PaperSheet, Stage, fits};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperEntered {
    /// So many people count now.
    All(usize),
    /// It had been counted before; nothing was written.
    Before,
    /// It is empty, or the second person has not checked all of it.
    NotReady,
    /// This sheet did not come in the time of the survey.
    OutOfTime(i32),
    /// This sheet does not fit the questions as they are now.
    Unfit(i32),
}

/// The days on which a sheet may have come: from the first day of the survey to its last, and not after today. None
/// when the consultation has no survey, or it has not begun.
pub fn days_of_sheets(
    consultation: &consultation::Consultation,
    zone: Zone,
    today: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    let window = consultation.track(TrackKind::Survey)?.window;
    let (first, last) = (window.first_day(zone), window.last_day(zone).min(today));
    (first <= last).then_some((first, last))
}

/// Counts a batch: one participation a sheet with all its questionnaires, all or none. What came in time counts even
/// after the end of the survey. Afterwards the sheets keep their number and day only: the paper stays the original, and
/// no text lies in two places.
pub fn enter_paper(
    tx: &mut Tx<EnterContributions>,
    id: &Id<PaperBatch>,
    second_check: bool,
    zone: Zone,
) -> AppResult<PaperEntered> {
    let batch = paper_batch(tx.conn, id)?;
    match batch.stage(second_check) {
        Stage::Entered => return Ok(PaperEntered::Before),
        Stage::Empty | Stage::Waiting => return Ok(PaperEntered::NotReady),
        Stage::Ready => {}
    }
    let consultation = consultation::by_id(tx.conn, &batch.consultation)?;
    let book = Book::of(tx.conn, &batch.consultation)?;
    let days = days_of_sheets(&consultation, zone, zone.day(tx.now));
    let sheets = sheets_of(tx.conn, id)?;
    for sheet in &sheets {
        let in_time = days.is_some_and(|(first, last)| (first..=last).contains(&sheet.received_on));
        if !in_time {
            return Ok(PaperEntered::OutOfTime(sheet.number));
        }
        if !fits(&book.surveys, &sheet.answers) {
            return Ok(PaperEntered::Unfit(sheet.number));
        }
    }
    count(tx, &batch, &book, &sheets)?;
    Ok(PaperEntered::All(sheets.len()))
}

fn count(
    tx: &mut Tx<EnterContributions>,
    batch: &PaperBatch,
    book: &Book,
    sheets: &[PaperSheet],
) -> AppResult<()> {
    let came = Came {
        consultation: &batch.consultation,
        channel: batch.channel,
        batch: None,
    };
    let mut bulk = Bulk::begin(&book.surveys, came);
    for sheet in sheets {
        bulk.take(tx, sheet.received_on, &sheet.answers)?;
    }
    bulk.finish(tx)?;
    diesel::update(paper_sheets::table.filter(paper_sheets::batch_id.eq(&batch.id)))
        .set(paper_sheets::answers.eq("{}"))
        .execute(tx.conn)?;
    let author = tx.author();
    diesel::update(paper_batches::table.find(&batch.id))
        .set((
            paper_batches::entered_at.eq(tx.now.naive_utc()),
            paper_batches::entered_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("paper:{}", batch.id),
        &json!({ "entered": sheets.len(), "consultation": batch.slug, "channel": batch.channel.as_str() }),
    )
}
