//! What everyone may read of the list, and what a receipt shows its owner.

use std::collections::{BTreeSet, HashMap};

use anyhow::anyhow;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::parsed;
use crate::base::db::{Conn, pieces};
use crate::base::error::AppResult;
use crate::base::schema::{log_checkpoints, log_entries, log_nodes, log_seals};
use crate::transparency::model::{self, EMPTY, Hash, Kind, Record, from_hex};

/// The newest signed state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// How many lines.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// 1, and one more after each restore.
    pub epoch: u32,
    /// When it was signed.
    pub made_at: DateTime<Utc>,
}

type Row = (i64, String, i32, NaiveDateTime);

pub(super) fn state((size, root, epoch, made_at): Row) -> AppResult<Newest> {
    let unreadable = || anyhow!("a checkpoint of the log cannot be read");
    Ok(Newest {
        size: u64::try_from(size).map_err(anyhow::Error::from)?,
        root: from_hex(&root).ok_or_else(unreadable)?,
        epoch: u32::try_from(epoch).map_err(anyhow::Error::from)?,
        made_at: made_at.and_utc(),
    })
}

/// The newest signed state; none while the list is empty.
pub fn newest(conn: &mut Conn) -> AppResult<Option<Newest>> {
    let row: Option<Row> = log_checkpoints::table
        .order(log_checkpoints::size.desc())
        .select((
            log_checkpoints::size,
            log_checkpoints::root,
            log_checkpoints::epoch,
            log_checkpoints::made_at,
        ))
        .first(conn)
        .optional()?;
    row.map(state).transpose()
}

/// How many lines stand in the list.
pub fn size(conn: &mut Conn) -> AppResult<u64> {
    Ok(newest(conn)?.map_or(0, |newest| newest.size))
}

/// The lines from a place on, up to before another.
pub fn lines(conn: &mut Conn, from: u64, to: u64) -> AppResult<Vec<String>> {
    let place = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(log_entries::table
        .filter(log_entries::position.ge(place(from)))
        .filter(log_entries::position.lt(place(to)))
        .order(log_entries::position)
        .select(log_entries::record)
        .load(conn)?)
}

/// What is asked for the hash of a whole subtree: level and place.
type Ask<'a> = &'a mut dyn FnMut(u32, u64) -> AppResult<Hash>;

/// Works with hashes of whole subtrees. `work` runs twice: first to hear which it asks for, then with what was read, all of it at once.
pub(super) fn with_nodes<T>(
    conn: &mut Conn,
    work: impl Fn(Ask<'_>) -> AppResult<T>,
) -> AppResult<T> {
    let mut asked = BTreeSet::new();
    work(&mut |level, at| {
        asked.insert((level, at));
        Ok(EMPTY)
    })?;
    let nodes = nodes(conn, &asked.into_iter().collect::<Vec<_>>())?;
    work(&mut |level, at| {
        let hash = nodes.get(&(level, at)).copied();
        Ok(hash.ok_or_else(|| anyhow!("a node of the log is missing"))?)
    })
}

fn nodes(conn: &mut Conn, asked: &[(u32, u64)]) -> AppResult<HashMap<(u32, u64), Hash>> {
    let mut found = HashMap::new();
    for some in pieces(asked) {
        let mut rows = log_nodes::table
            .select((log_nodes::level, log_nodes::position, log_nodes::hash))
            .into_boxed();
        for (level, at) in some {
            let level = i32::try_from(*level).map_err(anyhow::Error::from)?;
            let at = i64::try_from(*at).map_err(anyhow::Error::from)?;
            rows = rows.or_filter(log_nodes::level.eq(level).and(log_nodes::position.eq(at)));
        }
        let rows: Vec<(i32, i64, String)> = rows.load(conn)?;
        for (level, at, hash) in rows {
            let hash =
                from_hex(&hash).ok_or_else(|| anyhow!("a node of the log cannot be read"))?;
            let level = u32::try_from(level).map_err(anyhow::Error::from)?;
            let at = u64::try_from(at).map_err(anyhow::Error::from)?;
            found.insert((level, at), hash);
        }
    }
    Ok(found)
}

/// The hashes that lead from each of these lines to the root of the first `size` lines.
pub fn inclusions(conn: &mut Conn, places: &[u64], size: u64) -> AppResult<Vec<Vec<Hash>>> {
    with_nodes(conn, |node| {
        let ways = places.iter();
        ways.map(|at| model::inclusion(*at, size, node)).collect()
    })
}

/// What is kept beside a contribution.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What it is about, as [`crate::transparency::Kind::subject`] names it.
    pub subject: String,
    /// Its line.
    pub record: Record,
    /// The key of the commitment, in hexadecimal digits.
    pub salt: String,
    /// Its place in the list; none while it waits.
    pub position: Option<u64>,
}

impl Kept {
    /// The identity of what it is about, if that is of this kind.
    pub fn id_of(&self, kind: Kind) -> Option<&str> {
        self.subject.strip_prefix(&kind.subject(""))
    }
}

/// Everything under one receipt.
pub fn under(conn: &mut Conn, owner: &str) -> AppResult<Vec<Kept>> {
    let rows = log_seals::table
        .inner_join(log_entries::table)
        .filter(log_seals::owner.eq(owner))
        .filter(log_seals::salt.ne(""))
        .order(log_seals::subject)
        .select(KEPT)
        .load(conn)?;
    rows.into_iter().map(kept).collect()
}

/// What is kept beside one contribution, if it is sealed.
pub fn about(conn: &mut Conn, kind: Kind, id: &str) -> AppResult<Option<Kept>> {
    let row: Option<KeptRow> = log_seals::table
        .inner_join(log_entries::table)
        .filter(log_seals::subject.eq(kind.subject(id)))
        .filter(log_seals::salt.ne(""))
        .select(KEPT)
        .first(conn)
        .optional()?;
    row.map(kept).transpose()
}

type KeptRow = (String, String, Option<i64>, String);

/// The columns of a [`KeptRow`].
const KEPT: (
    log_seals::subject,
    log_seals::salt,
    log_entries::position,
    log_entries::record,
) = (
    log_seals::subject,
    log_seals::salt,
    log_entries::position,
    log_entries::record,
);

fn kept((subject, salt, position, line): KeptRow) -> AppResult<Kept> {
    Ok(Kept {
        subject,
        salt,
        record: parsed(&line)?,
        position: position.and_then(|at| u64::try_from(at).ok()),
    })
}
