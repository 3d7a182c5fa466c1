//! Taking everything back.

use actix_web::HttpResponse;

use super::Visit;
use super::start::StartForm;
use super::visit::open_participation;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::consultation::TrackKind;
use crate::participation::Participate;
use crate::survey::store::withdraw;
use crate::survey::view::WithdrawalPage;

/// `GET /p/{code}/withdrawal` — asks once.
pub async fn ask(visit: Visit, ui: Ui) -> AppResult<HttpResponse> {
    if visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("/receipt")));
    }
    ui.ok(&WithdrawalPage {
        head: visit.head,
        code: visit.code.as_str().to_owned(),
        is_open: visit.is_open,
        has_comments: visit.consultation.track(TrackKind::Comments).is_some(),
    })
}

/// `POST /p/{code}/withdrawal` — the answers no longer count and are erased.
pub async fn confirm(
    visit: Visit,
    may: May<Participate>,
    _within: Within<Submit>,
    _form: Sent<StartForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let hash = visit.code.hash(&ui.site().secrets);
    let today = ui.today();
    let done = may
        .write(move |tx| {
            let Some(participation) = open_participation(tx, &hash)? else {
                return Ok(false);
            };
            if participation.withdrawn_on.is_none() {
                withdraw(tx, &participation, today)?;
            }
            Ok(true)
        })
        .await?;
    Ok(ui.see_other(&visit.url(if done { "/receipt" } else { "/withdrawal" })))
}
