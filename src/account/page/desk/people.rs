//! All accounts, and inviting somebody.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::account::form::InviteForm;
use crate::account::form::person::{self, NAME_CHARS};
use crate::account::model::Purpose;
use crate::account::page::letter::{Fresh, until};
use crate::account::store::roster::{self, Person, State};
use crate::account::store::{accounts, links};
use crate::account::view::{
    InvitePage, LinkPage, PeoplePage, PersonRow, RoleChoice, SORTS, StateWords,
};
use crate::account::{Account, ManageAccounts, May, Role};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::outbox;
use crate::base::page::{ListAsk, Ui};
use crate::base::qr::qr;

/// `GET /desk/accounts` — everybody who can sign in.
pub async fn list(may: May<ManageAccounts>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let now = may.at();
    let mut people = may.read(move |conn| roster::list(conn, now)).await?;
    people.retain(|person| is_wanted(person, &ask, &ui));
    let order = ask.order(&SORTS);
    people.sort_by_cached_key(|person| {
        let name = person.name.to_lowercase();
        match order.by {
            "email" => (person.email.clone(), name),
            "state" => (format!("{:?}", person.state), name),
            _ => (name, person.email.clone()),
        }
    });
    if order.descending {
        people.reverse();
    }
    let listing = ask.listing(people.len(), &SORTS);
    let row = |person: Person| PersonRow {
        url: url(&person.id),
        state: words(person.state),
        roles: person.roles.iter().map(Role::label_key).collect(),
        name: person.name,
        email: person.email,
    };
    ui.ok(&PeoplePage {
        listing,
        people: ask.cut(people).into_iter().map(row).collect(),
        roles: choices(&ui),
    })
}

fn is_wanted(person: &Person, ask: &ListAsk, ui: &Ui) -> bool {
    let roles: Vec<String> = person
        .roles
        .iter()
        .map(|role| ui.t(role.label_key()))
        .collect();
    let text = format!("{} {} {}", person.name, person.email, roles.join(" "));
    let role = ask.filter("role").and_then(Role::parse);
    let state = ask.filter("state");
    ask.matches(&text)
        && role.is_none_or(|role| person.roles.contains(role))
        && state.is_none_or(|state| words(person.state).key.ends_with(state))
}

/// Where an account is.
pub(super) fn url(account: &Id<Account>) -> String {
    format!("/desk/accounts/{account}")
}

/// How far an account is, in words.
pub(super) fn words(state: State) -> StateWords {
    let (key, badge) = match state {
        State::Active => ("people-state-active", "plain"),
        State::Invited => ("people-state-invited", "info"),
        State::Lapsed => ("people-state-lapsed", "warning"),
        State::Disabled => ("people-state-disabled", "plain"),
    };
    StateWords { key, badge }
}

/// Every role with what it may do.
pub(super) fn choices(ui: &Ui) -> Vec<RoleChoice> {
    Role::ALL
        .map(|role| RoleChoice {
            value: role.as_str(),
            label: ui.t(role.label_key()),
            hint: ui.t(role.about_key()),
        })
        .into()
}

/// `GET /desk/accounts/new` — asks whom to invite.
pub async fn ask(_may: May<ManageAccounts>, ui: Ui) -> AppResult<HttpResponse> {
    let form = InviteForm {
        by: "mail".to_owned(),
        ..InviteForm::default()
    };
    ui.ok(&invite_page(&ui, &form, &[]))
}

fn invite_page(ui: &Ui, form: &InviteForm, errors: &[FieldError]) -> InvitePage {
    InvitePage {
        name: form.name.clone(),
        name_limit: NAME_CHARS,
        email: form.email.clone(),
        choices: choices(ui),
        roles: form.roles.clone(),
        by: form.by.clone(),
        errors: ui.messages(errors),
    }
}

/// `POST /desk/accounts/new` — makes the account and a link to it, by mail or to hand over.
pub async fn invite(
    may: May<ManageAccounts>,
    form: Sent<InviteForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let mut errors = Vec::new();
    let name = person::name(&form.name, &mut errors);
    let email = person::address(&form.email, &mut errors);
    let roles = person::roles(&form.roles, &mut errors);
    let wanted = email.clone();
    if may
        .read(move |conn| roster::is_taken(conn, &wanted))
        .await?
    {
        errors.push(FieldError::new("email", "error-email-taken"));
    }
    if !errors.is_empty() {
        let page = invite_page(&ui, &form, &errors);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let link = Fresh::of(Purpose::Invitation, ui.site());
    let mail = by_mail(&form.by, &link, &name, &email, &ui)?;
    let (hash, to, called) = (link.hash.clone(), email.clone(), name.clone());
    let (posted, now) = (mail.clone(), may.at());
    let account = may
        .write(move |tx| {
            let account = accounts::create(tx, &to, &called, &roles)?;
            links::make(tx, &hash, Some(&account), Purpose::Invitation)?;
            if let Some(mail) = &posted {
                outbox::put(tx.conn, now, mail)?;
            }
            Ok(account)
        })
        .await?;
    let email = mail.map(|_| email);
    ui.at(&url(&account))
        .ok(&handed_over(&ui, link, name, email, &account))
}

/// The mail with a link, when that is how it goes.
pub(super) fn by_mail(
    by: &str,
    link: &Fresh,
    name: &str,
    email: &str,
    ui: &Ui,
) -> AppResult<Option<Mail>> {
    match by {
        "print" => Ok(None),
        _ => link.mail(name, email, ui.site(), ui.arrived()).map(Some),
    }
}

/// The page that says where a link went, or shows it once.
pub(super) fn handed_over(
    ui: &Ui,
    link: Fresh,
    name: String,
    mailed_to: Option<String>,
    account: &Id<Account>,
) -> LinkPage {
    let (qr_path, qr_size) = qr(&link.url);
    LinkPage {
        name,
        until: until(link.purpose, ui.site(), ui.lang(), ui.arrived()),
        is_reset: link.purpose == Purpose::Reset,
        url: mailed_to.is_none().then_some(link.url),
        mailed_to,
        qr_path,
        qr_size,
        account_url: url(account),
    }
}
