//! One account: roles, links, closing and opening it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::people::{by_mail, choices, handed_over, url, words};
use crate::account::form::{ConnectForm, PersonForm, person};
use crate::account::model::Purpose;
use crate::account::page::letter::Fresh;
use crate::account::store::roster::{self, Change, Person, State};
use crate::account::store::{factors, links, oidc, sessions};
use crate::account::view::PersonPage;
use crate::account::{Account, ManageAccounts, May, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle};
use crate::base::outbox;
use crate::base::page::{Confirm, Ui};

type Of = Path<Id<Account>>;

async fn found(may: &May<ManageAccounts>, of: &Of) -> AppResult<Person> {
    let (account, now) = (Id::clone(of), may.at());
    may.read(move |conn| roster::find(conn, &account, now))
        .await
}

/// `GET /desk/accounts/{account}` — one account.
pub async fn show(of: Of, may: May<ManageAccounts>, ui: Ui) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let roles = PersonPage::ticked(&person.roles);
    ui.ok(&page(&may, &ui, &person, roles, &[]))
}

fn page(
    may: &May<ManageAccounts>,
    ui: &Ui,
    person: &Person,
    roles: Vec<String>,
    errors: &[FieldError],
) -> PersonPage {
    let day = ui.site().zone.day(person.created_at);
    PersonPage {
        url: url(&person.id),
        name: person.name.clone(),
        email: person.email.clone(),
        state: words(person.state),
        since: ui.lang().day(day, DayStyle::Long),
        choices: choices(ui),
        roles,
        is_own: may.who().staff().is_some_and(|staff| staff.id == person.id),
        is_disabled: person.state == State::Disabled,
        is_invited: matches!(person.state, State::Invited | State::Lapsed),
        has_password: person.has_password,
        has_factor: person.has_factor,
        via_provider: person.via_provider,
        may_connect: ui.site().config.sign_in.oidc.is_on() && person.may_connect(),
        connects_until: person.connects_until.map(|until| {
            let day = ui.site().zone.day(until);
            ui.lang().day(day, DayStyle::Long)
        }),
        errors: ui.messages(errors),
    }
}

/// `POST /desk/accounts/{account}` — other roles; her sessions end with them.
pub async fn set_roles(
    may: May<ManageAccounts>,
    of: Of,
    form: Sent<PersonForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let mut errors = Vec::new();
    let roles = person::roles(&form.roles, &mut errors);
    let blank = page(&may, &ui, &person, form.roles.clone(), &errors);
    if !errors.is_empty() {
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &blank);
    }
    let account = person.id.clone();
    let change = may
        .write(move |tx| roster::set_roles(tx, &account, &roles))
        .await?;
    match change {
        Change::Done | Change::Same => {
            Ok(ui.see_other_saying(&url(&person.id), "said-roles-changed"))
        }
        Change::LastAdmin => {
            let errors = ui.messages(&[FieldError::new("roles", "error-last-admin")]);
            let page = PersonPage { errors, ..blank };
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// `POST /desk/accounts/{account}/link` — a new invitation, or a link for a new password.
pub async fn send_link(
    may: May<ManageAccounts>,
    of: Of,
    form: Sent<PersonForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let purpose = match person.state {
        State::Invited | State::Lapsed => Purpose::Invitation,
        State::Active if person.has_password => Purpose::Reset,
        State::Active | State::Disabled => return Err(AppError::NotFound),
    };
    let link = Fresh::of(purpose, ui.site());
    let mail = by_mail(&form.by, &link, &person.name, &person.email, &ui)?;
    let (hash, account, posted) = (link.hash.clone(), person.id.clone(), mail.clone());
    may.write(move |tx| {
        links::make(tx, &hash, Some(&account), purpose)?;
        let by = if posted.is_some() { "mail" } else { "print" };
        let detail = serde_json::json!({ "link": purpose.as_str(), "by": by });
        tx.journal(&format!("account:{account}"), &detail)?;
        posted
            .as_ref()
            .map_or(Ok(()), |mail| outbox::put(tx.conn, tx.now, mail))
    })
    .await?;
    let email = mail.map(|_| person.email);
    let page = handed_over(&ui, link, person.name, email, &person.id);
    ui.at(&url(&person.id)).ok(&page)
}

/// `POST /desk/accounts/{account}/provider` — lets her take the account over to the town's provider, or takes that back.
pub async fn connect(
    may: May<ManageAccounts>,
    of: Of,
    form: Sent<ConnectForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    if !ui.site().config.sign_in.oidc.is_on() || !person.may_connect() {
        return Err(AppError::NotFound);
    }
    let (account, allows) = (person.id.clone(), form.connect == "yes");
    may.write(move |tx| {
        if allows {
            oidc::connect(tx, &account)
        } else {
            oidc::disconnect(tx, &account)
        }
    })
    .await?;
    let said = if allows {
        "said-may-connect"
    } else {
        "said-may-not-connect"
    };
    Ok(ui.see_other_saying(&url(&person.id), said))
}

/// What is asked before something is done to somebody's account.
fn question(ui: &Ui, person: &Person, keys: [&'static str; 3]) -> Confirm {
    let mut args = Args::new();
    args.set("name", person.name.clone());
    let [title, text, button] = keys.map(|key| ui.text(key, &args));
    Confirm {
        title,
        text,
        items: Vec::new(),
        button,
        back_url: url(&person.id),
        reason: None,
    }
}

const DISABLE: [&str; 3] = [
    "person-disable-title",
    "person-disable-text",
    "person-disable-button",
];
const FACTOR: [&str; 3] = [
    "person-factor-title",
    "person-factor-text",
    "person-factor-button",
];

/// `GET /desk/accounts/{account}/disable` — asks.
pub async fn ask_disable(of: Of, may: May<ManageAccounts>, ui: Ui) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    ui.ok(&question(&ui, &person, DISABLE))
}

/// `POST /desk/accounts/{account}/disable` — closes the account at once.
pub async fn disable(
    may: May<ManageAccounts>,
    of: Of,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let account = person.id.clone();
    let change = may.write(move |tx| roster::disable(tx, &account)).await?;
    Ok(match change {
        Change::LastAdmin => ui.see_other_saying(&url(&person.id), "said-last-admin"),
        Change::Done | Change::Same => {
            ui.see_other_saying(&url(&person.id), "said-account-disabled")
        }
    })
}

/// `POST /desk/accounts/{account}/enable` — opens it again.
pub async fn enable(
    may: May<ManageAccounts>,
    of: Of,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let account = person.id.clone();
    may.write(move |tx| roster::enable(tx, &account)).await?;
    Ok(ui.see_other_saying(&url(&person.id), "said-account-enabled"))
}

/// `GET /desk/accounts/{account}/factor` — asks.
pub async fn ask_factor(of: Of, may: May<ManageAccounts>, ui: Ui) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    ui.ok(&question(&ui, &person, FACTOR))
}

/// `POST /desk/accounts/{account}/factor` — she sets up another app when she signs in.
pub async fn remove_factor(
    may: May<ManageAccounts>,
    of: Of,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let person = found(&may, &of).await?;
    let account = person.id.clone();
    may.write(move |tx: &mut Tx<'_, ManageAccounts>| {
        factors::remove(tx, &account)?;
        sessions::end_all(tx, &account, None).map(|_| ())
    })
    .await?;
    Ok(ui.see_other_saying(&url(&person.id), "said-factor-removed"))
}
