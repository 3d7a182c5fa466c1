//! The narrow writing door of the postman, who is no request and has nobody's permission: it reaches the outbox and
//! nothing else.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    Selectable, SelectableHelper,
};

use super::Db;
use crate::base::error::AppResult;
use crate::base::mail::{Address, Mail};
use crate::base::outbox::{COUNTED, wait_after};
use crate::base::schema::{asked_mails, outbox};

/// How many mails one round takes up.
const AT_ONCE: i64 = 100;
/// How long the text of a mail that was given up is kept, in days from when it was written: as long as a link in it holds.
const TEXT_DAYS: i64 = 7;
/// How long a mail that was given up is kept at all, in days.
const ROW_DAYS: i64 = 30;
/// How much of what a mail server said is kept, in characters.
const ERROR_CHARS: usize = 300;

/// A mail that belongs to one postman until its next try is due.
pub struct Claimed {
    /// What kind of mail it is.
    pub kind: String,
    /// Which try this is, counted from 1.
    pub attempt: i32,
    /// Whether there is none after it.
    pub is_last: bool,
    /// When it was laid into the outbox.
    pub written: DateTime<Utc>,
    row: Row,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct Row {
    kind: String,
    recipient: String,
    subject: String,
    body: String,
    created_at: NaiveDateTime,
    attempts: i32,
    unsubscribe_url: Option<String>,
}

impl Claimed {
    /// The mail itself, checked once more.
    pub fn read(&self) -> AppResult<Mail> {
        let recipient = Address::parse(&self.row.recipient)
            .ok_or_else(|| anyhow::anyhow!("the row names no address"))?;
        let mail = Mail::new("outbox", recipient, &self.row.subject, &self.row.body)?;
        Ok(match &self.row.unsubscribe_url {
            Some(url) => mail.unsubscribed_at(url),
            None => mail,
        })
    }
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The next station has taken the mail.
    Sent,
    /// It will be tried again.
    Later(String),
    /// It was tried often enough. Its text stays a while: an admin may send it once more when the server works again.
    GivenUp(String),
    /// It was refused for good; there is no sense in trying again.
    Refused(String),
}

impl Db {
    /// The mails whose time has come: first those somebody waits for, of each kind the oldest first; at most so many.
    pub async fn due_mails(&self, now: DateTime<Utc>, most: usize) -> AppResult<Vec<String>> {
        let most = i64::try_from(most).unwrap_or(AT_ONCE).min(AT_ONCE);
        self.read(move |conn| {
            let due = || {
                outbox::table
                    .filter(outbox::sent_at.is_null())
                    .filter(outbox::given_up_at.is_null())
                    .filter(outbox::due_at.le(now.naive_utc()))
                    .order((outbox::due_at, outbox::id))
                    .select(outbox::id)
            };
            let awaited = outbox::is_awaited.eq(true);
            let mut ids: Vec<String> = due().filter(awaited).limit(most).load(conn)?;
            let left = most - i64::try_from(ids.len()).unwrap_or(most);
            if left > 0 {
                let others = outbox::is_awaited
                    .is_null()
                    .or(outbox::is_awaited.eq(false));
                ids.extend(due().filter(others).limit(left).load::<String>(conn)?);
            }
            Ok(ids)
        })
        .await
    }

    /// Takes a mail for one try: nobody else gets it before the next try is due, whatever becomes of this process.
    /// Nothing when somebody else was quicker.
    pub async fn claim_mail(&self, id: &str, now: DateTime<Utc>) -> AppResult<Option<Claimed>> {
        let id = id.to_owned();
        self.write_unseen(move |conn| {
            let due = outbox::table
                .filter(outbox::id.eq(&id))
                .filter(outbox::sent_at.is_null())
                .filter(outbox::given_up_at.is_null())
                .filter(outbox::due_at.le(now.naive_utc()));
            let row: Option<Row> = due.select(Row::as_select()).first(conn).optional()?;
            let Some(row) = row else { return Ok(None) };
            let attempt = row.attempts + 1;
            let wait = wait_after(attempt);
            // One more than the last: a process ended in the middle of the last try.
            let too_many = row.attempts > 0 && wait_after(row.attempts).is_none();
            if too_many {
                diesel::update(outbox::table.find(&id))
                    .set((
                        outbox::given_up_at.eq(now.naive_utc()),
                        outbox::body.eq(""),
                        outbox::last_error.eq("broken off during the last try"),
                    ))
                    .execute(conn)?;
                return Ok(None);
            }
            let next = now + wait.unwrap_or(chrono::TimeDelta::hours(1));
            diesel::update(outbox::table.find(&id))
                .set((
                    outbox::attempts.eq(attempt),
                    outbox::due_at.eq(next.naive_utc()),
                ))
                .execute(conn)?;
            Ok(Some(Claimed {
                kind: row.kind.clone(),
                attempt,
                is_last: wait.is_none(),
                written: row.created_at.and_utc(),
                row,
            }))
        })
        .await
    }

    /// Forgets what nobody needs any more of mails that did not leave: after seven days what stood in them, after thirty
    /// whom they did not reach. What counts no longer against anybody's allowance goes, too.
    pub async fn forget_mails(&self, now: DateTime<Utc>) -> AppResult<()> {
        self.write_unseen(move |conn| {
            let given_up = outbox::table
                .filter(outbox::sent_at.is_null())
                .filter(outbox::given_up_at.is_not_null());
            let before = |days| (now - chrono::TimeDelta::days(days)).naive_utc();
            diesel::update(given_up.filter(outbox::created_at.lt(before(TEXT_DAYS))))
                .set((
                    outbox::body.eq(""),
                    outbox::unsubscribe_url.eq(None::<String>),
                ))
                .execute(conn)?;
            diesel::delete(given_up.filter(outbox::given_up_at.lt(before(ROW_DAYS))))
                .execute(conn)?;
            let counted = asked_mails::asked_at.le((now - COUNTED).naive_utc());
            diesel::delete(asked_mails::table.filter(counted)).execute(conn)?;
            Ok(())
        })
        .await
    }

    /// Writes down what became of a try. Of a mail that has left, only its kind and its hours stay; of one that was given
    /// up, also whom it did not reach and, for some days, what stood in it.
    pub async fn settle_mail(
        &self,
        id: &str,
        now: DateTime<Utc>,
        outcome: Outcome,
    ) -> AppResult<()> {
        let id = id.to_owned();
        self.write_unseen(move |conn| {
            let row = diesel::update(outbox::table.find(&id));
            let at = now.naive_utc();
            let kept = |why: &str| why.chars().take(ERROR_CHARS).collect::<String>();
            match &outcome {
                Outcome::Sent => row
                    .set((
                        outbox::sent_at.eq(at),
                        outbox::recipient.eq(""),
                        outbox::subject.eq(""),
                        outbox::body.eq(""),
                        outbox::unsubscribe_url.eq(None::<String>),
                        outbox::about.eq(None::<String>),
                        outbox::last_error.eq(None::<String>),
                    ))
                    .execute(conn)?,
                Outcome::Later(why) => row.set(outbox::last_error.eq(kept(why))).execute(conn)?,
                Outcome::GivenUp(why) => row
                    .set((outbox::given_up_at.eq(at), outbox::last_error.eq(kept(why))))
                    .execute(conn)?,
                Outcome::Refused(why) => row
                    .set((
                        outbox::given_up_at.eq(at),
                        outbox::body.eq(""),
                        outbox::last_error.eq(kept(why)),
                    ))
                    .execute(conn)?,
            };
            Ok(())
        })
        .await
    }
}
