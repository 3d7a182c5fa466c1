//! Those who act for an organisation, at the desk.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, url};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::outbox;
use crate::base::page::{Confirm, Ui};
use crate::organisation::ManageOrganisations;
use crate::organisation::form::{self, MemberForm, NAME_CHARS, PressForm};
use crate::organisation::model::{Member, Organisation, WELCOME_LASTS};
use crate::organisation::page::mail::{self, Link};
use crate::organisation::store::{entry, members};
use crate::organisation::view::MemberPage;

/// `GET /desk/organisations/{organisation}/members/new` — asks whom to add.
pub async fn ask(
    may: May<ManageOrganisations>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    ui.ok(&page(&one, None, MemberForm::default(), &[], &ui))
}

fn page(
    one: &Organisation,
    member: Option<&Member>,
    form: MemberForm,
    errors: &[FieldError],
    ui: &Ui,
) -> MemberPage {
    let home = url(&one.id);
    let place = member.map_or("new", |member| member.id.as_str());
    MemberPage {
        url: format!("{home}/members/{place}"),
        organisation: one.details.name.clone(),
        back_url: home,
        is_there: member.is_some(),
        has_joined: member.is_some_and(|member| member.joined_at.is_some()),
        form,
        limit: NAME_CHARS,
        errors: ui.messages(errors),
    }
}

/// `POST /desk/organisations/{organisation}/members/new` — adds somebody, who gets a link by mail.
pub async fn add(
    may: May<ManageOrganisations>,
    id: Path<String>,
    form: Sent<MemberForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let mut errors = Vec::new();
    let new = form.parse(&mut errors);
    let party = one.id.clone();
    let people = may.read(move |conn| members::of(conn, &party)).await?;
    if people.iter().any(|member| member.email == new.email) {
        errors.push(FieldError::new("email", "error-member-there"));
    }
    if !errors.is_empty() {
        let page = page(&one, None, form.into_inner(), &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (site, link) = (ui.site(), Link::fresh(ui.site()));
    let name = &one.details.name;
    let mail = mail::welcome(site, name, &new.name, &new.email, &link, may.at())?;
    let (hash, here) = (link.hash, url(&one.id));
    may.write(move |tx| {
        if let Some(member) = members::add(tx, &one.id, &new)? {
            entry::make_link(tx, &hash, &member, WELCOME_LASTS)?;
            outbox::put(tx.conn, tx.now, &mail)?;
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-member-added"))
}

/// The organisation and the member of an address.
async fn both(
    may: &May<ManageOrganisations>,
    (id, member): (String, String),
) -> AppResult<(Organisation, Member)> {
    let one = found(may, &id).await?;
    let (party, member) = (one.id.clone(), Id::known(member));
    let member = may
        .read(move |conn| members::find(conn, &party, &member))
        .await?;
    Ok((one, member))
}

/// `GET /desk/organisations/{organisation}/members/{member}` — what she does.
pub async fn show(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (one, member) = both(&may, path.into_inner()).await?;
    let form = as_typed(&member);
    ui.ok(&page(&one, Some(&member), form, &[], &ui))
}

fn as_typed(member: &Member) -> MemberForm {
    MemberForm {
        name: member.name.clone(),
        email: member.email.clone(),
        duties: member
            .duties
            .names()
            .into_iter()
            .map(str::to_owned)
            .collect(),
    }
}

/// `POST /desk/organisations/{organisation}/members/{member}` — changes what she does.
pub async fn change(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    form: Sent<MemberForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (one, member) = both(&may, path.into_inner()).await?;
    let mut errors = Vec::new();
    let duties = form::duties(&form.duties, &mut errors);
    if !errors.is_empty() {
        let typed = MemberForm {
            duties: form.into_inner().duties,
            ..as_typed(&member)
        };
        let page = page(&one, Some(&member), typed, &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let here = url(&one.id);
    may.write(move |tx| members::set_duties(tx, &member, duties))
        .await?;
    Ok(ui.see_other_saying(&here, "said-member-changed"))
}

/// `POST /desk/organisations/{organisation}/members/{member}/link` — sends her a link once more.
pub async fn send(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (one, member) = both(&may, path.into_inner()).await?;
    let (site, link) = (ui.site(), Link::fresh(ui.site()));
    let name = &one.details.name;
    let mail = mail::welcome(site, name, &member.name, &member.email, &link, may.at())?;
    let (hash, here) = (link.hash, url(&one.id));
    may.write(move |tx| {
        entry::make_link(tx, &hash, &member.id, WELCOME_LASTS)?;
        outbox::put(tx.conn, tx.now, &mail)
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-member-link"))
}

/// `GET /desk/organisations/{organisation}/members/{member}/removal` — asks before she goes.
pub async fn ask_removal(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (one, member) = both(&may, path.into_inner()).await?;
    let mut args = Args::new();
    args.set("name", member.name);
    args.set("organisation", one.details.name);
    ui.ok(&Confirm {
        title: ui.text("member-remove-title", &args),
        text: ui.text("member-remove-text", &args),
        items: Vec::new(),
        button: ui.t("member-remove"),
        back_url: url(&one.id),
        reason: None,
    })
}

/// `POST /desk/organisations/{organisation}/members/{member}/removal` — takes her off the list; she is signed out.
pub async fn remove(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (one, member) = both(&may, path.into_inner()).await?;
    let here = url(&one.id);
    may.write(move |tx| members::remove(tx, &member)).await?;
    Ok(ui.see_other_saying(&here, "said-member-removed"))
}
