//! A person has everything in her statement taken away, for good.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::seat::Seat;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::form::EraseForm;
use crate::statement::store::erase;
use crate::statement::view::StatementErasePage;

fn page(seat: &Seat, errors: &[FieldError], ui: &Ui) -> StatementErasePage {
    let statement = seat.statement.as_ref();
    StatementErasePage {
        number: statement.and_then(|one| one.number).unwrap_or_default(),
        is_public: statement.is_some_and(|one| one.is_public(seat.deadlines.of(seat.party()))),
        seat: seat.words(),
        errors: ui.messages(errors),
    }
}

/// `GET /p/{code}/statement/erasure` — what goes and what stays.
pub async fn ask(seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    if !seat.rights().erase {
        return Ok(ui.see_other(&seat.url("")));
    }
    ui.ok(&page(&seat, &[], &ui))
}

/// `POST /p/{code}/statement/erasure` — with the box ticked, it goes.
pub async fn erase(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Sent<EraseForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if !seat.rights().erase {
        return Ok(ui.see_other(&seat.url("")));
    }
    if form.sure != "yes" {
        let error = FieldError::new("sure", "error-statement-erase");
        return ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&seat, &[error], &ui),
        );
    }
    let (again, today) = (seat.again(), ui.today());
    may.write(move |tx| {
        let table = again(tx.conn)?;
        match table.statement.filter(|_| table.rights.erase) {
            Some(statement) => erase::erase(tx, &statement, today),
            None => Ok(()),
        }
    })
    .await?;
    Ok(ui.see_other_saying(&seat.url(""), "said-statement-erased"))
}
