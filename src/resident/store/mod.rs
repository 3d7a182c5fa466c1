//! Rows of residents' accounts.

pub mod codes;
pub mod entry;
pub mod links;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;

use super::model::{LINK_KEPT, OwnAccount};
use super::{ComeIn, KeepAccount};
use crate::account::model::Lifetime;
use crate::account::{Resident, Tx};
use crate::base::db::Conn;
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Address;
use crate::base::outbox;
use crate::base::schema::{
    resident_accounts as accounts, resident_codes, resident_links, resident_sessions as sessions,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = crate::base::schema::resident_accounts)]
pub(super) struct Row {
    id: Id<Resident>,
    address: String,
    address_hash: String,
    lang: String,
    made_on: NaiveDate,
    seen_on: NaiveDate,
}

impl From<Row> for OwnAccount {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            address: row.address,
            hash: row.address_hash,
            lang: Lang::of_code(&row.lang).unwrap_or(Lang::De),
            made_on: row.made_on,
            seen_on: row.seen_on,
        }
    }
}

/// The account of an address, if it has one.
pub fn of_address(conn: &mut Conn, hash: &str) -> AppResult<Option<OwnAccount>> {
    let row: Option<Row> = accounts::table
        .filter(accounts::address_hash.eq(hash))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(Into::into))
}

/// All accounts.
pub fn all(conn: &mut Conn) -> AppResult<Vec<OwnAccount>> {
    let rows: Vec<Row> = accounts::table
        .order(accounts::id)
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Makes the account of an address that somebody has confirmed.
pub fn make(
    tx: &mut Tx<ComeIn>,
    (address, hash): (&str, &str),
    lang: Lang,
    today: NaiveDate,
) -> AppResult<OwnAccount> {
    let account = OwnAccount {
        id: Id::random(),
        address: address.to_owned(),
        hash: hash.to_owned(),
        lang,
        made_on: today,
        seen_on: today,
    };
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(&account.id),
            accounts::address.eq(&account.address),
            accounts::address_hash.eq(&account.hash),
            accounts::lang.eq(lang.code()),
            accounts::made_on.eq(today),
            accounts::seen_on.eq(today),
        ))
        .execute(tx.conn)?;
    Ok(account)
}

/// Lets mails come in another language.
pub fn speak(tx: &mut Tx<KeepAccount>, resident: &Id<Resident>, lang: Lang) -> AppResult<()> {
    diesel::update(accounts::table.find(resident))
        .set(accounts::lang.eq(lang.code()))
        .execute(tx.conn)?;
    Ok(())
}

/// Gives an account another address, which its reader has confirmed.
pub(super) fn readdress(
    tx: &mut Tx<ComeIn>,
    resident: &Id<Resident>,
    address: &Address,
    hash: &str,
) -> AppResult<()> {
    diesel::update(accounts::table.find(resident))
        .set((
            accounts::address.eq(address.as_str()),
            accounts::address_hash.eq(hash),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Erases an account with everything in it: codes, links to its address, sessions. Gives whether it was there.
pub fn erase(tx: &mut Tx<KeepAccount>, account: &OwnAccount) -> AppResult<bool> {
    let own = &account.id;
    diesel::delete(sessions::table.filter(sessions::resident_id.eq(own))).execute(tx.conn)?;
    diesel::delete(resident_codes::table.filter(resident_codes::resident_id.eq(own)))
        .execute(tx.conn)?;
    diesel::delete(resident_links::table.filter(resident_links::resident_id.eq(own)))
        .execute(tx.conn)?;
    diesel::delete(resident_links::table.filter(resident_links::address_hash.eq(&account.hash)))
        .execute(tx.conn)?;
    erasure::note(tx.conn, tx.now, erasure::Kind::Resident, own.as_str())?;
    outbox::forget_waiting(tx.conn, &account.address)?;
    let gone = diesel::delete(accounts::table.find(own)).execute(tx.conn)?;
    Ok(gone > 0)
}

/// Whether there are links or sessions that are over: so that a quiet town writes nothing.
pub fn is_anything_over(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<bool> {
    let links: i64 = resident_links::table
        .filter(resident_links::made_at.le((now - LINK_KEPT).naive_utc()))
        .count()
        .get_result(conn)?;
    let idle: i64 = sessions::table
        .filter(sessions::seen_at.le((now - Lifetime::BY_LINK.idle).naive_utc()))
        .count()
        .get_result(conn)?;
    let long: i64 = sessions::table
        .filter(sessions::started_at.le((now - Lifetime::BY_LINK.absolute).naive_utc()))
        .count()
        .get_result(conn)?;
    Ok(links + idle + long > 0)
}

/// Forgets links and sessions that are over, and with them addresses that nobody has confirmed.
pub fn forget_over(tx: &mut Tx<ComeIn>) -> AppResult<()> {
    let now = tx.now;
    let before = |time: TimeDelta| (now - time).naive_utc();
    let (kept, idle, absolute) = (
        before(LINK_KEPT),
        before(Lifetime::BY_LINK.idle),
        before(Lifetime::BY_LINK.absolute),
    );
    diesel::delete(resident_links::table.filter(resident_links::made_at.le(kept)))
        .execute(tx.conn)?;
    diesel::delete(sessions::table.filter(sessions::seen_at.le(idle))).execute(tx.conn)?;
    diesel::delete(sessions::table.filter(sessions::started_at.le(absolute))).execute(tx.conn)?;
    Ok(())
}
