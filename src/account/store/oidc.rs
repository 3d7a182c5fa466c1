//! Accounts of people whom the provider vouches for. Their roles are what their groups bring, no more and no less, anew
//! at each sign-in.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{accounts as rows, links, sessions};
use crate::account::model::Stage;
use crate::account::oidc::Person;
use crate::account::{Account, ManageAccounts, OnAccounts, Role, Roles, SignIn, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::{Id, base32, random};
use crate::base::mail::Address;
use crate::base::schema::{account_links, account_roles, accounts};

/// Purpose of a link that lets the provider take an account over.
const CONNECTION: &str = "provider";

/// How it ended for somebody who came back from the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Signed in.
    In,
    /// None of her groups brings a role.
    NoRole,
    /// An admin has closed her account here.
    Disabled,
    /// Her address belongs to an account with a password, which is not given to anybody silently.
    AddressTaken,
    /// The provider did not say that her address is hers.
    AddressMissing,
}

/// Lets somebody in: finds or makes her account, gives it the roles of her groups, begins her session.
pub fn enter(tx: &mut Tx<SignIn>, person: &Person, session: &str) -> AppResult<Entry> {
    let known: Option<(Id<Account>, bool)> = accounts::table
        .filter(accounts::oidc_subject.eq(&person.subject))
        .select((accounts::id, accounts::disabled_at.is_not_null()))
        .first(tx.conn)
        .optional()?;
    let account = match known {
        Some((_, true)) => return Ok(Entry::Disabled),
        Some((account, false)) => account,
        None if person.roles.is_empty() => return Ok(Entry::NoRole),
        None => match make(tx, person)? {
            Ok(account) => account,
            Err(entry) => return Ok(entry),
        },
    };
    if !person.name.is_empty() {
        diesel::update(accounts::table.find(&account))
            .set(accounts::name.eq(shortened(&person.name)))
            .execute(tx.conn)?;
    }
    if follow_groups(tx, &account, &person.roles)?.is_empty() {
        return Ok(Entry::NoRole);
    }
    sessions::begin(tx, session, &account, Stage::Full)?;
    Ok(Entry::In)
}

/// Makes an account for somebody who comes for the first time.
fn make(tx: &mut Tx<SignIn>, person: &Person) -> AppResult<Result<Id<Account>, Entry>> {
    let address = person.email.as_deref().and_then(Address::parse);
    let Some(address) = address.map(|address| address.as_str().to_lowercase()) else {
        return Ok(Err(Entry::AddressMissing));
    };
    let taken: Option<(Id<Account>, bool)> = accounts::table
        .filter(accounts::email.eq(&address))
        .select((accounts::id, accounts::disabled_at.is_not_null()))
        .first(tx.conn)
        .optional()?;
    match taken {
        Some((_, true)) => return Ok(Err(Entry::Disabled)),
        Some((account, false)) if use_connection(tx, &account)? => {
            bind(tx, &account, &person.subject)?;
            tx.journal(
                &format!("account:{account}"),
                &json!({ "connected": "provider" }),
            )?;
            return Ok(Ok(account));
        }
        Some(_) => return Ok(Err(Entry::AddressTaken)),
        None => {}
    }
    let name = if person.name.is_empty() {
        &address
    } else {
        &person.name
    };
    let account = rows::create(tx, &address, &shortened(name), &person.roles)?;
    bind(tx, &account, &person.subject)?;
    Ok(Ok(account))
}

