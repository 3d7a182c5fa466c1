//! Accounts as admins see and change them, and as their owners do.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{links, oidc, sessions};
use crate::account::model::Purpose;
use crate::account::{Account, ManageAccounts, OnAccounts, Role, Roles, Tx};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{account_links, account_roles, accounts};

/// One account as it stands in the list.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub id: Id<Account>,
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// What she is.
    pub roles: Roles,
    /// How far she has come.
    pub state: State,
    /// Whether she has a password; then she can change it.
    pub has_password: bool,
    /// Whether she has a second factor.
    pub has_factor: bool,
    /// Whether the town's identity provider vouches for her.
    pub via_provider: bool,
    /// Until when she may take her account over to the provider; only where one account is asked for.
    pub connects_until: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

impl Person {
    /// Whether the town's identity provider could vouch for her from now on: it does not yet, and she may still come in.
    pub fn may_connect(&self) -> bool {
        !self.via_provider && self.state != State::Disabled
    }
}

/// How far an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// In use.
    Active,
    /// Invited; the link can still be used.
    Invited,
    /// Invited; the link has run out.
    Lapsed,
    /// Closed by an admin.
    Disabled,
}

type Row = (
    Id<Account>,
    String,
    String,
    bool,
    bool,
    bool,
    NaiveDateTime,
    Option<NaiveDateTime>,
);

/// Everybody. A town has some dozens of accounts, so the page sorts them itself.
pub fn list(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<Vec<Person>> {
    let rows: Vec<Row> = accounts::table.select(columns()).load(conn)?;
    let roles: Vec<(Id<Account>, String)> = account_roles::table
        .select((account_roles::account_id, account_roles::role))
        .load(conn)?;
    let open: Vec<Option<Id<Account>>> = account_links::table
        .filter(account_links::purpose.ne_all([Purpose::Reset.as_str(), "provider"]))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(now.naive_utc()))
        .select(account_links::account_id)
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = roles.iter().filter(|(account, _)| *account == row.0);
            let roles = own.filter_map(|(_, role)| Role::parse(role)).collect();
            let is_open = open.iter().flatten().any(|account| *account == row.0);
            person(row, roles, is_open)
        })
        .collect())
}

/// One account.
pub fn find(conn: &mut Conn, id: &Id<Account>, now: DateTime<Utc>) -> AppResult<Person> {
    let row: Row = accounts::table.find(id).select(columns()).first(conn)?;
    let roles = super::accounts::roles_of(conn, id)?;
    let is_open = links::open_until(conn, id, now)?.is_some();
    Ok(Person {
        connects_until: oidc::connects_until(conn, id, now)?,
        ..person(row, roles, is_open)
    })
}

/// The account of an address, for commands.
pub fn by_email(conn: &mut Conn, email: &str) -> AppResult<Id<Account>> {
    let email = email.trim().to_lowercase();
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .select(accounts::id)
        .first(conn)?)
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        accounts::id,
        accounts::name,
        accounts::email,
        accounts::password_hash.is_not_null(),
        accounts::factor_seed.is_not_null(),
        accounts::oidc_subject.is_not_null(),
        accounts::created_at,
        accounts::disabled_at,
    )
}

fn person(row: Row, roles: Roles, is_open: bool) -> Person {
    let (id, name, email, has_password, has_factor, via_provider, created_at, disabled_at) = row;
    let state = match (disabled_at, has_password || via_provider, is_open) {
        (Some(_), _, _) => State::Disabled,
        (None, true, _) => State::Active,
        (None, false, true) => State::Invited,
        (None, false, false) => State::Lapsed,
    };
    Person {
        id,
        name,
        email,
        roles,
        state,
        has_password,
        has_factor,
        via_provider,
        connects_until: None,
        created_at: created_at.and_utc(),
    }
}

/// Whether an address has an account already, in use or not.
pub fn is_taken(conn: &mut Conn, email: &str) -> AppResult<bool> {
    let there: i64 = accounts::table
        .filter(accounts::email.eq(email))
        .count()
        .get_result(conn)?;
    Ok(there > 0)
}

/// Changes a name.
pub fn rename<A: OnAccounts>(tx: &mut Tx<A>, account: &Id<Account>, name: &str) -> AppResult<()> {
    diesel::update(accounts::table.find(account))
        .set(accounts::name.eq(name))
        .execute(tx.conn)?;
    tx.journal(&format!("account:{account}"), &json!({ "name": "changed" }))
}

/// A new password: every session ends, and no open link leads in any more. `hash`: as the model makes it.
pub fn new_password<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    hash: &str,
) -> AppResult<()> {
    super::accounts::set_password(tx, account, hash)?;
    links::void(tx, Some(account))?;
    sessions::end_all(tx, account, None)?;
    tx.journal(&format!("account:{account}"), &json!({ "password": "set" }))
}

