//! Rows of subscriptions: asked for, confirmed, changed, ended, forgotten.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Mail;
use crate::base::outbox::{Allowance, Given};
use crate::base::schema::{notices, outbox as mails, subscriptions};
use crate::consultation::Consultation;
use crate::notice::model::{CONFIRM_WITHIN, NewSubscription, Pace, Subscription};
use crate::notice::{OnSubscriptions, SendNotices, Subscribe};

/// How long it is kept what a subscription has been told. Nothing is news for so long.
const TOLD: TimeDelta = TimeDelta::days(60);

#[derive(Queryable, Selectable)]
#[diesel(table_name = subscriptions)]
pub(super) struct Row {
    id: Id<Subscription>,
    consultation_id: Id<Consultation>,
    address: String,
    lang: String,
    pace: String,
    confirmed_at: Option<NaiveDateTime>,
}

impl From<Row> for Subscription {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            consultation: row.consultation_id,
            address: row.address,
            lang: Lang::of_code(&row.lang).unwrap_or(Lang::De),
            pace: Pace::parse(&row.pace).unwrap_or(Pace::AtOnce),
            confirmed_at: row.confirmed_at.map(|at| at.and_utc()),
        }
    }
}

/// The subscription of an address, confirmed or not.
pub fn of_address(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    hash: &str,
) -> AppResult<Option<Subscription>> {
    let row: Option<Row> = subscriptions::table
        .filter(subscriptions::consultation_id.eq(consultation))
        .filter(subscriptions::address_hash.eq(hash))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(Into::into))
}

/// The subscription a link is about. One that was never confirmed in time is not there any more.
pub fn find(
    conn: &mut Conn,
    id: &Id<Subscription>,
    now: DateTime<Utc>,
) -> AppResult<Option<Subscription>> {
    let in_time = subscriptions::asked_at.gt((now - CONFIRM_WITHIN).naive_utc());
    let row: Option<Row> = subscriptions::table
        .find(id)
        .filter(subscriptions::confirmed_at.is_not_null().or(in_time))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(Into::into))
}

/// What came of asking for mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A mail goes out, or this address has had enough of them for now: nobody is told which.
    Fine,
    /// Too many people ask at once.
    Busy,
}

/// Keeps a wish and lays out the mail about it. `known` is the confirmed subscription the mail is about, when there is one
/// already; else a new one of that id begins to wait, and takes the place of one that waited before.
pub fn ask(
    tx: &mut Tx<Subscribe>,
    consultation: &Id<Consultation>,
    id: &Id<Subscription>,
    hash: &str,
    new: &NewSubscription,
    (mail, allowance): (&Mail, &Allowance),
) -> AppResult<Asked> {
    match allowance.look(tx.conn, tx.now, &new.address)? {
        Given::Busy => return Ok(Asked::Busy),
        Given::HadEnough => return Ok(Asked::Fine),
        Given::Laid => {}
    }
    match of_address(tx.conn, consultation, hash)? {
        Some(known) if known.confirmed_at.is_some() => {
            // Confirmed a moment ago, while this mail was written: it would be about the wrong one.
            if known.id != *id {
                return Ok(Asked::Fine);
            }
        }
        waiting => {
            if let Some(waiting) = waiting {
                diesel::delete(subscriptions::table.find(&waiting.id)).execute(tx.conn)?;
            }
            begin(tx, consultation, id, hash, new)?;
        }
    }
    allowance.put(tx.conn, tx.now, mail)?;
    Ok(Asked::Fine)
}

pub(super) fn begin<A: OnSubscriptions>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    id: &Id<Subscription>,
    hash: &str,
    new: &NewSubscription,
) -> AppResult<()> {
    diesel::insert_into(subscriptions::table)
        .values((
            subscriptions::id.eq(id),
            subscriptions::consultation_id.eq(consultation),
            subscriptions::address.eq(new.address.as_str()),
            subscriptions::address_hash.eq(hash),
            subscriptions::lang.eq(new.lang.code()),
            subscriptions::pace.eq(new.pace.as_str()),
            subscriptions::asked_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The reader says that the address is hers. Doing so again changes nothing; gives whether there is such a wish.
pub fn confirm(tx: &mut Tx<Subscribe>, id: &Id<Subscription>) -> AppResult<bool> {
    let Some(found) = find(tx.conn, id, tx.now)? else {
        return Ok(false);
    };
    if found.confirmed_at.is_none() {
        diesel::update(subscriptions::table.find(id))
            .set(subscriptions::confirmed_at.eq(tx.now.naive_utc()))
            .execute(tx.conn)?;
    }
    Ok(true)
}

/// Changes language and pace; gives whether there is such a subscription.
pub fn change(
    tx: &mut Tx<Subscribe>,
    id: &Id<Subscription>,
    lang: Lang,
    pace: Pace,
) -> AppResult<bool> {
    let changed = diesel::update(subscriptions::table.find(id))
        .set((
            subscriptions::lang.eq(lang.code()),
            subscriptions::pace.eq(pace.as_str()),
        ))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// Ends a subscription: its row with the address goes, and mails about it that have not left yet. `url` is the address in
/// those mails at which it is ended. Ending it again changes nothing.
pub fn end<A: OnSubscriptions>(tx: &mut Tx<A>, id: &Id<Subscription>, url: &str) -> AppResult<()> {
    diesel::delete(notices::table.filter(notices::subscription_id.eq(id))).execute(tx.conn)?;
    diesel::delete(subscriptions::table.find(id)).execute(tx.conn)?;
    erasure::note(tx.conn, tx.now, erasure::Kind::Subscription, id.as_str())?;
    let waiting = mails::table
        .filter(mails::sent_at.is_null())
        .filter(mails::unsubscribe_url.eq(url));
    diesel::delete(waiting).execute(tx.conn)?;
    Ok(())
}

/// How many people hear of a consultation by mail. Nobody sees who.
pub fn subscribers(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<i64> {
    Ok(subscriptions::table
        .filter(subscriptions::consultation_id.eq(consultation))
        .filter(subscriptions::confirmed_at.is_not_null())
        .count()
        .get_result(conn)?)
}

/// Whether there is anything to forget: so that a quiet town writes nothing.
pub fn is_anything_old(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<bool> {
    let before = |time: TimeDelta| (now - time).naive_utc();
    let requests: i64 = subscriptions::table
        .filter(subscriptions::confirmed_at.is_null())
        .filter(subscriptions::asked_at.le(before(CONFIRM_WITHIN)))
        .count()
        .get_result(conn)?;
    let told: i64 = notices::table
        .filter(notices::told_at.le(before(TOLD)))
        .count()
        .get_result(conn)?;
    Ok(requests + told > 0)
}

/// Forgets who never confirmed, and what somebody was told long ago.
pub fn forget_old(tx: &mut Tx<SendNotices>) -> AppResult<()> {
    let now = tx.now;
    let before = |time: TimeDelta| (now - time).naive_utc();
    let requests = subscriptions::table
        .filter(subscriptions::confirmed_at.is_null())
        .filter(subscriptions::asked_at.le(before(CONFIRM_WITHIN)));
    diesel::delete(requests).execute(tx.conn)?;
    diesel::delete(notices::table.filter(notices::told_at.le(before(TOLD)))).execute(tx.conn)?;
    Ok(())
}
