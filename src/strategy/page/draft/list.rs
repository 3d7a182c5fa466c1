//! A draft from its beginning to its end: begun, finished, thrown away, taken back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{Shown, url};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::page::{Confirm, Faults, Ui};
use crate::strategy::EditStrategy;
use crate::strategy::form::draft::{BeginForm, FinishForm, Nothing};
use crate::strategy::laid::LaidEdition;
use crate::strategy::model::cause::{Caused, MAX_REASON};
use crate::strategy::model::tree::Finding;
use crate::strategy::store::draft::{self, DraftHead, DraftState, Finished};
use crate::strategy::view::draft::{ChangeRow, DraftRow, DraftsPage, FindingRow, FinishPage};

/// `GET /desk/strategies/{strategy}/drafts` — the edition in work, and those that were thrown away.
pub async fn all(may: May<EditStrategy>, path: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let slug = path.into_inner();
    let strategy_url = format!("/desk/strategies/{slug}");
    let (title, heads) = may
        .read(move |conn| Ok((draft::title(conn, &slug)?, draft::heads(conn, &slug)?)))
        .await?;
    let row = |head: &DraftHead| DraftRow {
        id: head.id.to_string(),
        url: url(&head.slug, head.id.as_str()),
        begun_on: ui.site().zone.day(head.begun_at.and_utc()).to_string(),
    };
    let of = |state: DraftState| heads.iter().filter(move |head| head.state == state);
    ui.ok(&DraftsPage {
        title,
        strategy_url,
        open: of(DraftState::Open).next().map(row),
        discarded: of(DraftState::Discarded).map(row).collect(),
    })
}

/// `POST /desk/strategies/{strategy}/drafts` — begins the next edition, or takes back a draft that was thrown away.
pub async fn begin(
    may: May<EditStrategy>,
    path: Path<String>,
    form: Sent<BeginForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = path.into_inner();
    let (place, keep) = (slug.clone(), form.keep.clone());
    let id = may
        .write(move |tx| match keep.as_str() {
            "" => draft::begin(tx, &slug),
            keep => draft::keep(tx, &slug, keep),
        })
        .await?;
    Ok(ui.see_other(&url(&place, id.as_str())))
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/discard` — asks before a draft is thrown away.
pub async fn ask_discard(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    ui.ok(&Confirm {
        title: ui.t("tree-discard-title"),
        text: ui.t("tree-discard-text"),
        items: Vec::new(),
        button: ui.t("tree-discard-button"),
        back_url: shown.view().url,
        reason: None,
    })
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/discard` — throws it away; it can be taken back.
pub async fn discard(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    _form: Sent<Nothing>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let place = format!("/desk/strategies/{slug}/drafts");
    may.write(move |tx| draft::discard(tx, &slug, &id)).await?;
    Ok(ui.see_other_saying(&place, "said-tree-discarded"))
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/finish` — all changes on one page, and the name of the edition.
pub async fn ask_finish(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let page = summary(&may, &slug, &id, &ui).await?;
    ui.ok(&page)
}

async fn summary(may: &May<EditStrategy>, slug: &str, id: &str, ui: &Ui) -> AppResult<FinishPage> {
    let shown = Shown::load(may, slug, id).await?;
    let view = shown.view();
    let draft = shown.draft;
    let (draft, newest, changes) = may
        .read(move |conn| {
            let (newest, changes) = draft::summary(conn, &draft)?;
            Ok((draft, newest, changes))
        })
        .await?;
    let before = newest.as_ref().map(LaidEdition::plain).transpose()?;
    let findings = draft.tree.findings();
    // A draft of what the council has decided brings its name along.
    let own = &draft.tree.edition.name;
    let is_named = !own.is_empty() && newest.as_ref().is_some_and(|newest| newest.name != *own);
    let rows = changes.iter();
    let usual = draft.tree.usual_cause.clone();
    Ok(FinishPage {
        is_overtaken: newest.as_ref().map(|newest| &newest.id) != draft.head.base.as_ref(),
        changes: rows
            .map(|change| ChangeRow::of(change, before.as_ref(), &draft.tree))
            .collect(),
        without_cause: before.as_ref().map_or(0, |_| {
            let caused = Caused::join(&changes, &draft.tree.causes, None);
            caused.err().map_or(0, |missing| missing.len())
        }),
        is_blocked: findings.iter().any(Finding::blocks),
        findings: findings
            .iter()
            .map(|finding| FindingRow::of(finding, &draft.tree))
            .collect(),
        name: match &newest {
            _ if is_named => draft.tree.edition.name.clone(),
            Some(newest) => following(&newest.name).unwrap_or_default(),
            None => ui.t("tree-finish-first-name"),
        },
        newest: newest.map(|newest| newest.name),
        draft: view,
        rest_kind: usual.clone().map(|cause| cause.kind).unwrap_or_default(),
        rest_reason: usual.map(|cause| cause.reason).unwrap_or_default(),
        reason_limit: MAX_REASON,
        faults: Faults::default(),
    })
}

/// "Entwurf 2" after "Entwurf 1".
fn following(name: &str) -> Option<String> {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = name.get(stem.len()..)?.parse().ok()?;
    Some(format!("{stem}{}", number.checked_add(1)?))
}

/// The page before finishing once more, with what has to be corrected.
async fn again(
    see: &May<EditStrategy>,
    (slug, id): (&str, &str),
    form: &FinishForm,
    errors: Vec<FieldError>,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let page = FinishPage {
        name: form.name.clone(),
        rest_kind: form.rest_kind.clone(),
        rest_reason: form.rest_reason.clone(),
        faults: Faults::from(ui.messages(&errors)),
        ..summary(see, slug, id, ui).await?
    };
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/finish` — writes the edition. It is not published yet.
pub async fn finish(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    form: Sent<FinishForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let (name, rest) = match form.parse() {
        Ok(parsed) => parsed,
        Err(errors) => return again(&see, (&slug, &id), &form, errors, &ui).await,
    };
    let (seen, place) = (form.version, format!("/desk/strategies/{slug}"));
    let (own, draft) = (slug.clone(), id.clone());
    let done = may
        .write(move |tx| draft::finish(tx, &own, &draft, seen, &name, rest.as_ref()))
        .await?;
    match done {
        Finished::Written { .. } => Ok(ui.see_other_saying(&place, "said-tree-finished")),
        Finished::WithoutCause(_) => {
            let error = FieldError::new("rest_kind", "error-cause-missing");
            again(&see, (&slug, &id), &form, vec![error], &ui).await
        }
        Finished::LookAgain => {
            let page = FinishPage {
                name: form.name.clone(),
                ..summary(&see, &slug, &id, &ui).await?
            };
            ui.page(StatusCode::CONFLICT, &page)
        }
    }
}
