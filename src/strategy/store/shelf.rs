//! The administration's shelf: every strategy with its editions, published or not.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{Listed, standings};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{edition_drafts, edition_uploads, editions, strategies};
use crate::strategy::EditStrategy;
use crate::strategy::laid::Strategy;
use crate::strategy::model::Edition;
use crate::strategy::model::standing::Standing;

/// A strategy in the list.
#[derive(Clone, Debug)]
pub struct OnShelf {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// How many editions it has.
    pub editions: usize,
    /// The newest one, with what it is at the moment.
    pub newest: Option<(Listed, Standing)>,
    /// Drafts that are worked on.
    pub drafts: usize,
    /// Documents that wait for their preview to be confirmed.
    pub uploads: usize,
}

/// All strategies, by title: a handful of queries, however many there are.
pub fn shelf(conn: &mut Conn) -> AppResult<Vec<OnShelf>> {
    let rows: Vec<(Id<Strategy>, String, String, NaiveDateTime)> = strategies::table
        .order((strategies::title, strategies::id))
        .select((
            strategies::id,
            strategies::slug,
            strategies::title,
            strategies::created_at,
        ))
        .load(conn)?;
    let listed: Vec<(Id<Strategy>, Id<Edition>, i32, String)> = editions::table
        .order(editions::number)
        .select((
            editions::strategy_id,
            editions::id,
            editions::number,
            editions::name,
        ))
        .load(conn)?;
    let mut counts: HashMap<Id<Strategy>, usize> = HashMap::new();
    let mut newest: HashMap<Id<Strategy>, Listed> = HashMap::new();
    for (strategy, id, number, name) in listed {
        *counts.entry(strategy.clone()).or_default() += 1;
        newest.insert(strategy, Listed { id, number, name });
    }
    let ids: Vec<Id<Edition>> = newest.values().map(|edition| edition.id.clone()).collect();
    let mut standings = standings(conn, &ids)?;
    let drafts = counted(
        edition_drafts::table
            .filter(edition_drafts::edition_id.is_null())
            .filter(edition_drafts::discarded_at.is_null())
            .select(edition_drafts::strategy_id)
            .load(conn)?,
    );
    let uploads = counted(
        edition_uploads::table
            .select(edition_uploads::strategy_id)
            .load(conn)?,
    );
    let on_shelf = |(id, slug, title, created_at): (Id<Strategy>, _, _, NaiveDateTime)| OnShelf {
        slug,
        title,
        created_at: created_at.and_utc(),
        editions: counts.get(&id).copied().unwrap_or_default(),
        newest: newest.remove(&id).map(|edition| {
            let standing = standings.remove(&edition.id).unwrap_or_default();
            (edition, standing)
        }),
        drafts: drafts.get(&id).copied().unwrap_or_default(),
        uploads: uploads.get(&id).copied().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(on_shelf).collect())
}

fn counted(rows: Vec<Id<Strategy>>) -> HashMap<Id<Strategy>, usize> {
    let mut counts = HashMap::new();
    for id in rows {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// A strategy and all its editions, the newest first, with what each is at the moment.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its editions.
    pub editions: Vec<(Listed, Standing)>,
}

/// A strategy by its name in addresses.
pub fn folder(conn: &mut Conn, slug: &str) -> AppResult<Folder> {
    let (id, slug, title): (Id<Strategy>, String, String) = strategies::table
        .filter(strategies::slug.eq(slug))
        .select((strategies::id, strategies::slug, strategies::title))
        .first(conn)?;
    let rows: Vec<(Id<Edition>, i32, String)> = editions::table
        .filter(editions::strategy_id.eq(&id))
        .order(editions::number.desc())
        .select((editions::id, editions::number, editions::name))
        .load(conn)?;
    let ids: Vec<Id<Edition>> = rows.iter().map(|(id, ..)| id.clone()).collect();
    let mut standings = standings(conn, &ids)?;
    let editions = rows.into_iter().map(|(id, number, name)| {
        let standing = standings.remove(&id).unwrap_or_default();
        (Listed { id, number, name }, standing)
    });
    Ok(Folder {
        editions: editions.collect(),
        slug,
        title,
    })
}

/// Creates a strategy without any edition yet. False when the name in addresses is taken.
pub fn create(tx: &mut Tx<EditStrategy>, slug: &str, title: &str) -> AppResult<bool> {
    // The constraint on the name stands behind this; two at the same time cannot both pass.
    let there: i64 = strategies::table
        .filter(strategies::slug.eq(slug))
        .count()
        .get_result(tx.conn)?;
    if there > 0 {
        return Ok(false);
    }
    diesel::insert_into(strategies::table)
        .values((
            strategies::id.eq(Id::<Strategy>::at(tx.now)),
            strategies::slug.eq(slug),
            strategies::title.eq(title),
            strategies::created_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    tx.journal(&format!("strategy:{slug}"), &json!({ "created": title }))?;
    Ok(true)
}
