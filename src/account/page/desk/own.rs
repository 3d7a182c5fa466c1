//! One's own account: name, password, second factor, sessions.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::ReqData;
use chrono::{DateTime, Timelike, Utc};

use crate::account::form::person::{self, NAME_CHARS};
use crate::account::form::{CodeForm, NameForm, PasswordForm};
use crate::account::model::factor::{fresh_seed, is_seed};
use crate::account::model::{Factor, Lifetime, Secret, Session, Stage};
use crate::account::page::factor::{fresh_codes, setup};
use crate::account::page::gate::Current;
use crate::account::page::hashing;
use crate::account::page::sign_in::{with_cookie, without_cookie};
use crate::account::store::roster::Person;
use crate::account::store::{accounts, factors, roster, sessions};
use crate::account::view::{
    AccountPage, DeskCodesPage, FactorPage, OwnSession, PasswordPage, RecoveryPage, Rules,
};
use crate::account::{May, UseAccount};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::limit::{self, Within};
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;

const HOME: &str = "/desk/account";

/// Whoever asks, as her row has her.
async fn own(may: &May<UseAccount>, current: &Current) -> AppResult<Person> {
    let (account, now) = (current.account.clone(), may.at());
    may.read(move |conn| roster::find(conn, &account, now))
        .await
}

/// Whether the password is hers. Whoever has none here cannot prove anything with one.
async fn is_hers(
    may: &May<UseAccount>,
    current: &Current,
    password: &str,
    ui: &Ui,
) -> AppResult<bool> {
    ui.site().rates.count_account(current.account.as_str())?;
    let email = own(may, current).await?.email;
    let login = may.read(move |conn| accounts::login(conn, &email)).await?;
    let kept = login.and_then(|login| login.password_hash);
    hashing::is_right(password.to_owned(), kept).await
}

/// `GET /desk/account` — everything about one's own account.
pub async fn show(
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let name = own(&may, &current).await?.name;
    ui.ok(&page(&may, &current, &ui, name, &[]).await?)
}

async fn page(
    may: &May<UseAccount>,
    current: &Current,
    ui: &Ui,
    name: String,
    errors: &[FieldError],
) -> AppResult<AccountPage> {
    let (account, now) = (current.account.clone(), may.at());
    let (person, codes_left, sessions) = may
        .read(move |conn| {
            Ok((
                roster::find(conn, &account, now)?,
                factors::codes_left(conn, &account)?,
                sessions::of_account(conn, &account)?,
            ))
        })
        .await?;
    let lifetime = Lifetime::of(&ui.site().config.sign_in);
    let alive = |session: &Session| session.stage == Stage::Full && session.is_alive(now, lifetime);
    let sessions = sessions.into_iter().filter(|(_, session)| alive(session));
    Ok(AccountPage {
        name,
        name_limit: NAME_CHARS,
        email: person.email,
        roles: person.roles.iter().map(Into::into).collect(),
        has_password: person.has_password,
        has_factor: person.has_factor,
        codes_left,
        sessions: sessions
            .map(|(hash, session)| OwnSession {
                began: instant(ui, session.started_at),
                seen: instant(ui, session.seen_at),
                is_this: hash == current.hash,
            })
            .collect(),
        errors: ui.messages(errors),
    })
}

/// Day and minute in the town's time.
fn instant(ui: &Ui, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&ui.site().zone.0);
    let mut args = Args::new();
    args.set("day", ui.lang().day(local.date_naive(), DayStyle::Long));
    args.set("time", format!("{}:{:02}", local.hour(), local.minute()));
    ui.text("account-instant", &args)
}

