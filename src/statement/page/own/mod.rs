//! The pages of whoever writes a statement: the same for a person and for a member of an organisation.

pub mod address;
pub mod erase;
pub mod extension;
pub mod files;
pub mod home;
pub mod part;
pub mod people;
pub mod receipt;
pub mod review;

use actix_web::HttpResponse;
use chrono::{DateTime, Utc};

use super::seat::{Seat, Table};
use crate::account::{May, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::model::{Content, Rights, Version};
use crate::statement::store::{self, write};
use crate::statement::view::VersionRow;

/// What is in the draft; nothing, while none was begun.
async fn drafted(may: &May<WriteStatement>, seat: &Seat) -> AppResult<Content> {
    let draft = seat.statement.as_ref().and_then(|one| one.draft());
    read(may, draft).await
}

/// What is in the version that counts.
async fn counted(may: &May<WriteStatement>, seat: &Seat) -> AppResult<Content> {
    let current = seat.statement.as_ref().and_then(|one| one.current());
    read(may, current).await
}

async fn read(may: &May<WriteStatement>, version: Option<&Version>) -> AppResult<Content> {
    let Some(id) = version.map(|version| version.id.clone()) else {
        return Ok(Content::default());
    };
    may.read(move |conn| store::content(conn, &id)).await
}

/// The draft inside a transaction, begun when there is none; nothing, when whoever asks may not write on it (any more).
fn open_draft(tx: &mut Tx<WriteStatement>, table: &Table) -> AppResult<Option<Version>> {
    if !table.rights.write {
        return Ok(None);
    }
    write::draft(tx, &table.consultation.id, &table.owner).map(Some)
}

/// The draft as it is, for acts that need one; an act that is not allowed now leads back to the statement's first page,
/// which says how things stand.
fn with_right<T>(right: bool, found: Option<T>) -> AppResult<Option<T>> {
    match (right, found) {
        (true, Some(found)) => Ok(Some(found)),
        (true, None) => Err(AppError::NotFound),
        (false, _) => Ok(None),
    }
}

/// A version as pages show it.
fn row(seat: &Seat, version: &Version, ui: &Ui) -> Option<VersionRow> {
    let statement = seat.statement.as_ref()?;
    let zone = ui.site().zone;
    let is_current = statement.current().is_some_and(|one| one.n == version.n);
    let deadline = seat.deadlines.of(seat.party());
    Some(VersionRow {
        n: version.n,
        on: zone.day(version.handed_in.as_ref()?.at),
        is_nil: version.is_nil,
        days_late: statement.days_late(deadline, zone).filter(|_| is_current),
    })
}

/// An instant to the minute, by the town's clock.
fn minute(at: DateTime<Utc>, ui: &Ui) -> String {
    let local = at.with_timezone(&ui.site().zone.0);
    let day = ui.lang().day(local.date_naive(), DayStyle::Long);
    format!("{day}, {}", local.format("%H:%M"))
}

/// To the receipt; where a mail could not leave, with a word about it.
fn to_receipt(seat: &Seat, is_told: bool, ui: &Ui) -> HttpResponse {
    let url = seat.url("/receipt");
    if is_told {
        ui.see_other(&url)
    } else {
        ui.see_other_saying(&url, "said-mail-not-sent")
    }
}

/// Whether somebody may do something with the statement as it stands.
fn must(right: impl Fn(Rights) -> bool, seat: &Seat) -> bool {
    right(seat.rights())
}
