//! The subscriptions of one reader, whose address is known to be hers: she sees them together, and they follow her.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::subscriptions::{Row, begin, end, of_address};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Address;
use crate::base::schema::subscriptions;
use crate::consultation::Consultation;
use crate::notice::OnSubscriptions;
use crate::notice::model::{CONFIRM_WITHIN, NewSubscription, Subscription};

/// Every subscription of an address that still holds, confirmed or not.
pub fn all_of(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Vec<Subscription>> {
    let in_time = subscriptions::asked_at.gt((now - CONFIRM_WITHIN).naive_utc());
    let rows: Vec<Row> = subscriptions::table
        .filter(subscriptions::address_hash.eq(hash))
        .filter(subscriptions::confirmed_at.is_not_null().or(in_time))
        .order(subscriptions::consultation_id.desc())
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Lets mails go to an address that was confirmed elsewhere: no further mail asks for it. One that waits is confirmed by it.
pub fn follow<A: OnSubscriptions>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    hash: &str,
    new: &NewSubscription,
) -> AppResult<()> {
    let id = match of_address(tx.conn, consultation, hash)? {
        Some(known) if known.confirmed_at.is_some() => return Ok(()),
        Some(waiting) => waiting.id,
        None => {
            let id = Id::random();
            begin(tx, consultation, &id, hash, new)?;
            id
        }
    };
    diesel::update(subscriptions::table.find(&id))
        .set(subscriptions::confirmed_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends every subscription of an address. `url_of`: where the mails about one say that it is ended.
pub fn end_all<A: OnSubscriptions>(
    tx: &mut Tx<A>,
    hash: &str,
    url_of: impl Fn(&Id<Subscription>) -> String,
) -> AppResult<()> {
    let ids: Vec<Id<Subscription>> = subscriptions::table
        .filter(subscriptions::address_hash.eq(hash))
        .select(subscriptions::id)
        .load(tx.conn)?;
    for id in ids {
        let url = url_of(&id);
        end(tx, &id, &url)?;
    }
    Ok(())
}

/// Lets all mails of an address come in another language.
pub fn speak<A: OnSubscriptions>(tx: &mut Tx<A>, hash: &str, lang: Lang) -> AppResult<()> {
    diesel::update(subscriptions::table.filter(subscriptions::address_hash.eq(hash)))
        .set(subscriptions::lang.eq(lang.code()))
        .execute(tx.conn)?;
    Ok(())
}

/// Lets all mails of an address go to another one of hers. What the other one follows already, it follows once.
pub fn move_to<A: OnSubscriptions>(
    tx: &mut Tx<A>,
    hash: &str,
    (address, new_hash): (&Address, &str),
    url_of: impl Fn(&Id<Subscription>) -> String,
) -> AppResult<()> {
    let own = |hash: &str| {
        subscriptions::table
            .filter(subscriptions::address_hash.eq(hash.to_owned()))
            .select(Row::as_select())
    };
    let mine: Vec<Row> = own(hash).load(tx.conn)?;
    let there: Vec<Row> = own(new_hash).load(tx.conn)?;
    let mine: Vec<Subscription> = mine.into_iter().map(Into::into).collect();
    for other in there.into_iter().map(Subscription::from) {
        let Some(one) = mine.iter().find(|m| m.consultation == other.consultation) else {
            continue;
        };
        // What nobody has confirmed gives way.
        let gives_way = if one.confirmed_at.is_some() && other.confirmed_at.is_none() {
            &other.id
        } else {
            &one.id
        };
        let url = url_of(gives_way);
        end(tx, gives_way, &url)?;
    }
    diesel::update(subscriptions::table.filter(subscriptions::address_hash.eq(hash)))
        .set((
            subscriptions::address.eq(address.as_str()),
            subscriptions::address_hash.eq(new_hash),
        ))
        .execute(tx.conn)?;
    Ok(())
}
