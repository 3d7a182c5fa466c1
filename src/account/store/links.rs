//! Links that work once; only a keyed hash of their secret is kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::account::model::{Purpose, Secret};
use crate::account::{Account, OnAccounts, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::account_links;
use crate::base::secret::Secrets;

/// A link that can still be used.
#[derive(Clone, Debug)]
pub struct Link {
    /// Whose it is; none for the first admin, whose account it makes.
    pub account: Option<Id<Account>>,
    /// What it is for.
    pub purpose: Purpose,
}

/// How a link's secret stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "link")
}

/// Makes a link. Older ones of the same account, or for the first admin, can no longer be used.
pub fn make<A: OnAccounts>(
    tx: &mut Tx<A>,
    hash: &str,
    account: Option<&Id<Account>>,
    purpose: Purpose,
) -> AppResult<()> {
    void(tx, account)?;
    diesel::insert_into(account_links::table)
        .values((
            account_links::secret_hash.eq(hash),
            account_links::account_id.eq(account),
            account_links::purpose.eq(purpose.as_str()),
            account_links::made_at.eq(tx.now.naive_utc()),
            account_links::made_by.eq(tx.author()),
            account_links::expires_at.eq((tx.now + purpose.lifetime()).naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends every open link of an account, or those for the first admin.
pub fn void<A: OnAccounts>(tx: &mut Tx<A>, account: Option<&Id<Account>>) -> AppResult<()> {
    let used = account_links::used_at.eq(tx.now.naive_utc());
    let open = account_links::table.filter(account_links::used_at.is_null());
    match account {
        Some(account) => diesel::update(open.filter(account_links::account_id.eq(account)))
            .set(used)
            .execute(tx.conn)?,
        None => diesel::update(open.filter(account_links::account_id.is_null()))
            .set(used)
            .execute(tx.conn)?,
    };
    Ok(())
}

/// What a link opens now; nothing when it was used, is too old, or never was.
pub fn find(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Option<Link>> {
    let row: Option<(Option<Id<Account>>, String)> = account_links::table
        .find(hash)
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(now.naive_utc()))
        .select((account_links::account_id, account_links::purpose))
        .first(conn)
        .optional()?;
    Ok(row.and_then(|(account, purpose)| {
        Some(Link {
            account,
            purpose: Purpose::parse(&purpose)?,
        })
    }))
}

/// Uses a link up. Of two who use it at once, one gets nothing.
pub fn spend<A: OnAccounts>(tx: &mut Tx<A>, hash: &str) -> AppResult<Option<Link>> {
    let found = find(tx.conn, hash, tx.now)?;
    let open = account_links::table
        .find(hash)
        .filter(account_links::used_at.is_null());
    let used = diesel::update(open)
        .set(account_links::used_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(found.filter(|_| used == 1))
}

/// Until when an account's invitation can still be taken up.
pub fn open_until(
    conn: &mut Conn,
    account: &Id<Account>,
    now: DateTime<Utc>,
) -> AppResult<Option<DateTime<Utc>>> {
    let until: Option<chrono::NaiveDateTime> = account_links::table
        .filter(account_links::account_id.eq(account))
        .filter(account_links::purpose.ne_all([Purpose::Reset.as_str(), "provider"]))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(now.naive_utc()))
        .select(diesel::dsl::max(account_links::expires_at))
        .first(conn)?;
    Ok(until.map(|until| until.and_utc()))
}
