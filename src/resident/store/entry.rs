//! Coming in, staying in, going out; and the new address that counts once it is confirmed.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::links::{opened, use_up};
use super::{Row, make, readdress};
use crate::account::model::{Lifetime, Secret};
use crate::account::{Resident, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::mail::Address;
use crate::base::schema::{resident_accounts as accounts, resident_sessions as sessions};
use crate::base::secret::Secrets;
use crate::notice::model::Subscription;
use crate::notice::store::reader;
use crate::resident::model::OwnAccount;
use crate::resident::{ComeIn, OnResidents};

/// How the secret of a session stands in its row.
pub fn session_hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "resident session")
}

/// Uses a link up and begins a session; the first time it makes the account. Gives the account, if the link opens one.
pub fn enter(
    tx: &mut Tx<ComeIn>,
    link: &str,
    session: &str,
    today: NaiveDate,
) -> AppResult<Option<OwnAccount>> {
    let open = opened(tx.conn, link, tx.now)?.filter(|open| open.resident.is_none());
    let Some(open) = open else {
        return Ok(None);
    };
    if !use_up(tx, link)? {
        return Ok(None);
    }
    let account = match open.account {
        Some(account) => account,
        None => make(tx, (&open.address, &open.hash), open.lang, today)?,
    };
    begin(tx, session, &account.id, today)?;
    Ok(Some(account))
}

/// Begins a session of somebody who has proved her address.
pub fn begin(
    tx: &mut Tx<ComeIn>,
    session: &str,
    resident: &Id<Resident>,
    today: NaiveDate,
) -> AppResult<()> {
    diesel::update(accounts::table.find(resident))
        .set(accounts::seen_on.eq(today))
        .execute(tx.conn)?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::secret_hash.eq(session),
            sessions::resident_id.eq(resident),
            sessions::started_at.eq(tx.now.naive_utc()),
            sessions::seen_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What came of confirming a new address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It counts from now on; with the address before.
    Fine(String),
    /// Another account has it.
    Taken,
    /// The link was used, is too old, or never was.
    Gone,
}

/// Gives an account the address that its link went to; the mails about consultations go there too.
pub fn confirm_address(
    tx: &mut Tx<ComeIn>,
    link: &str,
    url_of: impl Fn(&Id<Subscription>) -> String,
) -> AppResult<Moved> {
    let Some(open) = opened(tx.conn, link, tx.now)? else {
        return Ok(Moved::Gone);
    };
    let (Some(resident), Some(address)) = (open.resident, Address::parse(&open.address)) else {
        return Ok(Moved::Gone);
    };
    let before: Option<Row> = accounts::table
        .find(&resident)
        .select(Row::as_select())
        .first(tx.conn)
        .optional()?;
    let Some(before) = before.map(OwnAccount::from) else {
        return Ok(Moved::Gone);
    };
    if open.account.is_some_and(|other| other.id != resident) {
        return Ok(Moved::Taken);
    }
    if !use_up(tx, link)? {
        return Ok(Moved::Gone);
    }
    readdress(tx, &resident, &address, &open.hash)?;
    if before.hash != open.hash {
        reader::move_to(tx, &before.hash, (&address, &open.hash), url_of)?;
    }
    Ok(Moved::Fine(before.address))
}

/// Somebody who is signed in now.
pub struct Present {
    /// Whose account.
    pub account: OwnAccount,
    /// Whether this request should be noted; once in some minutes is enough.
    pub wants_note: bool,
}

/// Whom a session lets in now.
pub fn present(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Option<Present>> {
    let row: Option<(Row, NaiveDateTime, NaiveDateTime)> = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::secret_hash.eq(hash))
        .select((Row::as_select(), sessions::started_at, sessions::seen_at))
        .first(conn)
        .optional()?;
    Ok(row.and_then(|(row, started, seen)| {
        let (started, seen) = (started.and_utc(), seen.and_utc());
        Lifetime::BY_LINK
            .holds(started, seen, now)
            .then(|| Present {
                account: row.into(),
                wants_note: now - seen >= TimeDelta::minutes(5),
            })
    }))
}

/// Notes that a session is in use.
pub fn note(tx: &mut Tx<ComeIn>, hash: &str) -> AppResult<()> {
    diesel::update(sessions::table.find(hash))
        .set(sessions::seen_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends a session.
pub fn end<A: OnResidents>(tx: &mut Tx<A>, hash: &str) -> AppResult<()> {
    diesel::delete(sessions::table.find(hash)).execute(tx.conn)?;
    Ok(())
}
