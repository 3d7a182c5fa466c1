//! Coming in by a link: an invitation, a new password. Opening a link changes nothing, so that a mail program that looks
//! at links uses none up.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpResponse, rt};

use super::{hashing, letter};
use crate::account::form::person::{self, NAME_CHARS};
use crate::account::form::{AcceptForm, ForgottenForm, PasswordForm};
use crate::account::model::{Purpose, Secret};
use crate::account::store::links::{self, Link};
use crate::account::store::roster::{self, Person, State};
use crate::account::view::{ForgottenPage, InvitationPage, LinkGonePage, NewPasswordPage, Rules};
use crate::account::{May, SignIn};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::page::Ui;

/// What a link opens: itself, and whose it is.
async fn opened(
    may: &May<SignIn>,
    hash: &str,
    purposes: &[Purpose],
) -> AppResult<Option<(Link, Option<Person>)>> {
    let (hash, now) = (hash.to_owned(), may.at());
    let found = may
        .read(move |conn| {
            let Some(link) = links::find(conn, &hash, now)? else {
                return Ok(None);
            };
            let person = match &link.account {
                Some(account) => Some(roster::find(conn, account, now)?),
                None => None,
            };
            Ok(Some((link, person)))
        })
        .await?;
    Ok(found.filter(|(link, person)| {
        let is_open = person
            .as_ref()
            .is_none_or(|person| person.state != State::Disabled);
        purposes.contains(&link.purpose) && is_open
    }))
}

fn hash_of(secret: &str, ui: &Ui) -> String {
    links::hash(&Secret::sent(secret), &ui.site().secrets)
}

/// The link was used, is too old, or never was.
fn gone(ui: &Ui, is_invitation: bool) -> AppResult<HttpResponse> {
    ui.page(StatusCode::NOT_FOUND, &LinkGonePage { is_invitation })
}

const INVITING: [Purpose; 2] = [Purpose::Invitation, Purpose::FirstAdmin];

/// `GET /invitation/{secret}` — who one is, and a password.
pub async fn invited(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    match opened(&may, &hash_of(&secret, &ui), &INVITING).await? {
        None => gone(&ui, true),
        Some((_, person)) => {
            let name = person.as_ref().map(|person| person.name.clone());
            let form = AcceptForm {
                name: name.unwrap_or_default(),
                ..AcceptForm::default()
            };
            ui.ok(&invitation(&ui, person.as_ref(), &form, &[]))
        }
    }
}

fn invitation(
    ui: &Ui,
    person: Option<&Person>,
    form: &AcceptForm,
    errors: &[FieldError],
) -> InvitationPage {
    InvitationPage {
        name: form.name.clone(),
        name_limit: NAME_CHARS,
        email: person.map_or_else(|| form.email.clone(), |person| person.email.clone()),
        is_first_admin: person.is_none(),
        rules: Rules::of_passwords(),
        errors: ui.messages(errors),
    }
}

/// `POST /invitation/{secret}` — takes the invitation up.
pub async fn accept(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    form: Sent<AcceptForm>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let link = hash_of(&secret, &ui);
    let Some((_, owner)) = opened(&may, &link, &INVITING).await? else {
        return gone(&ui, true);
    };
    let mut errors = Vec::new();
    let name = person::name(&form.name, &mut errors);
    let email = match &owner {
        Some(owner) => owner.email.clone(),
        None => person::address(&form.email, &mut errors),
    };
    let town = ui.site().config.town.name.clone();
    let about = [name.as_str(), email.as_str(), town.as_str()];
    person::new_password(&form.password, &form.password_again, &about, &mut errors);
    if !errors.is_empty() {
        let page = invitation(&ui, owner.as_ref(), &form, &errors);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let hash = hashing::hash(form.password.clone()).await?;
    let done = may
        .write(move |tx| roster::accept(tx, &link, &name, &email, &hash))
        .await;
    match done {
        Ok(true) => Ok(ui.see_other_saying("/sign-in", "said-password-set")),
        Ok(false) | Err(AppError::Gone) => gone(&ui, true),
        Err(why) => Err(why),
    }
}

/// `GET /sign-in/forgotten` — asks for the address.
pub async fn forgotten(ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&ForgottenPage {
        email: String::new(),
        is_sent: false,
        errors: Vec::new(),
    })
}

/// `POST /sign-in/forgotten` — says the same whether there is such an account or not, and takes as long.
pub async fn remind(
    _within: Within<limit::SignIn>,
    form: Sent<ForgottenForm>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let email = form.email();
    let mut errors = Vec::new();
    person::address(&email, &mut errors);
    let page = ForgottenPage {
        email: email.clone(),
        is_sent: errors.is_empty(),
        errors: ui.messages(&errors),
    };
    if !errors.is_empty() {
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    ui.site()
        .rates
        .count_account(&format!("forgotten {email}"))?;
    let answer = ui.ok(&page)?;
    // Beside the answer: how long it takes must not tell whether there is an account.
    rt::spawn(async move {
        if let Err(why) = letter::send_reset(may, &ui, email).await {
            tracing::error!(%why, "a mail for a new password could not be written");
        }
    });
    Ok(answer)
}

/// `GET /sign-in/new-password/{secret}` — a new password.
pub async fn new_password(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    match opened(&may, &hash_of(&secret, &ui), &[Purpose::Reset]).await? {
        Some((_, Some(person))) => ui.ok(&fresh_password(&ui, &person, &[])),
        _ => gone(&ui, false),
    }
}

fn fresh_password(ui: &Ui, person: &Person, errors: &[FieldError]) -> NewPasswordPage {
    NewPasswordPage {
        email: person.email.clone(),
        has_factor: person.has_factor,
        rules: Rules::of_passwords(),
        errors: ui.messages(errors),
    }
}

/// `POST /sign-in/new-password/{secret}` — sets it; all sessions end, the second factor stays.
pub async fn set_password(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    form: Sent<PasswordForm>,
    may: May<SignIn>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let link = hash_of(&secret, &ui);
    let Some((_, Some(owner))) = opened(&may, &link, &[Purpose::Reset]).await? else {
        return gone(&ui, false);
    };
    let mut errors = Vec::new();
    let town = ui.site().config.town.name.clone();
    let about = [owner.name.as_str(), owner.email.as_str(), town.as_str()];
    person::new_password(&form.password, &form.password_again, &about, &mut errors);
    if !errors.is_empty() {
        let page = fresh_password(&ui, &owner, &errors);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let hash = hashing::hash(form.password.clone()).await?;
    let done = may
        .write(move |tx| {
            let is_ours = links::spend(tx, &link)?.is_some();
            if is_ours {
                roster::new_password(tx, &owner.id, &hash)?;
            }
            Ok(is_ours)
        })
        .await?;
    if done {
        Ok(ui.see_other_saying("/sign-in", "said-password-set"))
    } else {
        gone(&ui, false)
    }
}
