//! Coming in by a link, and going out. Opening a link changes nothing, so that a mail program that looks at links uses
//! none up; the button on its page does.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{Current, HOME, SIGN_IN, brought, with_cookie};
use super::mail;
use crate::account::May;
use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::mail::Address;
use crate::base::page::Ui;
use crate::notice::model::address_hash;
use crate::resident::form::{AddressForm, PressForm};
use crate::resident::model::LINK_LASTS;
use crate::resident::store::links::{self, Asked, NewLink};
use crate::resident::store::{entry, of_address};
use crate::resident::view::{ResidentEnterPage, ResidentSignInPage};
use crate::resident::{ComeIn, KeepAccount};

/// `GET /my/sign-in` — asks for the address; whoever is signed in is led to her account.
pub async fn ask(req: HttpRequest, ui: Ui) -> AppResult<HttpResponse> {
    if Current::seen(&req).is_some() {
        return Ok(ui.see_other(HOME));
    }
    ui.ok(&ResidentSignInPage {
        is_sent: ui.query_has("sent=yes"),
        ..ResidentSignInPage::default()
    })
}

/// `POST /my/sign-in` — sends a link. The page says the same for every address.
pub async fn send(
    _within: Within<limit::SignIn>,
    form: Sent<AddressForm>,
    may: May<ComeIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let error = match form.parse() {
        Ok(address) => {
            ui.site()
                .rates
                .count_account(&address.as_str().to_lowercase())?;
            match send_link(may, &ui, address).await? {
                Asked::Fine => return Ok(ui.see_other("/my/sign-in?sent=yes")),
                Asked::Busy => FieldError::new("email", "error-resident-busy"),
            }
        }
        Err(error) => error,
    };
    let page = ResidentSignInPage {
        email: form.shown(),
        errors: ui.messages(&[error]),
        ..ResidentSignInPage::default()
    };
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Known or not, everyone gets the same mail; who is known in the language she has chosen.
async fn send_link(may: May<ComeIn>, ui: &Ui, address: Address) -> AppResult<Asked> {
    let (site, secret) = (ui.site(), Secret::fresh());
    let hash = address_hash(&address, &site.secrets);
    let wanted = hash.clone();
    let known = may.read(move |conn| of_address(conn, &wanted)).await?;
    let lang = known.map_or(ui.lang(), |account| account.lang);
    let mail = mail::link(site, address.clone(), lang, &secret)?;
    let new = NewLink {
        secret: links::hash(&secret, &site.secrets),
        resident: None,
        address,
        hash,
        lang,
    };
    let allowance = site.allowance();
    may.write(move |tx| links::make(tx, &new, (&mail, &allowance)))
        .await
}

/// The link was used, is too old, or never was.
fn gone(ui: &Ui) -> AppResult<HttpResponse> {
    let page = ResidentEnterPage {
        address: None,
        is_new: false,
        minutes: LINK_LASTS.num_minutes(),
    };
    ui.page(StatusCode::NOT_FOUND, &page)
}

fn link_hash(secret: &str, ui: &Ui) -> String {
    links::hash(&Secret::sent(secret), &ui.site().secrets)
}

/// `GET /my/sign-in/{secret}` — whose link it is, and the button that lets in.
pub async fn opened(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    may: May<ComeIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (link_hash(&secret, &ui), may.at());
    let found = may
        .read(move |conn| links::opened(conn, &hash, now))
        .await?;
    match found.filter(|open| open.resident.is_none()) {
        None => gone(&ui),
        Some(open) => ui.ok(&ResidentEnterPage {
            is_new: open.account.is_none(),
            address: Some(open.address),
            minutes: LINK_LASTS.num_minutes(),
        }),
    }
}

/// `POST /my/sign-in/{secret}` — uses the link up and begins a session; the one the browser brought ends.
pub async fn enter(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    _form: Sent<PressForm>,
    may: May<ComeIn>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (link, fresh, today) = (link_hash(&secret, &ui), Secret::fresh(), ui.today());
    let session = entry::session_hash(&fresh, &ui.site().secrets);
    let old = brought(&req, ui.site());
    let found = may
        .write(move |tx| {
            let found = entry::enter(tx, &link, &session, today)?;
            if let (Some(old), true) = (&old, found.is_some()) {
                entry::end(tx, old)?;
            }
            Ok(found)
        })
        .await?;
    match found {
        None => gone(&ui),
        Some(_) => with_cookie(ui.see_other(HOME), &ui, Some(&fresh)),
    }
}

/// `POST /my/sign-out` — ends the session.
pub async fn sign_out(
    _form: Sent<PressForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let current = Current::of(&req)?;
    may.write(move |tx| entry::end(tx, &current.hash)).await?;
    with_cookie(ui.see_other_saying(SIGN_IN, "said-signed-out"), &ui, None)
}
