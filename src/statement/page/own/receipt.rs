//! What was handed in, with its number and its full text: to read, to print, to keep.

use actix_web::HttpResponse;

use super::super::seat::Seat;
use super::address::rows;
use super::{counted, minute, row};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::view::{ContentWords, StatementReceiptPage};

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
