//! Coming in by a link, and going out. Opening a link changes nothing, so that a mail program that looks at links uses
//! none up; the button on its page does.

use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{Current, SIGN_IN, brought, with_cookie};
use super::mail::{self, Link};
use crate::account::May;
use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::mail::Address;
use crate::base::outbox::Given;
use crate::base::page::Ui;
use crate::organisation::form::{self, AddressForm, EnterForm, PressForm};
use crate::organisation::model::{Goal, LINK_LASTS};
use crate::organisation::store::{entry, members};
use crate::organisation::view::{EnterPage, MemberSignInPage, OrganisationLinkPage};
use crate::organisation::{RegisterOrganisation, Represent};

/// The page somebody had asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

fn goal(wanted: Option<Query<Wanted>>) -> Goal {
    Goal::parse(&wanted.map_or_else(Wanted::default, Query::into_inner).next)
}

/// `GET /organisation/sign-in` — asks for the address.
pub async fn ask(wanted: Option<Query<Wanted>>, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&page("", &[], None, &goal(wanted), &ui))
}

fn page(
    email: &str,
    errors: &[FieldError],
    sent_to: Option<String>,
    goal: &Goal,
    ui: &Ui,
) -> MemberSignInPage {
    MemberSignInPage {
        email: email.to_owned(),
        errors: ui.messages(errors),
        sent_to,
        next: goal.as_str().to_owned(),
        query: goal.query(),
    }
}

/// `POST /organisation/sign-in` — sends a link, if somebody acts under this address. The page says the same either way.
pub async fn send(
    _within: Within<limit::SignIn>,
    form: Sent<AddressForm>,
    may: May<RegisterOrganisation>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let goal = Goal::parse(&form.next);
    let mut errors = Vec::new();
    let email = form::address(&form.email, &mut errors);
    if errors.is_empty() && is_busy(&may, &ui, &email).await? {
        errors.push(FieldError::new("email", "error-mails-busy"));
    }
    if !errors.is_empty() {
        let page = page(&form.email, &errors, None, &goal, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    ui.site().rates.count_account(&email)?;
    send_links(may, &ui, &email, &goal).await?;
    ui.ok(&page("", &[], Some(email), &goal, &ui))
}

/// Whether the portal sends as many mails as it may: asked for every address, so that the answer tells nothing about one.
pub(super) async fn is_busy(
    may: &May<RegisterOrganisation>,
    ui: &Ui,
    email: &str,
) -> AppResult<bool> {
    let Some(to) = Address::parse(email) else {
        return Ok(false);
    };
    let (allowance, now) = (ui.site().allowance(), may.at());
    let given = may.read(move |conn| allowance.look(conn, now, &to)).await?;
    Ok(given == Given::Busy)
}

/// Sends a link to everyone who acts under an address, and says what became of it; nothing when there is nobody.
pub(super) async fn send_links(
    may: May<RegisterOrganisation>,
    ui: &Ui,
    email: &str,
    goal: &Goal,
) -> AppResult<Option<Given>> {
    let wanted = email.to_owned();
    let found = may.read(move |conn| members::under(conn, &wanted)).await?;
    if found.is_empty() {
        return Ok(None);
    }
    let fresh = found.into_iter().map(|(member, organisation)| {
        let link = Link::to(goal, ui.site());
        (member.id, (organisation, link))
    });
    let (ids, links): (Vec<_>, Vec<_>) = fresh.unzip();
    let mail = mail::sign_in(ui.site(), ui.lang(), email, &links)?;
    let hashes: Vec<_> = links.into_iter().map(|(_, link)| link.hash).collect();
    let allowance = ui.site().allowance();
    let given = may
        .write(move |tx| {
            let given = allowance.put(tx.conn, tx.now, &mail)?;
            if given.is_laid() {
                for (member, hash) in ids.iter().zip(&hashes) {
                    entry::make_link(tx, hash, member, LINK_LASTS)?;
                }
            }
            Ok(given)
        })
        .await?;
    Ok(Some(given))
}

/// The link was used, is too old, or never was.
pub(super) fn gone(ui: &Ui, sort: &'static str) -> AppResult<HttpResponse> {
    ui.page(StatusCode::NOT_FOUND, &OrganisationLinkPage { sort })
}

/// `GET /organisation/sign-in/{secret}` — whose link it is, and the button that lets in.
pub async fn opened(
    secret: Path<String>,
    wanted: Option<Query<Wanted>>,
    _within: Within<limit::SignIn>,
    may: May<RegisterOrganisation>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (link_hash(&secret, &ui), may.at());
    let found = may
        .read(move |conn| entry::opened(conn, &hash, now))
        .await?;
    match found {
        None => gone(&ui, "sign-in"),
        Some((member, organisation)) => ui.ok(&EnterPage {
            name: member.name,
            organisation,
            next: goal(wanted).as_str().to_owned(),
        }),
    }
}

fn link_hash(secret: &str, ui: &Ui) -> String {
    entry::link_hash(&Secret::sent(secret), &ui.site().secrets)
}

/// `POST /organisation/sign-in/{secret}` — uses the link up and begins a session; the one the browser brought ends.
pub async fn enter(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    form: Sent<EnterForm>,
    may: May<RegisterOrganisation>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (link, fresh) = (link_hash(&secret, &ui), Secret::fresh());
    let session = entry::session_hash(&fresh, &ui.site().secrets);
    let old = brought(&req, ui.site());
    let found = may
        .write(move |tx| {
            let found = entry::enter(tx, &link, &session)?;
            if let (Some(old), true) = (&old, found.is_some()) {
                entry::end(tx, old)?;
            }
            Ok(found)
        })
        .await?;
    if found.is_none() {
        return gone(&ui, "sign-in");
    }
    let wished = Goal::parse(&form.next);
    with_cookie(ui.see_other(wished.as_str()), &ui, Some(&fresh))
}

/// `POST /organisation/sign-out` — ends the session.
pub async fn sign_out(
    _form: Sent<PressForm>,
    may: May<Represent>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let current = Current::of(&req)?;
    may.write(move |tx| entry::end(tx, &current.hash)).await?;
    with_cookie(ui.see_other_saying(SIGN_IN, "said-signed-out"), &ui, None)
}
