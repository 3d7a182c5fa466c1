//! A new address: it counts once the link in its own mailbox was pressed.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::gate::Current;
use super::mail;
use super::notices::one_click;
use super::settings::page;
use crate::account::May;
use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::outbox;
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::notice::model::address_hash;
use crate::resident::form::{AddressForm, PressForm};
use crate::resident::store::entry::{Moved, confirm_address};
use crate::resident::store::links::{self, Asked, NewLink};
use crate::resident::view::NewAddressPage;
use crate::resident::{ComeIn, KeepAccount};

/// `GET /my/address` — the form for it stands among the settings.
pub async fn lead(ui: Ui) -> AppResult<HttpResponse> {
    Ok(ui.see_other("/my/settings#address"))
}

/// `POST /my/address` — sends a link to the new address.
pub async fn send(
    _within: Within<limit::SignIn>,
    form: Sent<AddressForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    let error = match form.parse() {
        Ok(address) => {
            let (site, secret, lang) = (ui.site(), Secret::fresh(), account.lang);
            let new = NewLink {
                secret: links::hash(&secret, &site.secrets),
                resident: Some(account.id.clone()),
                hash: address_hash(&address, &site.secrets),
                address,
                lang,
            };
            let mail = mail::new_address(site, new.address.clone(), lang, &secret)?;
            let allowance = site.allowance();
            match may
                .write(move |tx| links::make(tx, &new, (&mail, &allowance)))
                .await?
            {
                Asked::Fine => return Ok(ui.see_other("/my/settings?sent=yes#address")),
                Asked::Busy => FieldError::new("email", "error-resident-busy"),
            }
        }
        Err(error) => error,
    };
    let ui = ui.at("/my/settings");
    let page = page(&account, form.shown(), &[error], &ui);
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn link_hash(secret: &str, ui: &Ui) -> String {
    links::hash(&Secret::sent(secret), &ui.site().secrets)
}

fn shown(state: &'static str, address: String) -> NewAddressPage {
    NewAddressPage { state, address }
}

/// `GET /my/address/{secret}` — which address it is, and the button that lets it count.
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
    match found.filter(|open| open.resident.is_some()) {
        None => ui.page(StatusCode::NOT_FOUND, &shown("gone", String::new())),
        Some(open) => ui.ok(&shown("open", open.address)),
    }
}

/// `POST /my/address/{secret}` — from now on it counts; the address before is told.
pub async fn confirm(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    _form: Sent<PressForm>,
    may: May<ComeIn>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (link_hash(&secret, &ui), may.at());
    let wanted = hash.clone();
    let open = may
        .read(move |conn| links::opened(conn, &wanted, now))
        .await?;
    let lang = open.as_ref().map_or(ui.lang(), |open| open.lang);
    let url_of = one_click(&site);
    let moved = may
        .write(move |tx| {
            let moved = confirm_address(tx, &hash, &url_of)?;
            if let Moved::Fine(before) = &moved {
                outbox::put(tx.conn, tx.now, &mail::moved(&site, before, lang)?)?;
            }
            Ok(moved)
        })
        .await?;
    let address = open.map(|open| open.address).unwrap_or_default();
    match moved {
        Moved::Fine(_) => ui.ok(&shown("done", address)),
        Moved::Taken => ui.page(StatusCode::CONFLICT, &shown("taken", address)),
        Moved::Gone => ui.page(StatusCode::NOT_FOUND, &shown("gone", String::new())),
    }
}
