//! How much waits, for the first page of the desk.

use diesel::dsl::count;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{comment_reports, free_texts, text_objections};
use crate::survey::TextState;

/// How many texts nobody has decided about.
pub fn waiting_count(conn: &mut Conn) -> AppResult<i64> {
    let waiting = free_texts::table.filter(free_texts::state.eq(TextState::Waiting.as_str()));
    Ok(waiting.count().get_result(conn)?)
}

/// How many comments were reported and nobody has looked at them since.
pub fn reported_count(conn: &mut Conn) -> AppResult<i64> {
    let open = comment_reports::table.filter(comment_reports::settled_at.is_null());
    Ok(open
        .select(count(comment_reports::comment_id).aggregate_distinct())
        .get_result(conn)?)
}

/// How many objections wait for an answer.
pub fn open_objections(conn: &mut Conn) -> AppResult<i64> {
    let open = text_objections::table.filter(text_objections::answered_at.is_null());
    Ok(open.count().get_result(conn)?)
}
