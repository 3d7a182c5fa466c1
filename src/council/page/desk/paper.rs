//! What is known about a paper: a new one, or one that is changed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, url};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{Refill, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::consultation::{EditionChoice, edition_choices};
use crate::council::PreparePapers;
use crate::council::form::{
    OFFICE_CHARS, PaperForm, REFERENCE_CHARS, SUBJECT_CHARS, SUMMARY_CHARS,
};
use crate::council::model::Paper;
use crate::council::store::papers::{self, Kept};
use crate::council::view::{Choice, EditionOption, PaperFormPage};

async fn editions(may: &May<PreparePapers>) -> AppResult<Vec<EditionChoice>> {
    may.read(edition_choices).await
}

fn page(
    changed: Option<&Paper>,
    faults: Refill<PaperForm>,
    editions: &[EditionChoice],
    ui: &Ui,
) -> PaperFormPage {
    let home = changed.map(|paper| url(&paper.id));
    let here = home.as_ref().map(|home| format!("{home}/edit"));
    PaperFormPage {
        url: here.unwrap_or_else(|| "/desk/papers/new".to_owned()),
        back_url: home.unwrap_or_else(|| "/desk/papers".to_owned()),
        changed: changed.map(|paper| paper.details.reference.clone()),
        faults: Faults::from(ui.messages(&faults.errors)),
        form: faults.form,
        kinds: Choice::papers(),
        editions: editions.iter().map(option).collect(),
        limits: [REFERENCE_CHARS, SUBJECT_CHARS, SUMMARY_CHARS, OFFICE_CHARS],
    }
}

fn option(edition: &EditionChoice) -> EditionOption {
    EditionOption {
        value: edition.id.to_string(),
        label: format!("{}, {}", edition.strategy, edition.name),
    }
}

/// `GET /desk/papers/new` — asks what it is about.
pub async fn ask_new(may: May<PreparePapers>, ui: Ui) -> AppResult<HttpResponse> {
    let editions = editions(&may).await?;
    let form = PaperForm {
        edition: ui.query("edition").unwrap_or_default(),
        ..PaperForm::new(ui.today())
    };
    ui.ok(&page(None, Refill::new(form), &editions, &ui))
}

/// `POST /desk/papers/new` — makes a paper, as a draft.
pub async fn create(
    may: May<PreparePapers>,
    form: Sent<PaperForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    save(may, None, form.into_inner(), &ui).await
}

/// `GET /desk/papers/{paper}/edit` — what is known about it.
pub async fn edit(may: May<PreparePapers>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let editions = editions(&may).await?;
    let form = PaperForm::of(&paper);
    ui.ok(&page(Some(&paper), Refill::new(form), &editions, &ui))
}

/// `POST /desk/papers/{paper}/edit` — changes it.
pub async fn change(
    may: May<PreparePapers>,
    id: Path<String>,
    form: Sent<PaperForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    save(may, Some(paper), form.into_inner(), &ui).await
}

async fn save(
    may: May<PreparePapers>,
    paper: Option<Paper>,
    form: PaperForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let editions = editions(&may).await?;
    let ids: Vec<_> = editions.iter().map(|one| one.id.to_string()).collect();
    let again = |faults: Refill<PaperForm>| {
        let page = page(paper.as_ref(), faults, &editions, ui);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let details = match form.parse(&ids) {
        Ok(details) => details,
        Err(faults) => return again(*faults),
    };
    let old: Option<(Id<Paper>, i32)> = paper.as_ref().map(|old| (old.id.clone(), form.seen));
    let kept = may
        .write(move |tx| {
            let old = old.as_ref().map(|(id, seen)| (id, *seen));
            papers::keep(tx, old, &details)
        })
        .await?;
    let mut faults = Refill::new(form);
    match kept {
        Kept::Done(id) => return Ok(ui.see_other_saying(&url(&id), "said-paper-saved")),
        Kept::Taken => faults.fault("reference", "error-paper-taken"),
        Kept::Changed => {
            faults.form.seen = paper.as_ref().map_or(0, |paper| paper.version);
            faults.fault("reference", "error-paper-changed");
        }
    }
    again(faults)
}
