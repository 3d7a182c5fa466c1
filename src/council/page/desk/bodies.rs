//! The bodies of the town, and who sits in them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::account::store::roster::{self, Person, State};
use crate::account::{May, Role};
use crate::base::error::AppResult;
use crate::base::form::{Refill, Sent};
use crate::base::page::{Faults, Ui};
use crate::council::ManageBodies;
use crate::council::form::{BODY_CHARS, BodyForm, Press, SHORT_CHARS};
use crate::council::model::Seats;
use crate::council::store::bodies;
use crate::council::view::bodies::{BodyRow, Councillor};
use crate::council::view::{BodiesPage, BodyPage, Choice};

/// The place of a body that does not exist yet.
const NEW: &str = "new";
const LIST: &str = "/desk/bodies";

/// Everyone who can sit in a body: councillors who come in.
async fn councillors(may: &May<ManageBodies>) -> AppResult<Vec<Person>> {
    let now = may.at();
    let mut all = may.read(move |conn| roster::list(conn, now)).await?;
    all.retain(|one| one.roles.contains(Role::Councillor) && one.state != State::Disabled);
    all.sort_by_key(|one| one.name.to_lowercase());
    Ok(all)
}

/// `GET /desk/bodies` — the bodies.
pub async fn list(may: May<ManageBodies>, ui: Ui) -> AppResult<HttpResponse> {
    let people = councillors(&may).await?;
    let all = may.read(bodies::seats).await?;
    let row = |seats: Seats| BodyRow {
        url: format!("{LIST}/{}", seats.body.id),
        members: people
            .iter()
            .filter(|one| seats.members.contains(&one.id))
            .map(|one| one.name.clone())
            .collect(),
        kind_key: seats.body.kind.label_key(),
        name: seats.body.name,
        short_name: seats.body.short_name,
        steps: seats.steps,
    };
    ui.ok(&BodiesPage {
        rows: all.into_iter().map(row).collect(),
    })
}

fn page(old: Option<&Seats>, faults: Refill<BodyForm>, people: &[Person], ui: &Ui) -> BodyPage {
    let unused = old.filter(|seats| seats.steps == 0);
    BodyPage {
        is_new: old.is_none(),
        removal_url: unused.map(|seats| format!("{LIST}/{}/removal", seats.body.id)),
        faults: Faults::from(ui.messages(&faults.errors)),
        form: faults.form,
        kinds: Choice::bodies(),
        councillors: people
            .iter()
            .map(|one| Councillor {
                id: one.id.to_string(),
                name: one.name.clone(),
            })
            .collect(),
        limits: [BODY_CHARS, SHORT_CHARS],
    }
}

/// The body of an address; none for a new one.
async fn found(may: &May<ManageBodies>, place: String) -> AppResult<Option<Seats>> {
    if place == NEW {
        return Ok(None);
    }
    may.read(move |conn| bodies::find(conn, &place).map(Some))
        .await
}

/// `GET /desk/bodies/{body}` — one body, or `new`.
pub async fn show(may: May<ManageBodies>, place: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let people = councillors(&may).await?;
    let old = found(&may, place.into_inner()).await?;
    let form = old.as_ref().map_or_else(BodyForm::default, BodyForm::of);
    ui.ok(&page(old.as_ref(), Refill::new(form), &people, &ui))
}

/// `POST /desk/bodies/{body}` — adds or changes it.
pub async fn save(
    may: May<ManageBodies>,
    place: Path<String>,
    form: Sent<BodyForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let people = councillors(&may).await?;
    let (old, form) = (found(&may, place.into_inner()).await?, form.into_inner());
    let again = |faults: Refill<BodyForm>| {
        let page = page(old.as_ref(), faults, &people, &ui);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let ids: Vec<_> = people.iter().map(|one| one.id.clone()).collect();
    let new = match form.parse(&ids) {
        Ok(new) => new,
        Err(faults) => return again(*faults),
    };
    let id = old.as_ref().map(|seats| seats.body.id.clone());
    if may
        .write(move |tx| bodies::keep(tx, id.as_ref(), &new))
        .await?
    {
        return Ok(ui.see_other_saying(LIST, "said-body-saved"));
    }
    let mut faults = Refill::new(form);
    faults.fault("name", "error-body-there");
    again(faults)
}

/// `POST /desk/bodies/{body}/removal` — takes a body from the list that no paper has been before.
pub async fn remove(
    may: May<ManageBodies>,
    place: Path<String>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id = bodies_id(&may, place.into_inner()).await?;
    let is_gone = may.write(move |tx| bodies::remove(tx, &id)).await?;
    let said = if is_gone {
        "said-body-removed"
    } else {
        "said-body-kept"
    };
    Ok(ui.see_other_saying(LIST, said))
}

async fn bodies_id(
    may: &May<ManageBodies>,
    place: String,
) -> AppResult<crate::base::id::Id<crate::council::model::Body>> {
    may.read(move |conn| bodies::find(conn, &place).map(|seats| seats.body.id))
        .await
}
