//! Sessions: begun, kept alive, ended.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use crate::account::model::{Lifetime, Secret, Session, Stage};
use crate::account::{Account, OnAccounts, Staff, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::sessions;
use crate::base::secret::Secrets;

const PURPOSE: &str = "session";

/// The session a cookie opens, with its owner as she is now: roles taken a moment ago are gone, and whoever was
/// disabled is nobody.
pub fn find(conn: &mut Conn, hash: &str) -> AppResult<Option<(Session, Staff)>> {
    let row: Option<(Id<Account>, String, NaiveDateTime, NaiveDateTime)> = sessions::table
        .find(hash)
        .select((
            sessions::account_id,
            sessions::stage,
            sessions::started_at,
            sessions::seen_at,
        ))
        .first(conn)
        .optional()?;
    let Some((account, stage, started_at, seen_at)) = row else {
        return Ok(None);
    };
    let session = Session {
        stage: Stage::parse(&stage),
        started_at: started_at.and_utc(),
        seen_at: seen_at.and_utc(),
        account,
    };
    let staff = super::accounts::staff(conn, &session.account)?;
    Ok(staff.map(|staff| (session, staff)))
}

/// How a session's secret stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, PURPOSE)
}

/// Begins a session.
pub fn begin<A: OnAccounts>(
    tx: &mut Tx<A>,
    hash: &str,
    account: &Id<Account>,
    stage: Stage,
) -> AppResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::secret_hash.eq(hash),
            sessions::account_id.eq(account),
            sessions::stage.eq(stage.as_str()),
            sessions::started_at.eq(tx.now.naive_utc()),
            sessions::seen_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes in the journal that somebody came in.
pub fn note_arrival<A: OnAccounts>(tx: &mut Tx<A>, account: &Id<Account>) -> AppResult<()> {
    tx.journal(
        &format!("account:{account}"),
        &json!({ "session": "begun" }),
    )
}

/// Notes that a session is in use.
pub fn note<A: OnAccounts>(tx: &mut Tx<A>, hash: &str) -> AppResult<()> {
    diesel::update(sessions::table.find(hash))
        .set(sessions::seen_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}

/// Goes on under a new secret, one stage further: whoever knew the old one knows nothing.
pub fn renew<A: OnAccounts>(
    tx: &mut Tx<A>,
    old: &str,
    new: &str,
    account: &Id<Account>,
    stage: Stage,
) -> AppResult<()> {
    end(tx, old)?;
    begin(tx, new, account, stage)
}

/// Removes the sessions of an account that have ended by themselves.
pub fn sweep<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    lifetime: Lifetime,
) -> AppResult<()> {
    let oldest = (tx.now - lifetime.absolute).naive_utc();
    let unused = (tx.now - lifetime.idle).naive_utc();
    let over = sessions::started_at
        .le(oldest)
        .or(sessions::seen_at.le(unused));
    let own = sessions::table.filter(sessions::account_id.eq(account));
    diesel::delete(own.filter(over)).execute(tx.conn)?;
    Ok(())
}

/// The sessions of an account, the latest first, each with its row's name.
pub fn of_account(conn: &mut Conn, account: &Id<Account>) -> AppResult<Vec<(String, Session)>> {
    let rows: Vec<(String, String, NaiveDateTime, NaiveDateTime)> = sessions::table
        .filter(sessions::account_id.eq(account))
        .order(sessions::seen_at.desc())
        .select((
            sessions::secret_hash,
            sessions::stage,
            sessions::started_at,
            sessions::seen_at,
        ))
        .load(conn)?;
    let session =
        |(hash, stage, started_at, seen_at): (String, String, NaiveDateTime, NaiveDateTime)| {
            let session = Session {
                account: account.clone(),
                stage: Stage::parse(&stage),
                started_at: started_at.and_utc(),
                seen_at: seen_at.and_utc(),
            };
            (hash, session)
        };
    Ok(rows.into_iter().map(session).collect())
}

/// Ends one session.
pub fn end<A: OnAccounts>(tx: &mut Tx<A>, hash: &str) -> AppResult<()> {
    diesel::delete(sessions::table.find(hash)).execute(tx.conn)?;
    Ok(())
}

/// Ends all sessions of an account; with `but`, except that one.
pub fn end_all<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    but: Option<&str>,
) -> AppResult<usize> {
    let all = sessions::table.filter(sessions::account_id.eq(account));
    Ok(match but {
        Some(kept) => {
            diesel::delete(all.filter(sessions::secret_hash.ne(kept))).execute(tx.conn)?
        }
        None => diesel::delete(all).execute(tx.conn)?,
    })
}
