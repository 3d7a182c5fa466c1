//! Everything before it is handed in, and the button that lets it count.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::super::letters::Letters;
use super::super::mail;
use super::super::seat::{Seat, Who};
use super::{drafted, to_receipt};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::statement::WriteStatement;
use crate::statement::form::HandInForm;
use crate::statement::model::{Content, Statement, Unready, WHOLE_CHARS};
use crate::statement::store;
use crate::statement::store::hand_in::{self, Consents};
use crate::statement::view::{ContentWords, StatementReviewPage};

fn page(
    seat: &Seat,
    content: &Content,
    consents: Consents,
    errors: &[FieldError],
    ui: &Ui,
) -> StatementReviewPage {
    StatementReviewPage {
        content: ContentWords::of(content, &seat.edition),
        is_replacement: seat
            .statement
            .as_ref()
            .and_then(Statement::current)
            .is_some(),
        may_publish: consents.may_publish,
        names_nobody: consents.names_nobody,
        may: seat.rights().into(),
        errors: ui.messages(errors),
        seat: seat.words(),
    }
}

/// What stands in the way of handing in, with the page that mends it.
fn fault(why: Unready) -> FieldError {
    match why {
        Unready::Empty => FieldError::new("content", "error-statement-empty"),
        Unready::TooLong => {
            FieldError::new("content", "error-statement-whole-long").with("limit", WHOLE_CHARS)
        }
        Unready::Unsigned => FieldError::new("people", "error-statement-unsigned"),
    }
}

/// `GET /p/{code}/statement/review` — everything, each with its way back.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let draft = seat.statement.as_ref().and_then(Statement::draft);
    let Some(draft) = draft else {
        return Ok(ui.see_other(&seat.url("")));
    };
    let consents = Consents {
        may_publish: draft.may_publish,
        names_nobody: draft.names_nobody,
    };
    let content = drafted(&may, &seat).await?;
    ui.ok(&page(&seat, &content, consents, &[], &ui))
}

/// What came of handing in.
enum Sending {
    /// With whether all mails left.
    Done(bool),
    NotNow,
    Unready(Unready),
}

/// `POST /p/{code}/statement/review` — from now on it counts. The same again leads to the same receipt.
pub async fn hand_in(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Sent<HandInForm>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consents = Consents {
        may_publish: form.may_publish == "yes",
        names_nobody: form.names_nobody == "yes",
    };
    let content = drafted(&may, &seat).await?;
    let again = seat.again();
    let is_organisation = matches!(seat.who, Who::Member(_));
    let post = mail::Post::of(&seat, site, ui.lang());
    let letters = Letters::of(post, ui.site(), ui.lang());
    let sending = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            let statement = table.statement.filter(|_| table.rights.hand_in);
            let draft = statement.as_ref().and_then(Statement::draft);
            let Some((statement, draft)) = statement.as_ref().zip(draft) else {
                return Ok(Sending::NotNow);
            };
            let content = store::content(tx.conn, &draft.id)?;
            if let Err(why) = content.check(is_organisation) {
                return Ok(Sending::Unready(why));
            }
            let number = hand_in::hand_in(tx, statement, draft, consents, table.deadline)?;
            let is_told = letters.handed_in(tx, statement, number, (false, &content))?;
            Ok(Sending::Done(is_told))
        })
        .await?;
    match sending {
        Sending::Done(is_told) => Ok(to_receipt(&seat, is_told, &ui)),
        // Sent twice, or handed in by a colleague, or over: the first page says how things stand.
        Sending::NotNow
            if seat
                .statement
                .as_ref()
                .is_some_and(|one| one.current().is_some()) =>
        {
            Ok(ui.see_other(&seat.url("/receipt")))
        }
        Sending::NotNow => Ok(ui.see_other(&seat.url(""))),
        Sending::Unready(why) => {
            let page = page(&seat, &content, consents, &[fault(why)], &ui);
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}
