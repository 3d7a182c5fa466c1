//! One element of the next edition beside what people said about it: other words, and the cause of the change.

mod found;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::page::{Faults, Ui};
use crate::revision::form::RevisionForm;
use crate::strategy::EditStrategy;
use crate::strategy::drafts::{self, Acted};
use crate::strategy::form::draft::{error, faults};
use crate::strategy::tree::{Act, Said};

use self::found::find;
/// `GET /desk/strategies/{strategy}/drafts/{draft}/revision/{key}` — the words of an element beside what people said about it.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let found = find(&may, path.into_inner(), &ui).await?;
    let element = found.element()?;
    let kept = found.draft.tree.causes.get(&element.key);
    let form = RevisionForm {
        said: Said::by(element),
        ..RevisionForm::default()
    };
    ui.ok(&found.page(&form.with_cause(kept), Faults::default(), None)?)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/revision/{key}` — keeps the words with their cause, or shows the difference.
pub async fn revise(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let found = find(&see, path.into_inner(), &ui).await?;
    let form = RevisionForm::of(&form);
    if form.act == "compare" {
        return ui.ok(&found.page(&form, Faults::default(), None)?);
    }
    let element = found.element()?;
    let mut errors: Vec<FieldError> = faults(&form.said, element.kind, "");
    let cause = match form.parse_cause() {
        Ok(cause) => Some(cause),
        // What is put aside needs no cause yet; no edition is made without.
        Err(_) if form.act == "draft" => None,
        Err(more) => {
            errors.extend(more);
            None
        }
    };
    if !errors.is_empty() {
        return found.refused(&form, &errors, &ui);
    }
    let act = Act::Reword {
        key: element.key.clone(),
        said: form.said.clone(),
    };
    let (slug, id, seen) = (found.slug.clone(), found.id.clone(), form.version);
    let acted = may
        .write(move |tx| drafts::act_because(tx, &slug, &id, seen, &act, cause.as_ref()))
        .await?;
    match acted {
        Acted::Done { .. } | Acted::Nothing { .. } => {
            let place = found.url(element.key.as_str());
            Ok(ui.see_other_saying(&place, "said-revision-kept"))
        }
        Acted::Faulty(fault) => found.refused(&form, &[error("text", fault)], &ui),
        Acted::Changed { now } => {
            let page = found.page(&form, Faults::default(), Some(&now))?;
            ui.page(StatusCode::CONFLICT, &page)
        }
    }
}
