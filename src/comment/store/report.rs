//! Reports of comments by whoever reads them.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comment_reports, comments, free_texts};
use crate::comment::ReportComment;
use crate::comment::model::MOST_REPORTS;
use crate::survey::{FreeText, HideReason, TextState};

/// A report nobody has settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Why the comment should not stand there.
    pub reason: Option<HideReason>,
    /// What was added to it; may be empty.
    pub words: String,
    /// The day.
    pub on: NaiveDate,
}

/// Takes a report about a public comment. The same again, or one more than is read, changes nothing; gives whether it
/// was kept.
///
/// # Errors
/// Not found, when everyone may not read the comment.
pub fn report(
    tx: &mut Tx<ReportComment>,
    comment: &Id<FreeText>,
    (reason, words): (HideReason, &str),
    today: NaiveDate,
) -> AppResult<bool> {
    let _public: Id<FreeText> = comments::table
        .inner_join(free_texts::table)
        .filter(comments::id.eq(comment))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .select(comments::id)
        .first(tx.conn)?;
    let open = reports_of(tx.conn, comment)?;
    let is_known = open
        .iter()
        .any(|known| known.reason == Some(reason) && known.words == words);
    if is_known || i64::try_from(open.len()).unwrap_or(i64::MAX) >= MOST_REPORTS {
        return Ok(false);
    }
    diesel::insert_into(comment_reports::table)
        .values((
            comment_reports::id.eq(Id::<Report>::random()),
            comment_reports::comment_id.eq(comment),
            comment_reports::reason.eq(reason.as_str()),
            comment_reports::words.eq(words),
            comment_reports::reported_on.eq(today),
        ))
        .execute(tx.conn)?;
    Ok(true)
}

/// The reports about a comment that nobody has settled.
pub fn reports_of(conn: &mut Conn, comment: &Id<FreeText>) -> AppResult<Vec<Report>> {
    let rows: Vec<(String, String, NaiveDate)> = comment_reports::table
        .filter(comment_reports::comment_id.eq(comment))
        .filter(comment_reports::settled_at.is_null())
        .order((comment_reports::reported_on, comment_reports::id))
        .select((
            comment_reports::reason,
            comment_reports::words,
            comment_reports::reported_on,
        ))
        .load(conn)?;
    let report = |(reason, words, on): (String, String, NaiveDate)| Report {
        reason: HideReason::parse(&reason),
        words,
        on,
    };
    Ok(rows.into_iter().map(report).collect())
}

/// Notes that somebody has looked at the reports about a comment. Gives how many were open.
pub fn settle_reports<A: Action>(tx: &mut Tx<A>, comment: &Id<FreeText>) -> AppResult<usize> {
    let author = tx.author();
    let open = comment_reports::table
        .filter(comment_reports::comment_id.eq(comment))
        .filter(comment_reports::settled_at.is_null());
    let settled = diesel::update(open)
        .set((
            comment_reports::settled_at.eq(tx.now.naive_utc()),
            comment_reports::settled_by.eq(author),
        ))
        .execute(tx.conn)?;
    if settled > 0 {
        tx.journal(
            &format!("text:{comment}"),
            &json!({ "reports_settled": settled }),
        )?;
    }
    Ok(settled)
}
