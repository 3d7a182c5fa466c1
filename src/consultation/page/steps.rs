//! The steps after a consultation: announced, changed, put in order, taken away.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::home;
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Refill, Sent};
use crate::base::locale::Args;
use crate::base::page::{Confirm, Faults, Ui};
use crate::consultation::PrepareConsultation;
use crate::consultation::form::{MoveForm, StepForm};
use crate::consultation::model::{Consultation, Milestone, seen};
use crate::consultation::store::{find, set_milestones};
use crate::consultation::view::{StepPage, StepsPage, Subject};

/// The button that takes a step away has no fields.
#[derive(Clone, Debug, Deserialize)]
pub struct RemoveForm {}

/// `GET /desk/consultations/{consultation}/steps` — the steps in their order.
pub async fn list(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    let steps = &consultation.milestones;
    ui.ok(&StepsPage::of(
        Subject::from(&consultation),
        steps,
        seen(steps),
    ))
}

/// `GET /desk/consultations/{consultation}/steps/{step}` — one step by its place from 1, or `new`.
pub async fn show(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, place) = path.into_inner();
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    let mark = seen(&consultation.milestones);
    let form = match at(&consultation, &place)? {
        Some(at) => StepForm::of(&consultation.milestones[at], mark),
        None => StepForm {
            seen: mark,
            ..StepForm::default()
        },
    };
    let subject = Subject::from(&consultation);
    ui.ok(&StepPage::of(
        subject,
        place == NEW,
        form,
        Faults::default(),
    ))
}

/// `POST /desk/consultations/{consultation}/steps/{step}` — adds or changes it.
pub async fn save(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    form: Sent<StepForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, place) = path.into_inner();
    let form = form.into_inner();
    let consultation = {
        let slug = slug.clone();
        may.read(move |conn| find(conn, &slug)).await?
    };
    let again = |faults: Refill<StepForm>| {
        let (subject, errors) = (Subject::from(&consultation), ui.messages(&faults.errors));
        let page = StepPage::of(subject, place == NEW, faults.form, Faults::from(errors));
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let step = match form.parse() {
        Ok(step) => step,
        Err(faults) => return again(*faults),
    };
    let (mark, spot) = (form.seen.clone(), place.clone());
    let done = change(may, slug.clone(), mark, move |steps, consultation| {
        match at(consultation, &spot)? {
            Some(at) => steps[at] = step.clone(),
            None => steps.push(step.clone()),
        }
        Ok(())
    })
    .await?;
    if done {
        let url = format!("{}/steps", home(&slug));
        return Ok(ui.see_other_saying(&url, "said-step-saved"));
    }
    let mut faults = Refill::new(StepForm {
        seen: seen(&consultation.milestones),
        ..form
    });
    faults.fault("title", "error-steps-changed");
    again(faults)
}

/// `POST /desk/consultations/{consultation}/steps` — one step goes one place up or down.
pub async fn put(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    form: Sent<MoveForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let MoveForm { step, to, seen } = form.into_inner();
    let done = change(may, slug.clone(), seen, move |steps, consultation| {
        let at = at(consultation, &step)?.ok_or(AppError::NotFound)?;
        let other = match to.as_str() {
            "up" => at.checked_sub(1),
            _ => Some(at + 1).filter(|other| *other < steps.len()),
        };
        if let Some(other) = other {
            steps.swap(at, other);
        }
        Ok(())
    })
    .await?;
    let url = format!("{}/steps", home(&slug));
    Ok(ui.see_other_saying(
        &url,
        if done {
            "said-step-moved"
        } else {
            "said-steps-changed"
        },
    ))
}

/// `GET /desk/consultations/{consultation}/steps/{step}/remove` — asks first.
pub async fn ask(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, place) = path.into_inner();
    let consultation = may.read(move |conn| find(conn, &slug)).await?;
    let at = at(&consultation, &place)?.ok_or(AppError::NotFound)?;
    let mut args = Args::new();
    args.set("title", consultation.milestones[at].title.clone());
    ui.ok(&Confirm {
        title: ui.text("desk-step-remove-title", &args),
        text: ui.t("desk-step-remove-text"),
        items: Vec::new(),
        button: ui.t("desk-step-remove-yes"),
        back_url: format!("{}/steps", home(&consultation.slug)),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/steps/{step}/remove` — takes it away.
pub async fn remove(
    may: May<PrepareConsultation>,
    path: Path<(String, String)>,
    _form: Sent<RemoveForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, place) = path.into_inner();
    let url = format!("{}/steps", home(&slug));
    may.write(move |tx| {
        let consultation = find(tx.conn, &slug)?;
        let mut steps = consultation.milestones.clone();
        steps.remove(at(&consultation, &place)?.ok_or(AppError::NotFound)?);
        set_milestones(tx, &consultation, &steps)
    })
    .await?;
    Ok(ui.see_other_saying(&url, "said-step-removed"))
}

/// The place of a step that does not exist yet.
const NEW: &str = "new";

/// Which step an address names; none for a new one.
fn at(consultation: &Consultation, place: &str) -> AppResult<Option<usize>> {
    if place == NEW {
        return Ok(None);
    }
    let number: usize = place.parse().map_err(|_| AppError::NotFound)?;
    let at = number.checked_sub(1).ok_or(AppError::NotFound)?;
    if at < consultation.milestones.len() {
        Ok(Some(at))
    } else {
        Err(AppError::NotFound)
    }
}

/// Changes the list, if it still stands as the page had shown it; gives whether it did.
async fn change(
    may: May<PrepareConsultation>,
    slug: String,
    mark: String,
    act: impl Fn(&mut Vec<Milestone>, &Consultation) -> AppResult<()> + Send + 'static,
) -> AppResult<bool> {
    may.write(move |tx| {
        let consultation = find(tx.conn, &slug)?;
        let mut steps = consultation.milestones.clone();
        if seen(&steps) != mark {
            return Ok(false);
        }
        act(&mut steps, &consultation)?;
        set_milestones(tx, &consultation, &steps)?;
        Ok(true)
    })
    .await
}
