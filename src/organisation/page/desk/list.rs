//! All organisations, a new one, and what is known about one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, url};
use crate::account::{May, Party};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::organisation::ManageOrganisations;
use crate::organisation::form::{NAME_CHARS, OrganisationForm, POSTAL_CHARS};
use crate::organisation::model::{Organisation, State};
use crate::organisation::store::organisations;
use crate::organisation::view::{
    Choice, OrganisationFormPage, OrganisationRow, OrganisationsPage, PartyLink, SORTS,
};

/// `GET /desk/organisations` — every organisation the town knows.
pub async fn show(may: May<ManageOrganisations>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let (mut all, members) = may
        .read(|conn| {
            Ok((
                organisations::list(conn)?,
                organisations::member_counts(conn)?,
            ))
        })
        .await?;
    let waits = |one: &&Organisation| one.state == State::Waiting;
    let waiting = all.iter().filter(waits).count();
    let count = |id: &Id<Party>| members.get(id).copied().unwrap_or_default();
    all.retain(|one| is_wanted(one, &ask));
    let order = ask.order(&SORTS);
    all.sort_by_cached_key(|one| {
        let name = one.details.name.to_lowercase();
        match order.by {
            "kind" => (one.details.kind as usize, name),
            "state" => (one.state as usize, name),
            "members" => (count(&one.id), name),
            _ => (0, name),
        }
    });
    if order.descending {
        all.reverse();
    }
    let row = |one: Organisation| OrganisationRow {
        url: url(&one.id),
        kind: one.details.kind.label_key(),
        members: count(&one.id),
        state: one.state.into(),
        name: one.details.name,
        email: one.details.email,
    };
    ui.ok(&OrganisationsPage {
        listing: ask.listing(all.len(), &SORTS),
        rows: ask.cut(all).into_iter().map(row).collect(),
        waiting,
        kinds: Choice::kinds(),
        states: Choice::states(),
    })
}

fn is_wanted(one: &Organisation, ask: &ListAsk) -> bool {
    let details = &one.details;
    let text = format!(
        "{} {} {}",
        details.name, details.email, details.postal_address
    );
    ask.matches(&text)
        && ask
            .filter("state")
            .is_none_or(|state| one.state.as_str() == state)
        && ask
            .filter("kind")
            .is_none_or(|kind| details.kind.as_str() == kind)
}

/// `GET /desk/organisations/new` — asks who it is.
pub async fn ask(_may: May<ManageOrganisations>, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&page(None, OrganisationForm::default(), None, &[], &ui))
}

fn page(
    changed: Option<&Organisation>,
    form: OrganisationForm,
    namesake: Option<&Organisation>,
    errors: &[FieldError],
    ui: &Ui,
) -> OrganisationFormPage {
    let home = changed.map(|one| url(&one.id));
    OrganisationFormPage {
        url: home.as_ref().map_or_else(
            || "/desk/organisations/new".to_owned(),
            |home| format!("{home}/edit"),
        ),
        back_url: home.unwrap_or_else(|| "/desk/organisations".to_owned()),
        changed: changed.map(|one| one.details.name.clone()),
        form,
        kinds: Choice::kinds(),
        limits: [NAME_CHARS, POSTAL_CHARS],
        namesake: namesake.map(link),
        errors: ui.messages(errors),
    }
}

/// A way to an organisation.
pub(super) fn link(one: &Organisation) -> PartyLink {
    PartyLink {
        name: one.details.name.clone(),
        url: url(&one.id),
        state: one.state.into(),
    }
}

/// `POST /desk/organisations/new` — puts an organisation onto the town's list.
pub async fn create(
    may: May<ManageOrganisations>,
    form: Sent<OrganisationForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    save(may, None, form.into_inner(), &ui).await
}

/// `GET /desk/organisations/{organisation}/edit` — what is known about it.
pub async fn edit(
    may: May<ManageOrganisations>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    ui.ok(&page(Some(&one), (&one.details).into(), None, &[], &ui))
}

/// `POST /desk/organisations/{organisation}/edit` — changes it.
pub async fn change(
    may: May<ManageOrganisations>,
    id: Path<String>,
    form: Sent<OrganisationForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    save(may, Some(one), form.into_inner(), &ui).await
}

/// Keeps a new organisation or a changed one. Two of one name would be confused in every list.
async fn save(
    may: May<ManageOrganisations>,
    one: Option<Organisation>,
    form: OrganisationForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let mut errors = Vec::new();
    let details = form.parse(&mut errors);
    let id = one.as_ref().map(|one| one.id.clone());
    let (name, own) = (details.name.clone(), id.clone());
    let same = may
        .read(move |conn| organisations::namesakes(conn, &name, own.as_ref()))
        .await?;
    if !same.is_empty() && !details.name.is_empty() {
        errors.insert(0, FieldError::new("name", "error-organisation-there"));
    }
    if !errors.is_empty() {
        let page = page(one.as_ref(), form, same.first(), &errors, ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let id = may
        .write(move |tx| match &id {
            Some(id) => organisations::change(tx, id, &details).map(|()| id.clone()),
            None => organisations::create(tx, &details, State::Invited, None),
        })
        .await?;
    Ok(ui.see_other_saying(&url(&id), "said-organisation-saved"))
}
