//! What waits at the desk: one count a line.

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{
    consultation_publications, consultations, edition_drafts, paper_batches, paper_sheets,
};

/// Editions in work.
pub fn drafts(conn: &mut Conn) -> AppResult<i64> {
    let open = edition_drafts::table
        .filter(edition_drafts::edition_id.is_null())
        .filter(edition_drafts::discarded_at.is_null());
    Ok(open.count().get_result(conn)?)
}

/// Consultations nobody outside sees yet.
pub fn unpublished_consultations(conn: &mut Conn) -> AppResult<i64> {
    let published = consultation_publications::table
        .filter(consultation_publications::consultation_id.eq(consultations::id));
    let open = consultations::table.filter(diesel::dsl::not(diesel::dsl::exists(published)));
    Ok(open.count().get_result(conn)?)
}

/// Paper forms that wait for a second pair of eyes.
pub fn unchecked_sheets(conn: &mut Conn) -> AppResult<i64> {
    let open = paper_sheets::table
        .inner_join(paper_batches::table)
        .filter(paper_batches::entered_at.is_null())
        .filter(paper_sheets::checked_at.is_null());
    Ok(open.count().get_result(conn)?)
}
