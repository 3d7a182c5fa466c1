//! Who is still to be told what; and that nobody is told anything twice.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::subscriptions::Row;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::outbox;
use crate::base::schema::{notices, subscriptions};
use crate::consultation::Consultation;
use crate::notice::SendNotices;
use crate::notice::model::{BETWEEN_MAILS, Pace, Subscription};

/// Whether anybody follows anything with that pace: so that a quiet town asks nothing more.
pub fn is_anybody_there(conn: &mut Conn) -> AppResult<bool> {
    let anybody: Option<Id<Subscription>> = subscriptions::table
        // Said so that the index is used.
        .filter(subscriptions::confirmed_at.gt(DateTime::UNIX_EPOCH.naive_utc()))
        .select(subscriptions::id)
        .first(conn)
        .optional()?;
    Ok(anybody.is_some())
}

/// Who had confirmed before something happened and has not been told of it, in a lasting order. Whoever got a mail a
/// moment ago is left for later, so that nobody gets a handful at once.
pub fn untold(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    pace: Pace,
    (occasion, at): (&str, DateTime<Utc>),
    now: DateTime<Utc>,
) -> AppResult<Vec<Subscription>> {
    let told = notices::table
        .filter(notices::subscription_id.eq(subscriptions::id))
        .filter(notices::occasion.eq(occasion));
    let rested = subscriptions::mailed_at
        .is_null()
        .or(subscriptions::mailed_at.le((now - BETWEEN_MAILS).naive_utc()));
    let rows: Vec<Row> = subscriptions::table
        .filter(subscriptions::consultation_id.eq(consultation))
        .filter(subscriptions::pace.eq(pace.as_str()))
        .filter(subscriptions::confirmed_at.lt(at.naive_utc()))
        .filter(rested)
        .filter(diesel::dsl::not(exists(told)))
        .order(subscriptions::id)
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A mail to one subscription, and the occasions it tells.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Whom it is for.
    pub to: Id<Subscription>,
    /// What it tells.
    pub occasions: Vec<String>,
    /// The mail.
    pub mail: Mail,
}

/// Lays notices into the outbox and notes what was told. A subscription that has ended meanwhile, or that another process
/// has told something of it already, is left out: the next round looks again. Gives how many went out.
pub fn tell(tx: &mut Tx<SendNotices>, notices: &[Notice]) -> AppResult<usize> {
    let mut sent = 0;
    for notice in notices {
        sent += usize::from(tell_one(tx, notice)?);
    }
    Ok(sent)
}

fn tell_one(tx: &mut Tx<SendNotices>, notice: &Notice) -> AppResult<bool> {
    let told: i64 = notices::table
        .filter(notices::subscription_id.eq(&notice.to))
        .filter(notices::occasion.eq_any(&notice.occasions))
        .count()
        .get_result(tx.conn)?;
    if told > 0 {
        return Ok(false);
    }
    let there = diesel::update(
        subscriptions::table
            .find(&notice.to)
            .filter(subscriptions::confirmed_at.is_not_null()),
    )
    .set(subscriptions::mailed_at.eq(tx.now.naive_utc()))
    .execute(tx.conn)?;
    if there == 0 {
        return Ok(false);
    }
    for occasion in &notice.occasions {
        diesel::insert_into(notices::table)
            .values((
                notices::subscription_id.eq(&notice.to),
                notices::occasion.eq(occasion),
                notices::told_at.eq(tx.now.naive_utc()),
            ))
            .execute(tx.conn)?;
    }
    outbox::put(tx.conn, tx.now, &notice.mail)?;
    Ok(true)
}
