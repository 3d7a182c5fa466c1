//! Accounts and their roles.

use diesel::prelude::*;
use serde_json::json;

use crate::account::{Account, OnAccounts, Permission, Role, Roles, Staff, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{account_roles, accounts};

/// The roles of an account.
pub fn roles_of(conn: &mut Conn, account: &Id<Account>) -> AppResult<Roles> {
    let names: Vec<String> = account_roles::table
        .filter(account_roles::account_id.eq(account))
        .select(account_roles::role)
        .load(conn)?;
    Ok(names.iter().filter_map(|name| Role::parse(name)).collect())
}

/// Somebody who may still come in; none when the account was disabled or is not there.
pub fn staff(conn: &mut Conn, account: &Id<Account>) -> AppResult<Option<Staff>> {
    let name: Option<String> = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select(accounts::name)
        .first(conn)
        .optional()?;
    let Some(name) = name else { return Ok(None) };
    Ok(Some(Staff {
        id: account.clone(),
        name,
        roles: roles_of(conn, account)?,
    }))
}

/// What signing in needs to know about an account.
#[derive(Clone, Debug)]
pub struct Login {
    /// The account.
    pub id: Id<Account>,
    /// Its address.
    pub email: String,
    /// Its password as it is kept; none before its owner has chosen one.
    pub password_hash: Option<String>,
    /// Whether a second factor is set up.
    pub has_factor: bool,
    /// Whether the account is in use and has a role that opens anything.
    pub may_enter: bool,
}

/// The account of an address in small letters.
pub fn login(conn: &mut Conn, email: &str) -> AppResult<Option<Login>> {
    let row: Option<(Id<Account>, Option<String>, bool)> = accounts::table
        .filter(accounts::email.eq(email))
        .select((
            accounts::id,
            accounts::password_hash,
            accounts::factor_seed.is_not_null(),
        ))
        .first(conn)
        .optional()?;
    let Some((id, password_hash, has_factor)) = row else {
        return Ok(None);
    };
    let staff = staff(conn, &id)?;
    Ok(Some(Login {
        id,
        email: email.to_owned(),
        password_hash,
        has_factor,
        may_enter: staff.is_some_and(|staff| staff.roles.have(Permission::Desk)),
    }))
}

/// Keeps a new password, given as [`crate::account::model::password::hash`] makes it.
pub fn set_password<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    hash: &str,
) -> AppResult<()> {
    diesel::update(accounts::table.find(account))
        .set(accounts::password_hash.eq(hash))
        .execute(tx.conn)?;
    Ok(())
}

/// Whether anybody can administer this installation.
pub fn has_admin(conn: &mut Conn) -> AppResult<bool> {
    let admins: i64 = account_roles::table
        .inner_join(accounts::table)
        .filter(account_roles::role.eq(Role::Admin.as_str()))
        .filter(accounts::disabled_at.is_null())
        .count()
        .get_result(conn)?;
    Ok(admins > 0)
}

/// Makes an account with its roles; how its owner comes in is decided elsewhere (invitation, provider).
pub fn create<A: OnAccounts>(
    tx: &mut Tx<A>,
    email: &str,
    name: &str,
    roles: &Roles,
) -> AppResult<Id<Account>> {
    let id = Id::<Account>::at(tx.now);
    let author = tx.author();
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(&id),
            accounts::email.eq(email),
            accounts::name.eq(name),
            accounts::created_at.eq(tx.now.naive_utc()),
            accounts::created_by.eq(&author),
        ))
        .execute(tx.conn)?;
    for role in roles.iter() {
        diesel::insert_into(account_roles::table)
            .values((
                account_roles::account_id.eq(&id),
                account_roles::role.eq(role.as_str()),
                account_roles::granted_at.eq(tx.now.naive_utc()),
                account_roles::granted_by.eq(&author),
            ))
            .execute(tx.conn)?;
    }
    tx.journal(
        &format!("account:{id}"),
        &json!({ "created": roles.iter().map(Role::as_str).collect::<Vec<_>>() }),
    )?;
    Ok(id)
}
