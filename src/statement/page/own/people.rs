//! Who signs.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::seat::Seat;
use super::{drafted, open_draft};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::limit::{Save, Within};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::form::{NAME_CHARS, POSTAL_CHARS, PeopleForm};
use crate::statement::model::SUBMITTERS;
use crate::statement::store::write;
use crate::statement::view::SignersPage;

fn page(seat: &Seat, form: PeopleForm, errors: &[FieldError], ui: &Ui) -> SignersPage {
    SignersPage {
        seat: seat.words(),
        form,
        limits: [SUBMITTERS, NAME_CHARS, POSTAL_CHARS],
        errors: ui.messages(errors),
    }
}

/// `GET /p/{code}/statement/people` — those who sign, and a row for one more.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    if !seat.rights().write {
        return Ok(ui.see_other(&seat.url("")));
    }
    let people = drafted(&may, &seat).await?.submitters;
    ui.ok(&page(&seat, PeopleForm::of(&people), &[], &ui))
}

/// `POST /p/{code}/statement/people` — saves them; `more` shows another row.
pub async fn save(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let wants_more = form.get("act") == Some("more");
    let form = PeopleForm::sent(&form);
    let mut errors = Vec::new();
    let people = form.parse(&mut errors);
    if !errors.is_empty() {
        let page = page(&seat, form, &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let again = seat.again();
    may.write(move |tx| {
        let table = again(tx.conn)?;
        match open_draft(tx, &table)? {
            Some(draft) => write::sign(tx, &draft, &people),
            None => Ok(false),
        }
    })
    .await?;
    Ok(if wants_more {
        ui.see_other(&seat.url("/people"))
    } else {
        ui.see_other_saying(&seat.url(""), "said-statement-saved")
    })
}
