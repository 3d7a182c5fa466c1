//! The second step of signing in: a code from an app, or setting the app up, or a code on paper.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Query, ReqData};

use super::again::{arrive, continuing};
use super::gate::Current;
use super::sign_in::{Wanted, way, with_cookie};
use crate::account::form::CodeForm;
use crate::account::model::factor::{
    RECOVERY_CODES, fresh_recovery_code, fresh_seed, is_seed, recovery_hash,
};
use crate::account::model::{Factor, Secret, Stage};
use crate::account::store::accounts::Login;
use crate::account::store::{factors, roster, sessions};
use crate::account::view::{CodePage, NewCodesPage, Setup, SetupPage, Way};
use crate::account::{Account, May, SignIn};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Roomy, token};
use crate::base::id::Id;
use crate::base::limit::{self, Within, browser};
use crate::base::page::{FieldMessage, Ui};
use crate::base::qr::qr;

const CODE: &str = "/sign-in/code";
const SETUP: &str = "/sign-in/setup";

/// After the password: on to the page that asks for a code, or that sets the app up. What was typed before travels in the
/// page itself, so then the page is the answer.
pub(super) fn second_step(
    ui: &Ui,
    way: &Way,
    login: &Login,
    secret: &Secret,
) -> AppResult<HttpResponse> {
    let path = if login.has_factor { CODE } else { SETUP };
    let answer = if way.kept.is_empty() {
        let query = serde_html_form::to_string([("next", &way.next)]).unwrap_or_default();
        ui.see_other(&format!("{path}?{query}"))
    } else {
        let session = sessions::hash(secret, &ui.site().secrets);
        let ui = ui.at(path);
        let token = token_for(&ui, path, &session);
        if login.has_factor {
            ui.ok(&code_page(way.clone(), token, Vec::new()))?
        } else {
            let setup = setup(&ui, &login.id, &login.email, &fresh_seed())?;
            ui.ok(&setup_page(setup, way.clone(), token, Vec::new()))?
        }
    };
    with_cookie(answer, ui, secret)
}

fn token_for(ui: &Ui, path: &str, session: &str) -> String {
    token::make(
        &ui.site().secrets,
        token::For { path, session },
        ui.arrived(),
    )
}

fn code_page(way: Way, token: String, errors: Vec<FieldMessage>) -> CodePage {
    CodePage { way, token, errors }
}

fn setup_page(setup: Setup, way: Way, token: String, errors: Vec<FieldMessage>) -> SetupPage {
    SetupPage {
        setup,
        way,
        token,
        errors,
    }
}

/// What the app needs to know.
pub(super) fn setup(ui: &Ui, account: &Id<Account>, email: &str, seed: &str) -> AppResult<Setup> {
    let site = ui.site();
    let factor = Factor::of(account, seed, &site.secrets)?;
    let town = &site.config.town;
    let portal = format!("{} {}", town.portal_name, town.short_name);
    let (qr_path, qr_size) = qr(&factor.url(&portal, email)?);
    Ok(Setup {
        seed: seed.to_owned(),
        qr_path,
        qr_size,
        secret: factor.groups(),
    })
}

/// `GET /sign-in/code` — asks for a code.
pub async fn ask(
    wanted: Option<Query<Wanted>>,
    current: ReqData<Current>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (way, account) = (Wanted::way(wanted), current.account.clone());
    if may
        .read(move |conn| factors::seed(conn, &account))
        .await?
        .is_none()
    {
        let query = serde_html_form::to_string([("next", &way.next)]).unwrap_or_default();
        return Ok(ui.see_other(&format!("{SETUP}?{query}")));
    }
    let token = token_for(&ui, CODE, &current.hash);
    ui.ok(&code_page(way, token, Vec::new()))
}