/// What became of a change to somebody's roles or account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Done; her sessions have ended.
    Done,
    /// It was so already.
    Same,
    /// Not done: nobody could administer the portal any more.
    LastAdmin,
}

/// Gives somebody exactly these roles. The next request she makes is one of somebody who has to sign in.
pub fn set_roles(
    tx: &mut Tx<ManageAccounts>,
    account: &Id<Account>,
    roles: &Roles,
) -> AppResult<Change> {
    let before = super::accounts::roles_of(tx.conn, account)?;
    if before == *roles {
        return Ok(Change::Same);
    }
    if before.contains(Role::Admin)
        && !roles.contains(Role::Admin)
        && is_last_admin(tx.conn, account)?
    {
        return Ok(Change::LastAdmin);
    }
    let own = account_roles::table.filter(account_roles::account_id.eq(account));
    for role in before.iter().filter(|role| !roles.contains(*role)) {
        diesel::delete(own.filter(account_roles::role.eq(role.as_str()))).execute(tx.conn)?;
    }
    let author = tx.author();
    for role in roles.iter().filter(|role| !before.contains(*role)) {
        diesel::insert_into(account_roles::table)
            .values((
                account_roles::account_id.eq(account),
                account_roles::role.eq(role.as_str()),
                account_roles::granted_at.eq(tx.now.naive_utc()),
                account_roles::granted_by.eq(&author),
            ))
            .execute(tx.conn)?;
    }
    sessions::end_all(tx, account, None)?;
    let names = |roles: &Roles| roles.iter().map(Role::as_str).collect::<Vec<_>>();
    tx.journal(
        &format!("account:{account}"),
        &json!({ "roles_before": names(&before), "roles": names(roles) }),
    )?;
    Ok(Change::Done)
}

/// Closes an account: its sessions and links end at once. What its owner did stays hers.
pub fn disable(tx: &mut Tx<ManageAccounts>, account: &Id<Account>) -> AppResult<Change> {
    let roles = super::accounts::roles_of(tx.conn, account)?;
    if roles.contains(Role::Admin) && is_last_admin(tx.conn, account)? {
        return Ok(Change::LastAdmin);
    }
    let open = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null());
    let changed = diesel::update(open)
        .set(accounts::disabled_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    if changed == 0 {
        return Ok(Change::Same);
    }
    links::void(tx, Some(account))?;
    sessions::end_all(tx, account, None)?;
    tx.journal(
        &format!("account:{account}"),
        &json!({ "account": "disabled" }),
    )?;
    Ok(Change::Done)
}

/// Opens a closed account again.
pub fn enable(tx: &mut Tx<ManageAccounts>, account: &Id<Account>) -> AppResult<Change> {
    let closed = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_not_null());
    let changed = diesel::update(closed)
        .set(accounts::disabled_at.eq(None::<NaiveDateTime>))
        .execute(tx.conn)?;
    if changed == 0 {
        return Ok(Change::Same);
    }
    tx.journal(
        &format!("account:{account}"),
        &json!({ "account": "enabled" }),
    )?;
    Ok(Change::Done)
}

/// Whether nobody but this account can come in and administer the portal. Somebody who was only invited cannot.
fn is_last_admin(conn: &mut Conn, account: &Id<Account>) -> AppResult<bool> {
    let others: i64 = account_roles::table
        .inner_join(accounts::table)
        .filter(account_roles::role.eq(Role::Admin.as_str()))
        .filter(account_roles::account_id.ne(account))
        .filter(accounts::disabled_at.is_null())
        .filter(
            accounts::password_hash
                .is_not_null()
                .or(accounts::oidc_subject.is_not_null()),
        )
        .count()
        .get_result(conn)?;
    Ok(others == 0)
}

/// Takes up what a link offers: a name and a password. For the first admin it makes the account, unless there is an
/// admin meanwhile. Nothing when the link was used up.
pub fn accept<A: OnAccounts>(
    tx: &mut Tx<A>,
    link_hash: &str,
    name: &str,
    email: &str,
    hash: &str,
) -> AppResult<bool> {
    let Some(link) = links::spend(tx, link_hash)? else {
        return Ok(false);
    };
    let account = match link.account {
        Some(account) => {
            rename(tx, &account, name)?;
            account
        }
        None if super::accounts::has_admin(tx.conn)? => return Err(AppError::Gone),
        None => {
            let admin = [Role::Admin].into_iter().collect();
            super::accounts::create(tx, email, name, &admin)?
        }
    };
    new_password(tx, &account, hash)?;
    Ok(true)
}