/// `POST /desk/account` — a new name.
pub async fn rename(
    form: Sent<NameForm>,
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let mut errors = Vec::new();
    let name = person::name(&form.name, &mut errors);
    if !errors.is_empty() {
        let page = page(&may, &current, &ui, form.name.clone(), &errors).await?;
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let account = current.account.clone();
    may.write(move |tx| roster::rename(tx, &account, &name))
        .await?;
    Ok(ui.see_other_saying(HOME, "said-name-changed"))
}

/// `GET /desk/account/password` — asks for the old and the new one.
pub async fn ask_password(
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = own(&may, &current).await?;
    if !person.has_password {
        return Ok(ui.see_other(HOME));
    }
    ui.ok(&PasswordPage {
        email: person.email,
        rules: Rules::of_passwords(),
        errors: Vec::new(),
    })
}

/// `POST /desk/account/password` — every session ends; this one goes on under a new secret.
pub async fn set_password(
    _within: Within<limit::SignIn>,
    form: Sent<PasswordForm>,
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = own(&may, &current).await?;
    let mut errors = Vec::new();
    if !is_hers(&may, &current, &form.password_now, &ui).await? {
        errors.push(FieldError::new("password_now", "error-password-now"));
    }
    let town = ui.site().config.town.name.clone();
    let about = [person.name.as_str(), person.email.as_str(), town.as_str()];
    person::new_password(&form.password, &form.password_again, &about, &mut errors);
    if !errors.is_empty() {
        let page = PasswordPage {
            email: person.email.clone(),
            rules: Rules::of_passwords(),
            errors: ui.messages(&errors),
        };
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let hash = hashing::hash(form.password.clone()).await?;
    let secret = Secret::fresh();
    let new = sessions::hash(&secret, &ui.site().secrets);
    may.write(move |tx| {
        roster::new_password(tx, &person.id, &hash)?;
        sessions::begin(tx, &new, &person.id, Stage::Full)
    })
    .await?;
    with_cookie(
        ui.see_other_saying(HOME, "said-password-changed"),
        &ui,
        &secret,
    )
}

/// `GET /desk/account/factor` — sets up an app, the first or another.
pub async fn ask_factor(
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = own(&may, &current).await?;
    if !person.has_password {
        return Ok(ui.see_other(HOME));
    }
    ui.ok(&FactorPage {
        setup: setup(&ui, &person.id, &person.email, &fresh_seed())?,
        has_factor: person.has_factor,
        errors: Vec::new(),
    })
}

/// `POST /desk/account/factor` — password and first code; then new codes on paper.
pub async fn set_factor(
    _within: Within<limit::SignIn>,
    form: Sent<CodeForm>,
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = own(&may, &current).await?;
    let secrets = &ui.site().secrets;
    if !is_seed(&form.seed) {
        return Err(AppError::BadRequest);
    }
    let step = Factor::of(&person.id, &form.seed, secrets)?.step_of(&form.code, ui.arrived());
    let mut errors = Vec::new();
    if !is_hers(&may, &current, &form.password, &ui).await? {
        errors.push(FieldError::new("password", "error-password-now"));
    }
    if step.is_none() {
        errors.push(FieldError::new("code", "error-code-setup"));
    }
    let Some(step) = step.filter(|_| errors.is_empty()) else {
        let page = FactorPage {
            setup: setup(&ui, &person.id, &person.email, &form.seed)?,
            has_factor: person.has_factor,
            errors: ui.messages(&errors),
        };
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (codes, hashes) = fresh_codes(&ui, &person.id);
    let (seed, this) = (form.seed.clone(), current.hash.clone());
    may.write(move |tx| {
        factors::set(tx, &person.id, &seed, step, &hashes)?;
        sessions::end_all(tx, &person.id, Some(&this)).map(|_| ())
    })
    .await?;
    ui.ok(&DeskCodesPage { codes })
}

/// `GET /desk/account/recovery` — asks for the password.
pub async fn ask_codes(
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if !own(&may, &current).await?.has_factor {
        return Ok(ui.see_other(HOME));
    }
    recovery(&may, &current, &ui, &[]).await
}

async fn recovery(
    may: &May<UseAccount>,
    current: &Current,
    ui: &Ui,
    errors: &[FieldError],
) -> AppResult<HttpResponse> {
    let account = current.account.clone();
    let codes_left = may
        .read(move |conn| factors::codes_left(conn, &account))
        .await?;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let errors = ui.messages(errors);
    ui.page(status, &RecoveryPage { codes_left, errors })
}

/// `POST /desk/account/recovery` — new codes on paper; the old ones open nothing any more.
pub async fn renew_codes(
    _within: Within<limit::SignIn>,
    form: Sent<CodeForm>,
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if !own(&may, &current).await?.has_factor {
        return Ok(ui.see_other(HOME));
    }
    if !is_hers(&may, &current, &form.password, &ui).await? {
        let wrong = [FieldError::new("password", "error-password-now")];
        return recovery(&may, &current, &ui, &wrong).await;
    }
    let account = current.account.clone();
    let (codes, hashes) = fresh_codes(&ui, &account);
    may.write(move |tx| factors::renew_codes(tx, &account, &hashes))
        .await?;
    ui.ok(&DeskCodesPage { codes })
}

/// `POST /desk/account/sign-out` — ends every session, this one too.
pub async fn sign_out_everywhere(
    _form: Sent<Fields>,
    may: May<UseAccount>,
    current: ReqData<Current>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = current.account.clone();
    may.write(move |tx| {
        sessions::end_all(tx, &account, None)?;
        tx.journal(
            &format!("account:{account}"),
            &serde_json::json!({ "sessions": "ended" }),
        )
    })
    .await?;
    let answer = ui.see_other_saying("/sign-in", "said-signed-out-everywhere");
    Ok(without_cookie(answer, &ui))
}