/// From now on the provider vouches for the account; no password, no open link and no session from before opens it any more.
fn bind(tx: &mut Tx<SignIn>, account: &Id<Account>, subject: &str) -> AppResult<()> {
    links::void(tx, Some(account))?;
    sessions::end_all(tx, account, None)?;
    diesel::update(accounts::table.find(account))
        .set((
            accounts::oidc_subject.eq(subject),
            accounts::password_hash.eq(None::<String>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// An admin lets an account with a password go over to the provider: whoever signs in there with its address within seven
/// days gets it, once. What was allowed before no longer counts; her links stay, until she has come.
pub fn connect(tx: &mut Tx<ManageAccounts>, account: &Id<Account>) -> AppResult<()> {
    use_connection(tx, account)?;
    // No secret leaves the house: the provider is the proof.
    let name = base32(&random::<16>());
    diesel::insert_into(account_links::table)
        .values((
            account_links::secret_hash.eq(name),
            account_links::account_id.eq(account),
            account_links::purpose.eq(CONNECTION),
            account_links::made_at.eq(tx.now.naive_utc()),
            account_links::made_by.eq(tx.author()),
            account_links::expires_at.eq((tx.now + TimeDelta::days(7)).naive_utc()),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("account:{account}"),
        &json!({ "may_connect": "provider" }),
    )
}

/// Takes back what [`connect`] allowed. Nothing happens when nothing was allowed.
pub fn disconnect(tx: &mut Tx<ManageAccounts>, account: &Id<Account>) -> AppResult<()> {
    if !use_connection(tx, account)? {
        return Ok(());
    }
    tx.journal(
        &format!("account:{account}"),
        &json!({ "may_connect": false }),
    )
}

/// Until when the account may go over to the provider; nothing when that is not allowed.
pub fn connects_until(
    conn: &mut Conn,
    account: &Id<Account>,
    now: DateTime<Utc>,
) -> AppResult<Option<DateTime<Utc>>> {
    let until: Option<NaiveDateTime> = account_links::table
        .filter(account_links::account_id.eq(account))
        .filter(account_links::purpose.eq(CONNECTION))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(now.naive_utc()))
        .select(diesel::dsl::max(account_links::expires_at))
        .first(conn)?;
    Ok(until.map(|until| until.and_utc()))
}

/// Uses up what [`connect`] allowed; false when nothing was allowed.
fn use_connection<A: OnAccounts>(tx: &mut Tx<A>, account: &Id<Account>) -> AppResult<bool> {
    let open = account_links::table
        .filter(account_links::account_id.eq(account))
        .filter(account_links::purpose.eq(CONNECTION))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(tx.now.naive_utc()));
    let used = diesel::update(open)
        .set(account_links::used_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(used > 0)
}

/// Gives the account exactly these roles, and says which it has now. Only the last admin stays one, whatever the
/// groups say: otherwise nobody could ever mend it.
fn follow_groups(tx: &mut Tx<SignIn>, account: &Id<Account>, roles: &Roles) -> AppResult<Roles> {
    let before = rows::roles_of(tx.conn, account)?;
    let mut now: Roles = roles.iter().collect();
    let loses_admin = before.contains(Role::Admin) && !now.contains(Role::Admin);
    let stays = loses_admin && !other_admin(tx, account)?;
    if stays {
        now = now.iter().chain([Role::Admin]).collect();
    }
    if now == before {
        return Ok(now);
    }
    let of_account = account_roles::table.filter(account_roles::account_id.eq(account));
    for role in before.iter().filter(|role| !now.contains(*role)) {
        diesel::delete(of_account.filter(account_roles::role.eq(role.as_str())))
            .execute(tx.conn)?;
    }
    for role in now.iter().filter(|role| !before.contains(*role)) {
        diesel::insert_into(account_roles::table)
            .values((
                account_roles::account_id.eq(account),
                account_roles::role.eq(role.as_str()),
                account_roles::granted_at.eq(tx.now.naive_utc()),
                account_roles::granted_by.eq("provider"),
            ))
            .execute(tx.conn)?;
    }
    // Whoever is signed in elsewhere with the old roles signs in again.
    sessions::end_all(tx, account, None)?;
    let names = |roles: &Roles| roles.iter().map(Role::as_str).collect::<Vec<_>>();
    tx.journal(
        &format!("account:{account}"),
        &json!({
            "roles_before": names(&before),
            "roles": names(&now),
            "by": "provider",
            "kept_last_admin": stays,
        }),
    )?;
    Ok(now)
}

fn other_admin(tx: &mut Tx<SignIn>, but: &Id<Account>) -> AppResult<bool> {
    let others: i64 = account_roles::table
        .inner_join(accounts::table)
        .filter(account_roles::role.eq(Role::Admin.as_str()))
        .filter(account_roles::account_id.ne(but))
        .filter(accounts::disabled_at.is_null())
        .count()
        .get_result(tx.conn)?;
    Ok(others > 0)
}

/// A name as long as forms allow it.
fn shortened(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
    plain.trim().to_owned()
}
