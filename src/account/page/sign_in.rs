//! Signing in and out.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use anyhow::anyhow;
use serde::Deserialize;

use super::gate::{cookie, cookie_name};
use super::{again, factor, hashing};
use crate::account::form::SignInForm;
use crate::account::model::{Landing, Lifetime, Secret, Stage};
use crate::account::store::accounts::{self, Login};
use crate::account::store::sessions;
use crate::account::view::{Provider, SignInPage, Way};
use crate::account::{May, SignIn};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Roomy, Sent};
use crate::base::limit::{self, Within, browser};
use crate::base::locale::Lang;
use crate::base::page::Ui;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

impl Wanted {
    /// Where to go on.
    pub(super) fn way(wanted: Option<Query<Self>>) -> Way {
        let wanted = wanted.map(Query::into_inner).unwrap_or_default();
        Way {
            next: Landing::parse(&wanted.next).as_str().to_owned(),
            kept: String::new(),
        }
    }
}

/// `GET /sign-in` — address and password.
pub async fn ask(wanted: Option<Query<Wanted>>, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&page(&ui, Wanted::way(wanted)))
}

/// The page, empty.
pub(super) fn page(ui: &Ui, way: Way) -> SignInPage {
    let oidc = &ui.site().config.sign_in.oidc;
    let query = serde_html_form::to_string([("next", &way.next)]).unwrap_or_default();
    SignInPage {
        email: String::new(),
        is_turned_away: Landing::parse(&way.next) != Landing::default(),
        is_over: false,
        way,
        errors: Vec::new(),
        provider: oidc.is_on().then(|| Provider {
            label: match ui.lang() {
                Lang::De => oidc.label_de.clone(),
                Lang::En => oidc.label_en.clone(),
            },
            url: format!("/sign-in/oidc?{query}"),
        }),
    }
}

/// `POST /sign-in` — compares, and begins a session.
pub async fn sign_in(
    _within: Within<limit::SignIn>,
    form: Roomy<SignInForm>,
    may: May<SignIn>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = form.0.into_inner();
    let errors = form.errors();
    if !errors.is_empty() {
        return once_more(&form, &errors, &ui);
    }
    let (email, asked) = (form.email(), form.email());
    let login = may.read(move |conn| accounts::login(conn, &asked)).await?;
    if !is_hers(login.as_ref(), &req, &ui) {
        ui.site().rates.count_account(&email)?;
    }
    let kept = login.as_ref().and_then(|login| login.password_hash.clone());
    let is_right = hashing::is_right(form.password.clone(), kept).await?;
    match login.filter(|login| is_right && login.may_enter) {
        Some(login) => enter(may, &req, &ui, login, &way(&form.next, &form.kept)).await,
        None => once_more(
            &form,
            &[FieldError::new("email", "error-sign-in-wrong")],
            &ui,
        ),
    }
}

/// Whether somebody comes with a browser with which this account has signed in before: it has a count of its own, so that
/// whoever guesses from elsewhere locks nobody out.
fn is_hers(login: Option<&Login>, req: &HttpRequest, ui: &Ui) -> bool {
    let browser = browser::brought(req, ui.site());
    browser
        .zip(login)
        .is_some_and(|(browser, login)| browser.belongs_to(login.id.as_str(), &ui.site().secrets))
}

/// Where to go on, as a form brought it.
pub(super) fn way(next: &str, kept: &str) -> Way {
    Way {
        next: Landing::parse(next).as_str().to_owned(),
        kept: kept.to_owned(),
    }
}

/// The page once more; a wrong address and a wrong password read the same.
fn once_more(form: &SignInForm, errors: &[FieldError], ui: &Ui) -> AppResult<HttpResponse> {
    let page = SignInPage {
        email: form.email(),
        errors: ui.messages(errors),
        is_over: !form.kept.is_empty(),
        ..page(ui, way(&form.next, &form.kept))
    };
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// A new session under a new secret; the one the browser brought, whosever it was, ends. With a second factor, or where
/// the town asks for one, it opens nothing yet.
async fn enter(
    may: May<SignIn>,
    req: &HttpRequest,
    ui: &Ui,
    login: Login,
    way: &Way,
) -> AppResult<HttpResponse> {
    let site = ui.site();
    let stage = if login.has_factor || site.config.sign_in.second_factor {
        Stage::Password
    } else {
        Stage::Full
    };
    let (old, secret) = (brought(req, ui), Secret::fresh());
    let (hash, id) = (sessions::hash(&secret, &site.secrets), login.id.clone());
    let lifetime = Lifetime::of(&site.config.sign_in);
    may.write(move |tx| {
        if let Some(old) = &old {
            sessions::end(tx, old)?;
        }
        sessions::sweep(tx, &id, lifetime)?;
        sessions::begin(tx, &hash, &id, stage)?;
        match stage {
            Stage::Full => sessions::note_arrival(tx, &id),
            Stage::Password => Ok(()),
        }
    })
    .await?;
    if stage == Stage::Full {
        return again::arrive(ui, way, &login.id, &secret);
    }
    factor::second_step(ui, way, &login, &secret)
}

/// The session a browser brought, as it stands in its row.
fn brought(req: &HttpRequest, ui: &Ui) -> Option<String> {
    let cookie = req.cookie(cookie_name(ui.site()))?;
    let secret = Secret::sent(cookie.value());
    Some(sessions::hash(&secret, &ui.site().secrets))
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
    let answer = ui.see_other_saying("/sign-in", "said-signed-out");
    Ok(without_cookie(answer, &ui))
}

/// Takes the cookie back.
pub(super) fn without_cookie(mut answer: HttpResponse, ui: &Ui) -> HttpResponse {
    let mut gone = Cookie::build(cookie_name(ui.site()), "")
        .path("/")
        .secure(ui.site().config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    gone.make_removal();
    if let Err(fault) = answer.add_cookie(&gone) {
        tracing::error!(%fault, "the cookie could not be taken back");
    }
    answer
}

/// Adds the cookie of a new session.
pub(super) fn with_cookie(
    mut answer: HttpResponse,
    ui: &Ui,
    secret: &Secret,
) -> AppResult<HttpResponse> {
    let cookie = cookie(ui.site(), secret);
    answer.add_cookie(&cookie).map_err(|why| anyhow!("{why}"))?;
    Ok(answer)
}
