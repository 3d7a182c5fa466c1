//! Reported barriers.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde_json::json;

use super::{name, names};
use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::mail::{Address, Mail};
use crate::base::outbox;
use crate::base::page::ListAsk;
use crate::base::schema::feedback;
use crate::legal::form::NewReport;
use crate::legal::model::Report;
use crate::legal::{AnswerFeedback, GiveFeedback};

/// Keeps a report, and tells whoever reads them.
pub fn report(
    tx: &mut Tx<GiveFeedback>,
    report: &NewReport,
    zone: Zone,
    notice: Option<&Mail>,
) -> AppResult<()> {
    diesel::insert_into(feedback::table)
        .values((
            feedback::id.eq(Id::<Report>::at(tx.now)),
            feedback::received_on.eq(zone.day(tx.now)),
            feedback::text.eq(&report.text),
            feedback::reply_to.eq(report.reply_to.as_ref().map(Address::as_str)),
        ))
        .execute(tx.conn)?;
    match notice {
        Some(mail) => outbox::put(tx.conn, tx.now, mail),
        None => Ok(()),
    }
}

type ReportRow = (
    Id<Report>,
    NaiveDate,
    String,
    Option<String>,
    Option<NaiveDateTime>,
    Option<String>,
);

/// The reports that a list asks for, newest first, and how many there are in all.
pub fn reports(conn: &mut Conn, ask: &ListAsk) -> AppResult<(Vec<Report>, usize)> {
    let mut wanted = feedback::table
        .order(feedback::id.desc())
        .select((
            feedback::id,
            feedback::received_on,
            feedback::text,
            feedback::reply_to,
            feedback::done_at,
            feedback::done_by,
        ))
        .into_boxed();
    match ask.filter("state") {
        Some("done") => wanted = wanted.filter(feedback::done_at.is_not_null()),
        Some("open") => wanted = wanted.filter(feedback::done_at.is_null()),
        _ => {}
    }
    let rows: Vec<ReportRow> = wanted.load(conn)?;
    let mut rows: Vec<_> = rows
        .into_iter()
        .filter(|row| ask.matches(&format!("{} {}", row.2, row.3.as_deref().unwrap_or(""))))
        .collect();
    if !ask.order(&["-day"]).descending {
        rows.reverse();
    }
    let total = rows.len();
    let rows = ask.cut(rows);
    let names = names(conn, rows.iter().filter_map(|row| row.5.as_deref()))?;
    let reports = rows
        .into_iter()
        .map(|(id, received_on, text, reply_to, at, by)| {
            let by = by.unwrap_or_default();
            Report {
                id,
                received_on,
                text,
                reply_to,
                done: at.map(|at| (at.and_utc(), name(&names, &by))),
            }
        });
    Ok((reports.collect(), total))
}

/// How many reports wait: for the first page of the desk.
pub fn open_reports(conn: &mut Conn) -> AppResult<i64> {
    Ok(feedback::table
        .filter(feedback::done_at.is_null())
        .count()
        .get_result(conn)?)
}

/// Notes that a report is done with, or takes that back.
pub fn settle(tx: &mut Tx<AnswerFeedback>, id: &str, done: bool) -> AppResult<()> {
    let by = tx.author();
    let at = done.then(|| tx.now.naive_utc());
    let changed = diesel::update(feedback::table.find(id))
        .set((
            feedback::done_at.eq(at),
            feedback::done_by.eq(done.then_some(by)),
        ))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(AppError::NotFound);
    }
    tx.journal(&format!("feedback:{id}"), &json!({ "done": done }))
}
