//! What the first page of the desk reads.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    consultation_publications, consultation_removals, consultations, edition_drafts, headcounts,
    paper_batches, paper_sheets, strategies,
};
use crate::consultation::Consultation;

/// How much of each kind of work in progress the page shows.
const SHOWN: i64 = 5;

/// An edition in work: its id, name and title of its strategy, and when it was begun.
pub type Draft = (String, String, String, NaiveDateTime);

/// Editions in work, the newest first.
pub fn drafts(conn: &mut Conn) -> AppResult<Vec<Draft>> {
    Ok(edition_drafts::table
        .inner_join(strategies::table)
        .filter(edition_drafts::edition_id.is_null())
        .filter(edition_drafts::discarded_at.is_null())
        .order(edition_drafts::id.desc())
        .limit(SHOWN)
        .select((
            edition_drafts::id,
            strategies::slug,
            strategies::title,
            edition_drafts::created_at,
        ))
        .load(conn)?)
}

/// Consultations nobody outside sees yet, the newest first: name, title, and when each was begun.
pub fn unpublished_consultations(
    conn: &mut Conn,
) -> AppResult<Vec<(String, String, NaiveDateTime)>> {
    let published = consultation_publications::table
        .filter(consultation_publications::consultation_id.eq(consultations::id));
    let binned = consultation_removals::table
        .filter(consultation_removals::consultation_id.eq(consultations::id));
    Ok(consultations::table
        .filter(diesel::dsl::not(diesel::dsl::exists(published)))
        .filter(diesel::dsl::not(diesel::dsl::exists(binned)))
        .order(consultations::id.desc())
        .limit(SHOWN)
        .select((
            consultations::slug,
            consultations::title,
            consultations::created_at,
        ))
        .load(conn)?)
}

/// How many people took part in each of some consultations.
pub fn people(
    conn: &mut Conn,
    of: &[&Id<Consultation>],
) -> AppResult<HashMap<Id<Consultation>, i64>> {
    let rows: Vec<(Id<Consultation>, i64)> = headcounts::table
        .filter(headcounts::consultation_id.eq_any(of))
        .select((headcounts::consultation_id, headcounts::n))
        .load(conn)?;
    let mut people = HashMap::new();
    for (consultation, n) in rows {
        *people.entry(consultation).or_default() += n;
    }
    Ok(people)
}

/// Paper forms that wait for a second pair of eyes.
pub fn unchecked_sheets(conn: &mut Conn) -> AppResult<i64> {
    let open = paper_sheets::table
        .inner_join(paper_batches::table)
        .filter(paper_batches::entered_at.is_null())
        .filter(paper_sheets::checked_at.is_null());
    Ok(open.count().get_result(conn)?)
}
