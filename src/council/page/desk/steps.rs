//! The steps of a paper: added, changed, put in order, taken away, put back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, url};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{Refill, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::council::PreparePapers;
use crate::council::form::{StepAct, StepForm, WORDING_CHARS};
use crate::council::model::{Body, Paper};
use crate::council::store::{bodies, steps};
use crate::council::view::{Choice, EditionOption, StepFormPage};

/// The place of a step that does not exist yet.
const NEW: &str = "new";

fn page(
    paper: &Paper,
    place: &str,
    faults: Refill<StepForm>,
    all: &[Body],
    ui: &Ui,
) -> StepFormPage {
    StepFormPage {
        paper_url: url(&paper.id),
        reference: paper.details.reference.clone(),
        is_new: place == NEW,
        faults: Faults::from(ui.messages(&faults.errors)),
        form: faults.form,
        bodies: all
            .iter()
            .map(|body| EditionOption {
                value: body.id.to_string(),
                label: body.name.clone(),
            })
            .collect(),
        roles: Choice::roles(),
        outcomes: Choice::outcomes(),
        limit: WORDING_CHARS,
    }
}

/// `GET /desk/papers/{paper}/steps/{deliberation}` — one step, or `new`.
pub async fn show(
    may: May<PreparePapers>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (id, place) = path.into_inner();
    let paper = found(&may, &id).await?;
    let (of, at) = (paper.id.clone(), place.clone());
    let (all, step) = may
        .read(move |conn| {
            let step = match at.as_str() {
                NEW => None,
                at => Some(steps::find(conn, &of, at)?),
            };
            Ok((bodies::list(conn)?, step))
        })
        .await?;
    let form = step.as_ref().map_or_else(StepForm::default, StepForm::of);
    ui.ok(&page(&paper, &place, Refill::new(form), &all, &ui))
}

/// `POST /desk/papers/{paper}/steps/{deliberation}` — adds or changes it.
pub async fn save(
    may: May<PreparePapers>,
    path: Path<(String, String)>,
    form: Sent<StepForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (id, place) = path.into_inner();
    let (paper, form) = (found(&may, &id).await?, form.into_inner());
    let all = may.read(bodies::list).await?;
    let again = |faults: Refill<StepForm>| {
        let page = page(&paper, &place, faults, &all, &ui);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let step = match form.parse(&all) {
        Ok(step) => step,
        Err(faults) => return again(*faults),
    };
    let (of, old) = (
        paper.id.clone(),
        (place != NEW).then(|| Id::known(place.clone())),
    );
    let seen = form.seen;
    let (done, now) = may
        .write(move |tx| {
            let done = steps::keep(tx, &of, old.as_ref().map(|id| (id, seen)), &step)?;
            let now = match &old {
                Some(id) if !done => steps::find(tx.conn, &of, id.as_str())?.version,
                _ => 0,
            };
            Ok((done, now))
        })
        .await?;
    if done {
        return Ok(ui.see_other_saying(
            &format!("{}#way", url(&paper.id)),
            "said-deliberation-saved",
        ));
    }
    let mut faults = Refill::new(StepForm { seen: now, ..form });
    faults.fault("body", "error-step-changed");
    again(faults)
}

/// `POST /desk/papers/{paper}/steps` — a step goes up or down among those of its day, is taken away, or is put back.
pub async fn act(
    may: May<PreparePapers>,
    id: Path<String>,
    form: Sent<StepAct>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let here = format!("{}#way", url(&paper.id));
    let form = form.into_inner();
    let said = match form.act.as_str() {
        "remove" => "said-deliberation-removed",
        "restore" => "said-deliberation-restored",
        _ => "said-step-moved",
    };
    may.write(move |tx| match form.act.as_str() {
        "remove" | "restore" => steps::set_removed(tx, &paper.id, &form.step, form.act == "remove"),
        act => steps::shift(tx, &paper.id, &form.step, act == "up"),
    })
    .await?;
    Ok(ui.see_other_saying(&here, said))
}