/// `POST /sign-in/code` — a code counts once; then the session goes on under a new secret.
pub async fn check(
    _within: Within<limit::SignIn>,
    form: Roomy<CodeForm>,
    current: ReqData<Current>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (form, current) = (form.0.into_inner(), current.into_inner());
    let (account, secret) = (current.account.clone(), Secret::fresh());
    ui.site().rates.count_code(account.as_str())?;
    let id = account.clone();
    let seed = may.read(move |conn| factors::seed(conn, &id)).await?;
    let seed = seed.ok_or(AppError::NotFound)?;
    let secrets = ui.site().secrets.clone();
    let step = Factor::of(&account, &seed, &secrets)?.step_of(&form.code, ui.arrived());
    let on_paper = recovery_hash(&account, &form.code, &secrets);
    let (new, id, old) = (
        sessions::hash(&secret, &secrets),
        account.clone(),
        current.hash.clone(),
    );
    let is_right = may
        .write(move |tx| {
            let is_right = match step {
                Some(step) => factors::use_step(tx, &id, step)?,
                None => factors::use_code(tx, &id, &on_paper)?,
            };
            if is_right {
                sessions::renew(tx, &old, &new, &id, Stage::Full)?;
                sessions::note_arrival(tx, &id)?;
            }
            Ok(is_right)
        })
        .await?;
    let way = way(&form.next, &form.kept);
    if is_right {
        return arrive(&ui, &way, &account, &secret);
    }
    let errors = ui.messages(&[FieldError::new("code", "error-code-wrong")]);
    let token = token_for(&ui, CODE, &current.hash);
    ui.page(
        StatusCode::UNPROCESSABLE_ENTITY,
        &code_page(way, token, errors),
    )
}

/// `GET /sign-in/setup` — sets an app up; only for whoever has none yet.
pub async fn begin(
    wanted: Option<Query<Wanted>>,
    current: ReqData<Current>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (way, account, now) = (Wanted::way(wanted), current.account.clone(), may.at());
    let person = may
        .read(move |conn| roster::find(conn, &account, now))
        .await?;
    if person.has_factor {
        return Ok(ui.see_other(CODE));
    }
    let setup = setup(&ui, &person.id, &person.email, &fresh_seed())?;
    let token = token_for(&ui, SETUP, &current.hash);
    ui.ok(&setup_page(setup, way, token, Vec::new()))
}

/// `POST /sign-in/setup` — the first code confirms the app; then come the codes on paper, once.
pub async fn confirm(
    _within: Within<limit::SignIn>,
    form: Roomy<CodeForm>,
    current: ReqData<Current>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (form, current, now) = (form.0.into_inner(), current.into_inner(), may.at());
    let account = current.account.clone();
    let id = account.clone();
    let person = may.read(move |conn| roster::find(conn, &id, now)).await?;
    if person.has_factor || !is_seed(&form.seed) {
        return Ok(ui.see_other(CODE));
    }
    let secrets = ui.site().secrets.clone();
    let factor = Factor::of(&account, &form.seed, &secrets)?;
    let way = way(&form.next, &form.kept);
    let Some(step) = factor.step_of(&form.code, ui.arrived()) else {
        let setup = setup(&ui, &account, &person.email, &form.seed)?;
        let errors = ui.messages(&[FieldError::new("code", "error-code-setup")]);
        let token = token_for(&ui, SETUP, &current.hash);
        let page = setup_page(setup, way, token, errors);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (codes, hashes) = fresh_codes(&ui, &account);
    let secret = Secret::fresh();
    let (new, id, seed) = (
        sessions::hash(&secret, &secrets),
        account.clone(),
        form.seed.clone(),
    );
    may.write(move |tx| {
        factors::set(tx, &id, &seed, step, &hashes)?;
        sessions::renew(tx, &current.hash, &new, &id, Stage::Full)?;
        sessions::note_arrival(tx, &id)
    })
    .await?;
    let page = NewCodesPage {
        codes,
        next: way.next.clone(),
        go_on: continuing(&ui, &way, &account, &secret),
    };
    let mut answer = with_cookie(ui.ok(&page)?, &ui, &secret)?;
    browser::remember(&mut answer, &ui, account.as_str());
    Ok(answer)
}

/// New codes on paper, and how they are kept.
pub(super) fn fresh_codes(ui: &Ui, account: &Id<Account>) -> (Vec<String>, Vec<String>) {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| fresh_recovery_code()).collect();
    let secrets = &ui.site().secrets;
    let hash = |code: &String| recovery_hash(account, code, secrets);
    let hashes = codes.iter().map(hash).collect();
    (codes, hashes)
}
