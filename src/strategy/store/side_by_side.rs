//! What people need to read editions side by side.

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{edition_origins, edition_publications, editions, strategies};
use crate::strategy::diff::Origin;
use crate::strategy::model::tree::OriginKind;
use crate::strategy::model::{Edition, Element};

/// An edition in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its identity.
    pub id: Id<Edition>,
    /// Its number.
    pub number: i32,
    /// Its name.
    pub name: String,
}

/// The editions of a strategy that everyone may read, the newest first.
pub fn published_editions(conn: &mut Conn, slug: &str) -> AppResult<Vec<Listed>> {
    let rows: Vec<(Id<Edition>, i32, String)> = editions::table
        .inner_join(strategies::table)
        .inner_join(edition_publications::table)
        .filter(strategies::slug.eq(slug))
        .order(editions::number.desc())
        .select((editions::id, editions::number, editions::name))
        .load(conn)?;
    let listed = |(id, number, name)| Listed { id, number, name };
    Ok(rows.into_iter().map(listed).collect())
}

/// What was split, merged or recast in the editions after one number up to another.
pub fn origins_between(
    conn: &mut Conn,
    slug: &str,
    after: i32,
    up_to: i32,
) -> AppResult<Vec<Origin>> {
    let rows: Vec<(Id<Element>, Id<Element>, String)> = edition_origins::table
        .inner_join(editions::table.inner_join(strategies::table))
        .filter(strategies::slug.eq(slug))
        .filter(editions::number.gt(after).and(editions::number.le(up_to)))
        .select((
            edition_origins::element_id,
            edition_origins::from_id,
            edition_origins::kind,
        ))
        .load(conn)?;
    let origin = |(element, from, kind): (_, _, String)| {
        let kind = OriginKind::named(&kind)?;
        Some(Origin {
            element,
            from,
            kind,
        })
    };
    Ok(rows.into_iter().filter_map(origin).collect())
}
