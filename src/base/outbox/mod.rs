//! Mails that wait. A mail is a row, written in the transaction of the act that causes it: no act without its mail and no
//! mail without its act. The [`Postman`] carries them out afterwards, each at most once at a time.
//!
//! When a mail server breaks off after it has taken a mail but before it has said so, nobody can know whether the mail
//! arrived. It is sent again then, under the same Message-ID, by which mail servers recognise it.

mod budget;
mod postman;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::dsl::min;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::schema::outbox;

pub(in crate::base) use budget::COUNTED;
pub use budget::{Allowance, Given};
pub use postman::{Postman, Round};

/// How long to wait after each try, in minutes. After the last one the mail is given up.
const WAITS: [i64; 5] = [1, 5, 30, 2 * 60, 12 * 60];

/// Lays a mail into the outbox, in the caller's transaction. It leaves within seconds after the commit.
pub fn put(conn: &mut Conn, now: DateTime<Utc>, mail: &Mail) -> AppResult<()> {
    lay(conn, now, mail).map(|_| ())
}

/// The same for whoever wants to say later what became of it: under which name it lies there.
pub fn lay(conn: &mut Conn, now: DateTime<Utc>, mail: &Mail) -> AppResult<Id<Mail>> {
    insert(conn, now, mail, false)
}

/// Takes mails back that have not left and are about something that goes.
pub fn forget_about(conn: &mut Conn, about: &str) -> AppResult<()> {
    let waiting = outbox::table
        .filter(outbox::about.eq(about))
        .filter(outbox::sent_at.is_null());
    diesel::delete(waiting).execute(conn)?;
    Ok(())
}

/// Takes mails back that have not left and go to an address whose owner wants none any more.
pub fn forget_waiting(conn: &mut Conn, address: &str) -> AppResult<()> {
    let waiting = outbox::table
        .filter(outbox::recipient.eq(address))
        .filter(outbox::sent_at.is_null());
    diesel::delete(waiting).execute(conn)?;
    Ok(())
}

fn insert(
    conn: &mut Conn,
    now: DateTime<Utc>,
    mail: &Mail,
    is_awaited: bool,
) -> AppResult<Id<Mail>> {
    let id = Id::<Mail>::at(now);
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(&id),
            outbox::kind.eq(mail.kind),
            outbox::recipient.eq(mail.recipient.as_str()),
            outbox::subject.eq(&mail.subject),
            outbox::body.eq(&mail.body),
            outbox::created_at.eq(now.naive_utc()),
            outbox::due_at.eq(now.naive_utc()),
            outbox::attempts.eq(0),
            outbox::unsubscribe_url.eq(&mail.unsubscribe_url),
            outbox::about.eq(&mail.about),
            outbox::is_awaited.eq(is_awaited),
        ))
        .execute(conn)?;
    Ok(id)
}

/// What an admin should know about the outbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stuck {
    /// Mails that were tried at least once and wait for the next try.
    pub waiting: i64,
    /// Mails that were given up within the last thirty days; older ones are gone.
    pub given_up: i64,
}

/// The mails that did not leave as they should.
pub fn stuck(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<Stuck> {
    let month = (now - TimeDelta::days(30)).naive_utc();
    let unsent = outbox::table.filter(outbox::sent_at.is_null());
    Ok(Stuck {
        waiting: unsent
            .filter(outbox::given_up_at.is_null())
            .filter(outbox::attempts.gt(0))
            .count()
            .get_result(conn)?,
        given_up: unsent
            .filter(outbox::given_up_at.gt(month))
            .count()
            .get_result(conn)?,
    })
}

/// How many mails are still in the outbox, for monitoring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Mails that nobody has tried to send yet.
    pub waiting: i64,
    /// Mails that were tried and wait for the next try.
    pub retrying: i64,
    /// Mails that were given up.
    pub given_up: i64,
    /// When the oldest of those that are still to leave was written.
    pub oldest: Option<DateTime<Utc>>,
}

/// How many mails are still in the outbox.
pub fn queue(conn: &mut Conn) -> AppResult<Queue> {
    let unsent = outbox::table.filter(outbox::sent_at.is_null());
    let open = unsent.filter(outbox::given_up_at.is_null());
    let oldest: Option<NaiveDateTime> = open.select(min(outbox::created_at)).first(conn)?;
    Ok(Queue {
        waiting: open
            .filter(outbox::attempts.eq(0))
            .count()
            .get_result(conn)?,
        retrying: open
            .filter(outbox::attempts.gt(0))
            .count()
            .get_result(conn)?,
        given_up: unsent
            .filter(outbox::given_up_at.is_not_null())
            .count()
            .get_result(conn)?,
        oldest: oldest.map(|at| at.and_utc()),
    })
}

/// How long to wait after the try of this number, counted from 1; nothing after the last.
pub(super) fn wait_after(attempt: i32) -> Option<TimeDelta> {
    let at = usize::try_from(attempt).ok()?.checked_sub(1)?;
    WAITS.get(at).map(|minutes| TimeDelta::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_tried_six_times_within_fifteen_hours() {
        let minutes = |attempt| wait_after(attempt).map(|wait| wait.num_minutes());
        assert_eq!(minutes(1), Some(1));
        assert_eq!(minutes(5), Some(720));
        assert_eq!(minutes(6), None);
        assert_eq!(minutes(0), None);
    }
}
