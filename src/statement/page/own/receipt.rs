//! What was handed in, with its number and its full text: to read, to print, to keep.

use actix_web::HttpResponse;

use super::super::seat::Seat;
use super::address::rows;
use super::{counted, minute, row};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::store::sealing::contents;
use crate::statement::view::{ContentWords, StatementReceiptPage};
use crate::transparency::Kind;
use crate::transparency::page::proof::Proof;
use crate::transparency::store::about;

/// `GET /p/{code}/statement/receipt` — the version that counts.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let Some(statement) = seat
        .statement
        .as_ref()
        .filter(|one| one.current().is_some())
    else {
        return Ok(ui.see_other(&seat.url("")));
    };
    let content = counted(&may, &seat).await?;
    let addresses = rows(&may, &seat, &content).await?;
    let current = statement.current().ok_or(AppError::NotFound)?;
    let deadline = seat.deadlines.of(seat.party());
    let standing = statement.standing(deadline);
    let is_late = statement.is_late(deadline);
    let reason = statement.admission.as_ref().filter(|_| is_late);
    ui.ok(&StatementReceiptPage {
        number: statement.number.unwrap_or_default(),
        version: row(&seat, current, &ui).ok_or(AppError::NotFound)?,
        at: current
            .handed_in
            .as_ref()
            .map(|it| minute(it.at, &ui))
            .unwrap_or_default(),
        content: ContentWords::of(&content, &seat.edition),
        may_publish: current.may_publish,
        is_public: statement.is_public(deadline),
        standing: (standing.label_key(), standing.badge()),
        reason: reason.map(|decision| decision.reason.clone()),
        replaced: statement
            .replaced()
            .filter_map(|version| row(&seat, version, &ui))
            .collect(),
        addresses,
        may: seat.rights().into(),
        seat: seat.words(),
    })
}

/// `GET /organisation/consultations/{consultation}/statement/receipt.json` — the proof of the version that counts, to check without this
/// portal. A person finds hers with everything else under her code.
pub async fn proof(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let id = seat
        .statement
        .as_ref()
        .ok_or(AppError::NotFound)?
        .id
        .clone();
    let read = move |conn: &mut Conn| {
        let lines = about(conn, Kind::Statement, id.as_str())?;
        let contents = contents(conn, &[id.as_str().to_owned()])?;
        Proof::of(conn, lines.into_iter().collect(), &contents)
    };
    may.read(read).await?.file(&ui)
}
