//! Signing in and out.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use anyhow::anyhow;
use serde::Deserialize;

use super::gate::{cookie, cookie_name};
use super::hashing;
use crate::account::form::SignInForm;
use crate::account::model::{Landing, Secret, Stage};
use crate::account::store::accounts::{self, Login};
use crate::account::store::sessions;
use crate::account::view::SignInPage;
use crate::account::{May, SignIn};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::limit::{self, Within};
use crate::base::page::Ui;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

/// `GET /sign-in` — address and password.
pub async fn ask(wanted: Option<Query<Wanted>>, ui: Ui) -> AppResult<HttpResponse> {
    let wanted = wanted.map(Query::into_inner).unwrap_or_default();
    let next = Landing::parse(&wanted.next);
    ui.ok(&SignInPage {
        email: String::new(),
        is_turned_away: next != Landing::default(),
        next: next.as_str().to_owned(),
        errors: Vec::new(),
    })
}

/// `POST /sign-in` — compares, and begins a session.
pub async fn sign_in(
    _within: Within<limit::SignIn>,
    form: Sent<SignInForm>,
    may: May<SignIn>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let errors = form.errors();
    if !errors.is_empty() {
        return again(&form, &errors, &ui);
    }
    let email = form.email();
    ui.site().rates.count_account(&email)?;
    let login = may.read(move |conn| accounts::login(conn, &email)).await?;
    let kept = login.as_ref().and_then(|login| login.password_hash.clone());
    let is_right = hashing::is_right(form.password.clone(), kept).await?;
    match login.filter(|login| is_right && login.may_enter) {
        Some(login) => enter(may, &req, &ui, &login, &Landing::parse(&form.next)).await,
        None => again(
            &form,
            &[FieldError::new("email", "error-sign-in-wrong")],
            &ui,
        ),
    }
}

/// The page once more; a wrong address and a wrong password read the same.
fn again(form: &SignInForm, errors: &[FieldError], ui: &Ui) -> AppResult<HttpResponse> {
    let page = SignInPage {
        email: form.email(),
        next: Landing::parse(&form.next).as_str().to_owned(),
        errors: ui.messages(errors),
        is_turned_away: false,
    };
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// A new session under a new secret; the one the browser brought, whosever it was, ends.
async fn enter(
    may: May<SignIn>,
    req: &HttpRequest,
    ui: &Ui,
    login: &Login,
    next: &Landing,
) -> AppResult<HttpResponse> {
    let site = ui.site();
    let (old, secret) = (brought(req, ui), Secret::fresh());
    let (hash, id) = (sessions::hash(&secret, &site.secrets), login.id.clone());
    may.write(move |tx| {
        if let Some(old) = &old {
            sessions::end(tx, old)?;
        }
        sessions::begin(tx, &hash, &id, Stage::Full)?;
        sessions::note_arrival(tx, &id)
    })
    .await?;
    let mut answer = ui.see_other(next.as_str());
    answer
        .add_cookie(&cookie(site, &secret))
        .map_err(|why| anyhow!("{why}"))?;
    Ok(answer)
}

/// The session a browser brought, as it stands in its row.
fn brought(req: &HttpRequest, ui: &Ui) -> Option<String> {
    let cookie = req.cookie(cookie_name(ui.site()))?;
    Some(sessions::hash(
        &Secret::sent(cookie.value()),
        &ui.site().secrets,
    ))
}

/// `POST /sign-out` — ends the session. Behind the gate, so that only one's own button can do it.
pub async fn sign_out(
    _form: Sent<Fields>,
    may: May<SignIn>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if let Some(hash) = brought(&req, &ui) {
        may.write(move |tx| sessions::end(tx, &hash)).await?;
    }
    Ok(without_cookie(
        ui.see_other_saying("/sign-in", "said-signed-out"),
        &ui,
    ))
}

/// Takes the cookie back.
fn without_cookie(mut answer: HttpResponse, ui: &Ui) -> HttpResponse {
    let mut gone = Cookie::build(cookie_name(ui.site()), "")
        .path("/")
        .secure(ui.site().config.is_https())
        .http_only(true)
        .finish();
    gone.make_removal();
    if let Err(fault) = answer.add_cookie(&gone) {
        tracing::error!(%fault, "the cookie could not be taken back");
    }
    answer
}
