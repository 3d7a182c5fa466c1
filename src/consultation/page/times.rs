//! The windows of all strands, while nobody outside sees them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{home, is_open};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::page::Ui;
use crate::consultation::PrepareConsultation;
use crate::consultation::form::Times;
use crate::consultation::store::{find, set_windows};
use crate::consultation::view::{Subject, TimesPage};

/// `GET /desk/consultations/{consultation}/times` — the first and the last day of each strand. After publication each
/// strand is changed for itself, with a reason.
pub async fn show(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    if !is_open(&consultation) {
        return Ok(ui.see_other(&format!("{}#times", home(&consultation.slug))));
    }
    let times = Times::of(&consultation, ui.site().zone, region(&ui));
    let subject = Subject::from(&consultation);
    ui.ok(&TimesPage::of(subject, times, Vec::new()))
}

/// `POST /desk/consultations/{consultation}/times` — sets them. An end on a day off is no mistake, but is pointed out.
pub async fn save(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let name = slug.into_inner();
    let consultation = {
        let name = name.clone();
        may.read(move |conn| find(conn, &name)).await?
    };
    let times = Times::sent(&form, region(&ui));
    let windows = match times.parse(ui.site().zone) {
        Ok(windows) => windows,
        Err(faults) => {
            let subject = Subject::from(&consultation);
            let errors = ui.messages(&faults.errors);
            let page = TimesPage::of(subject, faults.form, errors);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (set, stored) = may
        .write(move |tx| {
            let consultation = find(tx.conn, &name)?;
            let set = set_windows(tx, &consultation, &windows)?;
            Ok((set, find(tx.conn, &name)?))
        })
        .await?;
    let home = home(&stored.slug);
    let warned = Times::of(&stored, ui.site().zone, region(&ui)).has_warning();
    Ok(match (set, warned) {
        (true, false) => ui.see_other_saying(&home, "said-times-set"),
        (true, true) => ui.see_other_saying(&format!("{home}/times"), "said-times-set"),
        (false, _) => ui.see_other_saying(&home, "said-times-published"),
    })
}

fn region(ui: &Ui) -> crate::base::holiday::Region {
    ui.site().config.town.region()
}
