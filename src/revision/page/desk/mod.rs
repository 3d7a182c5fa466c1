//! The next edition beside the last one, and each element of it beside what people said about it: other words, and the cause of
//! the change.

mod found;
mod heard;
mod rows;
pub mod trees;

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
use crate::strategy::tree::Said;

use self::found::find;

/// `GET /desk/strategies/{strategy}/drafts/{draft}/revision/{key}` — the words of an element beside what people said about it.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let found = find(&may, path.into_inner(), &ui).await?;
    let tree = &found.draft.tree;
    let kept = tree.causes.get(&found.key).or(tree.usual_cause.as_ref());
    let is_split = ui.query_has("split=yes") && found.can_split();
    let form = RevisionForm {
        said: found.said()?,
        second: is_split.then(Said::default),
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
    let mut form = RevisionForm::of(&form);
    let is_there = found.element().is_some();
    if !is_there {
        // What is retired keeps the words it had; there is only a cause to give.
        form.said = found.said()?;
    }
    if !found.can_split() {
        form.second = None;
    }
    if form.act == "compare" {
        return ui.ok(&found.page(&form, Faults::default(), None)?);
    }
    let mut errors: Vec<FieldError> = Vec::new();
    if is_there {
        errors.extend(faults(&form.said, found.kind()?, ""));
    }
    if let Some(second) = &form.second {
        errors.extend(faults(second, found.kind()?, "second_"));
    }
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
    let act = is_there.then(|| form.act_on(&found.key));
    let (slug, id, key) = (found.slug.clone(), found.id.clone(), found.key.clone());
    let seen = form.version;
    let acted = may
        .write(move |tx| match &act {
            Some(act) => drafts::act_because(tx, &slug, &id, seen, act, cause.as_ref()),
            None => drafts::give_cause(tx, &slug, &id, &key, cause.as_ref()),
        })
        .await?;
    match acted {
        Acted::Done { .. } | Acted::Nothing { .. } => {
            let place = match form.act.as_str() {
                // Both parts, one below the other.
                _ if form.second.is_some() => {
                    format!("{}?show=changed#{}", found.trees(), found.key)
                }
                "next" => found.onward(),
                _ => found.url(found.key.as_str()),
            };
            Ok(ui.see_other_saying(&place, "said-revision-kept"))
        }
        Acted::Faulty(fault) => found.refused(&form, &[error("text", fault)], &ui),
        Acted::Changed { now } => {
            let page = found.page(&form, Faults::default(), Some(&now))?;
            ui.page(StatusCode::CONFLICT, &page)
        }
    }
}
