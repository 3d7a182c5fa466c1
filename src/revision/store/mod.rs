//! Which consultation speaks about an edition, and which edition answers a consultation.

pub mod outcome;
pub mod synopsis;
pub mod table;
pub mod told;

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    consultation_removals, consultations, edition_publications, editions, strategies,
};
use crate::consultation::{self, Consultation};
use crate::strategy::Edition;

/// The consultation on an edition, else the last one on any edition of the strategy.
pub fn consultation_behind(
    conn: &mut Conn,
    strategy: &str,
    base: Option<&Id<Edition>>,
) -> AppResult<Option<Consultation>> {
    let rows: Vec<(String, Id<Edition>)> = consultations::table
        .inner_join(editions::table)
        .inner_join(strategies::table.on(strategies::id.eq(editions::strategy_id)))
        .left_join(consultation_removals::table)
        .filter(strategies::slug.eq(strategy))
        .filter(consultation_removals::consultation_id.is_null())
        .order(consultations::id.desc())
        .select((consultations::slug, consultations::edition_id))
        .load(conn)?;
    let own = rows.iter().find(|(_, edition)| Some(edition) == base);
    let slug = own.or(rows.first()).map(|(slug, _)| slug.clone());
    slug.map(|slug| consultation::find(conn, &slug)).transpose()
}

/// The edition that answers a consultation: the first published one after the edition laid open.
pub fn answer_to(conn: &mut Conn, consultation: &Consultation) -> AppResult<Option<Id<Edition>>> {
    let (strategy, number): (String, i32) = editions::table
        .find(&consultation.edition)
        .select((editions::strategy_id, editions::number))
        .first(conn)?;
    Ok(editions::table
        .inner_join(edition_publications::table)
        .filter(editions::strategy_id.eq(strategy))
        .filter(editions::number.gt(number))
        .order(editions::number)
        .select(editions::id)
        .first(conn)
        .optional()?)
}
