//! Rows of strategies, editions and wordings.

mod cause;
mod changes;
pub mod draft;
mod import;
mod reading;
pub mod shelf;
mod side_by_side;
mod standing;
pub mod uploads;

use std::collections::HashMap;

use super::laid::{LaidEdition, LaidElement, Wording};
use super::model::{Edition, Element, ElementKind};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    edition_elements, edition_publications, editions, elements, strategies, wordings,
};
use crate::translation::Reading;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

pub use cause::{Changed, Effect, causes_between, causes_of, effects_of};
pub use import::{ImportOutcome, import};
pub use reading::{earlier_wordings, read_in};
pub use side_by_side::{Listed, origins_between, published_editions};
pub use standing::{
    Hindrance, delete, deletion_hindrance, mark, publish, standing, standings, withdraw,
    withdrawal_hindrance,
};

type HeadRow = (Id<Edition>, i32, String, String, String);

/// How many strategies there are, whether they can be read by everyone or not.
pub fn count(conn: &mut Conn) -> AppResult<i64> {
    Ok(strategies::table.count().get_result(conn)?)
}

/// The id of an edition; without a number, the newest.
pub fn edition_id(conn: &mut Conn, slug: &str, number: Option<i32>) -> AppResult<Id<Edition>> {
    let mut query = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .order(editions::number.desc())
        .select(editions::id)
        .into_boxed();
    if let Some(number) = number {
        query = query.filter(editions::number.eq(number));
    }
    Ok(query.first(conn)?)
}

/// The newest edition of a strategy that everyone may read.
pub fn newest_published(conn: &mut Conn, slug: &str) -> AppResult<LaidEdition> {
    let id: Id<Edition> = editions::table
        .inner_join(strategies::table)
        .inner_join(edition_publications::table)
        .filter(strategies::slug.eq(slug))
        .order(editions::number.desc())
        .select(editions::id)
        .first(conn)?;
    laid(conn, &id)
}

/// A published edition by its number. Not published and not there answer alike: not found.
pub fn laid_by_number(conn: &mut Conn, slug: &str, number: i32) -> AppResult<LaidEdition> {
    let publication =
        edition_publications::table.filter(edition_publications::edition_id.eq(editions::id));
    let id: Id<Edition> = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug).and(editions::number.eq(number)))
        .filter(exists(publication))
        .select(editions::id)
        .first(conn)?;
    laid(conn, &id)
}

/// Whether everyone may read an edition.
pub fn is_edition_published(conn: &mut Conn, id: &Id<Edition>) -> AppResult<bool> {
    let found: i64 = edition_publications::table
        .filter(edition_publications::edition_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

type ElementRow = (
    Option<Id<Element>>,
    Id<Element>,
    String,
    String,
    Id<Wording>,
    Option<String>,
    String,
    String,
);

/// An edition with its whole tree: two queries.
pub fn laid(conn: &mut Conn, id: &Id<Edition>) -> AppResult<LaidEdition> {
    let (id, number, name, strategy, title): HeadRow = editions::table
        .inner_join(strategies::table)
        .filter(editions::id.eq(id))
        .select((
            editions::id,
            editions::number,
            editions::name,
            strategies::slug,
            strategies::title,
        ))
        .first(conn)?;
    let rows: Vec<ElementRow> = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .inner_join(wordings::table)
        .filter(edition_elements::edition_id.eq(&id))
        .order(edition_elements::position)
        .select((
            edition_elements::parent_id,
            elements::id,
            elements::key,
            elements::kind,
            wordings::id,
            wordings::number,
            wordings::title,
            wordings::text,
        ))
        .load(conn)?;
    let mut edition = LaidEdition {
        id,
        strategy,
        title,
        number,
        name,
        fields: grow(rows)?,
    };
    edition.number_labels();
    Ok(edition)
}

/// Puts rows in reading order back into a tree.
fn grow(rows: Vec<ElementRow>) -> AppResult<Vec<LaidElement>> {
    let mut below: HashMap<Option<Id<Element>>, Vec<LaidElement>> = HashMap::new();
    // From the last row to the first: what is below an element is complete when its own row comes.
    for (parent, id, key, kind, wording, number, title, text) in rows.into_iter().rev() {
        let kind: ElementKind = kind.parse().map_err(anyhow::Error::from)?;
        let mut children = below.remove(&Some(id.clone())).unwrap_or_default();
        children.reverse();
        let label = String::new();
        let element = LaidElement {
            id,
            wording,
            kind,
            key,
            label,
            number,
            title,
            text,
            children,
            reading: Reading::default(),
        };
        below.entry(parent).or_default().push(element);
    }
    let mut fields = below.remove(&None).unwrap_or_default();
    fields.reverse();
    Ok(fields)
}

/// How large an edition is.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditionSize {
    /// Fields of action.
    pub fields: usize,
    /// Strategic goals.
    pub goals: usize,
}

/// The sizes of all published editions: one query, counted in the database.
pub fn edition_sizes(conn: &mut Conn) -> AppResult<HashMap<Id<Edition>, EditionSize>> {
    let rows: Vec<(Id<Edition>, String, i64)> = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .filter(
            edition_elements::edition_id
                .eq_any(edition_publications::table.select(edition_publications::edition_id)),
        )
        .group_by((edition_elements::edition_id, elements::kind))
        .select((edition_elements::edition_id, elements::kind, count_star()))
        .load(conn)?;
    let mut sizes: HashMap<_, EditionSize> = HashMap::new();
    for (edition, kind, n) in rows {
        let size = sizes.entry(edition).or_default();
        let n = usize::try_from(n).unwrap_or_default();
        match kind.parse() {
            Ok(ElementKind::Field) => size.fields = n,
            Ok(ElementKind::Goal) => size.goals = n,
            _ => {}
        }
    }
    Ok(sizes)
}
