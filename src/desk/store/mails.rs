//! Mails that did not leave.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::page::ListAsk;
use crate::base::schema::outbox;
use crate::desk::HandleMails;
use crate::desk::model::{SHORT_LIVED, StuckMail};

/// By what the list can be sorted.
pub const SORTS: [&str; 1] = ["-day"];

type Row = (
    String,
    String,
    String,
    String,
    NaiveDateTime,
    i32,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<String>,
    bool,
);

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        outbox::id,
        outbox::kind,
        outbox::recipient,
        outbox::subject,
        outbox::created_at,
        outbox::attempts,
        outbox::due_at,
        outbox::given_up_at,
        outbox::last_error,
        outbox::body.ne(""),
    )
}

fn mail(row: Row) -> StuckMail {
    let (id, kind, recipient, subject, written, attempts, due, given_up, why, has_text) = row;
    StuckMail {
        id,
        kind,
        recipient,
        subject,
        written_at: written.and_utc(),
        attempts,
        due_at: due.and_utc(),
        given_up_at: given_up.map(|at| at.and_utc()),
        why,
        has_text,
    }
}

/// The mails that were tried in vain, the newest first. They are few: after thirty days they are gone.
pub fn stuck(conn: &mut Conn, ask: &ListAsk) -> AppResult<Vec<StuckMail>> {
    let rows: Vec<Row> = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::attempts.gt(0))
        .order(outbox::id.desc())
        .select(columns())
        .load(conn)?;
    let mut mails: Vec<_> = rows
        .into_iter()
        .map(mail)
        .filter(|mail| ask.matches(&format!("{} {}", mail.recipient, mail.subject)))
        .filter(|mail| match ask.filter("state") {
            Some("waiting") => mail.given_up_at.is_none(),
            Some("given-up") => mail.given_up_at.is_some(),
            _ => true,
        })
        .collect();
    if !ask.order(&SORTS).descending {
        mails.reverse();
    }
    Ok(mails)
}

/// One mail that was given up.
pub fn given_up(conn: &mut Conn, id: &str) -> AppResult<StuckMail> {
    let row: Row = outbox::table
        .find(id)
        .filter(outbox::given_up_at.is_not_null())
        .select(columns())
        .first(conn)?;
    Ok(mail(row))
}

/// Mails that were given up.
pub fn given_up_count(conn: &mut Conn) -> AppResult<i64> {
    let open = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::given_up_at.is_not_null());
    Ok(open.count().get_result(conn)?)
}

/// Sends a mail that was given up once more, or all of them; says how many. Those without their text, and those whose
/// link holds no longer, stay.
pub fn repeat(tx: &mut Tx<HandleMails>, only: Option<&str>) -> AppResult<usize> {
    let mut wanted: Vec<String> = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::given_up_at.is_not_null())
        .filter(outbox::body.ne(""))
        .filter(outbox::kind.ne(SHORT_LIVED))
        .select(outbox::id)
        .load(tx.conn)?;
    wanted.retain(|id| only.is_none_or(|only| only == id));
    if wanted.is_empty() {
        return Ok(0);
    }
    diesel::update(outbox::table.filter(outbox::id.eq_any(&wanted)))
        .set((
            outbox::given_up_at.eq(None::<NaiveDateTime>),
            outbox::due_at.eq(tx.now.naive_utc()),
            outbox::attempts.eq(0),
            outbox::last_error.eq(None::<String>),
        ))
        .execute(tx.conn)?;
    tx.journal("mails", &json!({ "sent_again": wanted.len() }))?;
    Ok(wanted.len())
}

/// Removes a mail that was given up. Nobody's address stands in the journal.
pub fn remove(tx: &mut Tx<HandleMails>, id: &str) -> AppResult<()> {
    let mail = outbox::table
        .find(id)
        .filter(outbox::given_up_at.is_not_null());
    if diesel::delete(mail).execute(tx.conn)? == 0 {
        return Err(AppError::NotFound);
    }
    tx.journal("mails", &json!({ "deleted": 1 }))
}
