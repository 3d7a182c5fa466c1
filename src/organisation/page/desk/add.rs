//! Known organisations are put onto the list of a consultation.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{list_of, list_url};
use crate::account::{May, Party};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::consultation::Consultation;
use crate::consultation::view::Subject;
use crate::organisation::ManageOrganisations;
use crate::organisation::form::PickForm;
use crate::organisation::model::Organisation;
use crate::organisation::store::{invitations, organisations};
use crate::organisation::view::{AddOrganisationsPage, Choice, PICK_SORTS, PickRow};

/// `GET /desk/consultations/{consultation}/organisations/add` — known organisations that are not on the list.
pub async fn ask(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, free) = free(&may, slug.into_inner()).await?;
    ui.ok(&page(&on, free, &ask, &[], &ui))
}

/// The consultation, and the organisations that could come onto its list.
async fn free(
    may: &May<ManageOrganisations>,
    slug: String,
) -> AppResult<(Consultation, Vec<Organisation>)> {
    let (on, list) = list_of(may, slug).await?;
    let mut all = may.read(organisations::list).await?;
    let listed: Vec<_> = list.into_iter().map(|one| one.organisation.id).collect();
    all.retain(|one| one.state.can_be_invited() && !listed.contains(&one.id));
    Ok((on, all))
}

fn page(
    on: &Consultation,
    mut free: Vec<Organisation>,
    ask: &ListAsk,
    errors: &[FieldError],
    ui: &Ui,
) -> AddOrganisationsPage {
    free.retain(|one| {
        let details = &one.details;
        ask.matches(&format!("{} {}", details.name, details.email))
            && ask
                .filter("kind")
                .is_none_or(|kind| details.kind.as_str() == kind)
    });
    let order = ask.order(&PICK_SORTS);
    free.sort_by_cached_key(|one| {
        let kind = match order.by {
            "kind" => one.details.kind as usize,
            _ => 0,
        };
        (kind, one.details.name.to_lowercase())
    });
    if order.descending {
        free.reverse();
    }
    let row = |one: Organisation| PickRow {
        id: one.id.to_string(),
        name: one.details.name,
        kind: one.details.kind.label_key(),
        email: one.details.email,
        state: one.state.into(),
    };
    AddOrganisationsPage {
        subject: Subject::from(on),
        listing: ask.listing(free.len(), &PICK_SORTS),
        rows: ask.cut(free).into_iter().map(row).collect(),
        kinds: Choice::kinds(),
        errors: ui.messages(errors),
    }
}

/// `POST /desk/consultations/{consultation}/organisations/add` — puts those that were ticked onto the list.
pub async fn add(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    form: Sent<PickForm>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, free) = free(&may, slug.into_inner()).await?;
    let is_picked = |one: &&Organisation| form.pick.iter().any(|id| id == one.id.as_str());
    let picked: Vec<Id<Party>> = free
        .iter()
        .filter(is_picked)
        .map(|one| one.id.clone())
        .collect();
    if picked.is_empty() {
        let errors = [FieldError::new("pick", "error-pick-none")];
        let page = page(&on, free, &ask, &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let here = list_url(&on);
    may.write(move |tx| invitations::add(tx, &on, &picked))
        .await?;
    Ok(ui.see_other_saying(&here, "said-invited-added"))
}
