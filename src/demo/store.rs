//! What the installation knows about the demonstration, so that it can never touch a real town's data.

use diesel::prelude::*;
use serde_json::json;

use super::PlayDemo;
use crate::account::Tx;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::schema::{installation, journal, strategies};

const KEY: &str = "demo";
/// The story has begun and is not yet whole.
pub const BEGUN: &str = "begun";
/// The whole story is there.
pub const PLAYED: &str = "played";

/// What a database holds, as far as the demonstration may touch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing at all.
    Empty,
    /// The story was broken off half way.
    Interrupted,
    /// The whole story.
    Played,
    /// Data of somebody else.
    Foreign,
}

impl State {
    /// Whether the fictitious town lives here.
    pub fn is_demo(self) -> bool {
        matches!(self, Self::Interrupted | Self::Played)
    }
}

/// Looks at what a database holds.
pub fn state(db: &Db) -> AppResult<State> {
    db.read_here(|conn| {
        let mark: Option<String> = installation::table
            .find(KEY)
            .select(installation::value)
            .first(conn)
            .optional()?;
        // Whatever staff ever did stands in the journal, and nobody can take part before staff did something.
        let acts: i64 = journal::table.count().get_result(conn)?;
        let documents: i64 = strategies::table.count().get_result(conn)?;
        Ok(match mark.as_deref() {
            Some(PLAYED) => State::Played,
            Some(_) => State::Interrupted,
            None if acts + documents > 0 => State::Foreign,
            None => State::Empty,
        })
    })
}

/// Marks how far the story is.
pub fn mark(tx: &mut Tx<PlayDemo>, how_far: &str) -> AppResult<()> {
    diesel::delete(installation::table.find(KEY)).execute(tx.conn)?;
    diesel::insert_into(installation::table)
        .values((installation::key.eq(KEY), installation::value.eq(how_far)))
        .execute(tx.conn)?;
    tx.journal("installation", &json!({ KEY: how_far }))
}
