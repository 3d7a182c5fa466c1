//! What a consultation can lay open, and what already depends on it.

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{edition_publications, editions, strategies, surveys};
use crate::consultation::model::Consultation;
use crate::strategy::Edition;

/// An edition that can be laid open.
#[derive(Clone, Debug)]
pub struct EditionChoice {
    /// The edition.
    pub id: Id<Edition>,
    /// The strategy's title.
    pub strategy: String,
    /// The edition's number.
    pub number: i32,
    /// Its name.
    pub name: String,
    /// Whether everyone can read it already.
    pub is_published: bool,
}

type ChoiceRow = (Id<Edition>, String, i32, String, bool);

/// Every edition of every strategy, the newest of each strategy first.
pub fn edition_choices(conn: &mut Conn) -> AppResult<Vec<EditionChoice>> {
    let rows: Vec<ChoiceRow> = editions::table
        .inner_join(strategies::table)
        .left_join(edition_publications::table)
        .order((strategies::title, editions::number.desc()))
        .select((
            editions::id,
            strategies::title,
            editions::number,
            editions::name,
            edition_publications::published_at.nullable().is_not_null(),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, strategy, number, name, is_published)| EditionChoice {
            id,
            strategy,
            number,
            name,
            is_published,
        })
        .collect())
}

/// Whether surveys ask about the edition already: then another edition would leave their questions without goals.
pub fn has_surveys(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<bool> {
    let found: i64 = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}
