//! A changed deadline and an early end: both with a reason that everyone reads.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{home, is_open, running};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Refill, Sent};
use crate::base::holiday::next_working_day;
use crate::base::page::{Faults, Ui};
use crate::consultation::PrepareConsultation;
use crate::consultation::form::{ClosingForm, DeadlineForm, EndWarning, parse_day};
use crate::consultation::model::{Consultation, Openness, Track, TrackKind};
use crate::consultation::store::{change_deadline, close_early, find};
use crate::consultation::view::{ClosingPage, DeadlinePage, Subject};

/// `GET /desk/consultations/{consultation}/tracks/{track}` — new days for a strand that people rely on.
pub async fn show(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, kind) = named(path)?;
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    let track = public_track(&consultation, kind)?;
    let zone = ui.site().zone;
    let form = DeadlineForm {
        from: track.window.first_day(zone).to_string(),
        until: track.window.last_day(zone).to_string(),
        ..DeadlineForm::default()
    };
    ui.ok(&deadline_page(&consultation, track, form, &ui))
}

/// `POST /desk/consultations/{consultation}/tracks/{track}` — changes them; an end on a day off is asked about once more.
pub async fn change(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    form: Sent<DeadlineForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, kind) = named(path)?;
    let (zone, region) = (ui.site().zone, ui.site().config.town.region());
    let mut form = form.into_inner();
    let is_other_day = form.is_about_another_day();
    if form.decided == "move"
        && !is_other_day
        && let Some(day) = parse_day(&form.until)
    {
        form.until = next_working_day(day, region).to_string();
    }
    let consultation = {
        let slug = slug.clone();
        may.read(move |conn| find(conn, &slug)).await?
    };
    let track = public_track(&consultation, kind)?;
    let again = |faults: Refill<DeadlineForm>| {
        let mut page = deadline_page(&consultation, track, faults.form, &ui);
        page.faults = Faults::from(ui.messages(&faults.errors));
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let (first, last, reason) = match form.parse() {
        Ok(parsed) => parsed,
        Err(faults) => return again(*faults),
    };
    let warning = EndWarning::of(last, region).filter(|_| form.decided.is_empty());
    if is_other_day || warning.is_some() {
        // The buttons named another day than the one that stands here now, or it is a bad one for an end.
        form.decided.clear();
        let mut page = deadline_page(&consultation, track, form, &ui);
        page.warning = EndWarning::of(last, region);
        return ui.ok(&page);
    }
    let done = may
        .write(move |tx| {
            let consultation = find(tx.conn, &slug)?;
            change_deadline(tx, &consultation, kind, (first, last), &reason, zone)
        })
        .await?;
    match done {
        Ok(_) => Ok(ui.see_other_saying(&times_of(&consultation), "said-deadline-changed")),
        Err(fault) => again(form.refused(fault)),
    }
}

/// `GET /desk/consultations/{consultation}/tracks/{track}/close` — an early end.
pub async fn ask_closing(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, kind) = named(path)?;
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    let track = public_track(&consultation, kind)?;
    if track.window.at(ui.arrived()) != Openness::Open {
        return Ok(ui.see_other_saying(&times_of(&consultation), "said-track-not-open"));
    }
    let form = ClosingForm::default();
    ui.ok(&closing_page(&consultation, track, form, &ui))
}

/// `POST /desk/consultations/{consultation}/tracks/{track}/close` — closes it, at once or with the end of a day. What
/// somebody has typed at that moment is kept for her, as after every end.
pub async fn close(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    form: Sent<ClosingForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, kind) = named(path)?;
    let zone = ui.site().zone;
    let form = form.into_inner();
    let consultation = {
        let slug = slug.clone();
        may.read(move |conn| find(conn, &slug)).await?
    };
    let track = public_track(&consultation, kind)?;
    let again = |faults: Refill<ClosingForm>| {
        let mut page = closing_page(&consultation, track, faults.form, &ui);
        page.faults = Faults::from(ui.messages(&faults.errors));
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let (closing, reason) = match form.parse() {
        Ok(parsed) => parsed,
        Err(faults) => return again(faults),
    };
    let done = may
        .write(move |tx| {
            let consultation = find(tx.conn, &slug)?;
            close_early(tx, &consultation, kind, closing, &reason, zone)
        })
        .await?;
    match done {
        Ok(_) => Ok(ui.see_other_saying(&times_of(&consultation), "said-track-closed")),
        Err(fault) => again(form.refused(fault)),
    }
}

fn named(path: Path<(String, String)>) -> AppResult<(String, TrackKind)> {
    let (slug, kind) = path.into_inner();
    let kind = TrackKind::parse(&kind).ok_or(AppError::NotFound)?;
    Ok((slug, kind))
}

/// A strand people can rely on; before publication its days are simply set.
fn public_track(consultation: &Consultation, kind: TrackKind) -> AppResult<&Track> {
    consultation
        .track(kind)
        .filter(|_| !is_open(consultation))
        .ok_or(AppError::NotFound)
}

fn times_of(consultation: &Consultation) -> String {
    format!("{}#times", home(&consultation.slug))
}

fn deadline_page(
    consultation: &Consultation,
    track: &Track,
    form: DeadlineForm,
    ui: &Ui,
) -> DeadlinePage {
    let track = running(track, ui.arrived(), ui.site().zone);
    DeadlinePage::of(Subject::from(consultation), track, form, Faults::default())
}

fn closing_page(
    consultation: &Consultation,
    track: &Track,
    form: ClosingForm,
    ui: &Ui,
) -> ClosingPage {
    let track = running(track, ui.arrived(), ui.site().zone);
    ClosingPage::of(Subject::from(consultation), track, form, Faults::default())
}
