//! An organisation asks for a longer deadline.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::seat::Seat;
use super::home::requests;
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::form::{AskForm, REASON_CHARS};
use crate::statement::model::granted;
use crate::statement::store::deadlines;
use crate::statement::view::{ExtensionPage, RequestWords};

fn page(
    seat: &Seat,
    requests: Vec<RequestWords>,
    form: AskForm,
    errors: &[FieldError],
    ui: &Ui,
) -> ExtensionPage {
    ExtensionPage {
        form,
        limit: REASON_CHARS,
        requests,
        may_ask: seat.rights().ask,
        errors: ui.messages(errors),
        seat: seat.words(),
    }
}

/// `GET /organisation/consultations/{consultation}/statement/extension` — what was asked for, and the form.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let requests = requests(&may, &seat, &ui).await?;
    ui.ok(&page(&seat, requests, AskForm::default(), &[], &ui))
}

/// `POST /organisation/consultations/{consultation}/statement/extension` — asks; the town decides.
pub async fn ask(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Sent<AskForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let party = seat.party().cloned().ok_or(AppError::NotFound)?;
    let mut errors = Vec::new();
    let wish = form.parse(&mut errors);
    if let Some((day, _)) = &wish {
        let current = seat.deadlines.of(Some(&party));
        if let Err(fault) = granted(current, *day, seat.now, ui.site().zone) {
            errors.push(FieldError::new("wished_for", fault.reason_key()));
        }
    }
    let Some((day, reason)) = wish.filter(|_| errors.is_empty()) else {
        let requests = requests(&may, &seat, &ui).await?;
        let page = page(&seat, requests, form.into_inner(), &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let again = seat.again();
    may.write(move |tx| {
        let table = again(tx.conn)?;
        if table.rights.ask {
            deadlines::ask(tx, &table.consultation, &party, day, &reason)
        } else {
            Ok(())
        }
    })
    .await?;
    Ok(ui.see_other_saying(&seat.url("/extension"), "said-extension-asked"))
}
