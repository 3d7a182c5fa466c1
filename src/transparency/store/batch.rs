//! The moment lines get their place in the list. Very many may wait (a file with a million questionnaires was entered): only what leads to
//! them lies in memory, and they come into the list piece by piece, so that nobody who hands in meanwhile waits long.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::upsert::excluded;

use super::read::{newest, with_nodes};
use super::{Entry, parsed};
use crate::account::{Action, Tx};
use crate::base::db::{Conn, at_one_moment, each, each_row, pieces};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{log_checkpoints, log_entries, log_nodes};
use crate::transparency::KeepLog;
use crate::transparency::model::{
    Batch, ENOUGH, Growing, Hash, Record, Waiting, hex, is_due, leaf,
};

/// How many lines come into the list in one transaction: some tenths of a second, during which others who write wait.
const PIECE: usize = 4_096;

/// The id of a line that waits, as it stands in its row.
type Name = [u8; 26];

/// A line on its way into the list.
pub(super) struct Line {
    pub id: Id<Entry>,
    pub on: NaiveDate,
    pub text: String,
}

/// Whether it is time for a batch. Asked again and again, so it looks at a few rows only.
pub fn is_waiting(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<bool> {
    let last = newest(conn)?.map(|newest| newest.made_at);
    // Either these are all that wait, or they are enough.
    let some: Vec<(NaiveDate, String)> = log_entries::table
        .filter(log_entries::position.is_null())
        .order(log_entries::position)
        .limit(i64::try_from(ENOUGH).map_err(anyhow::Error::from)?)
        .select((log_entries::written_on, log_entries::record))
        .load(conn)?;
    let mut waiting = Waiting {
        has_public: !some.is_empty() && new_public(conn, now)?,
        ..Waiting::default()
    };
    for (on, text) in some {
        if parsed(&text)?.is_personal() {
            waiting.contributions += 1;
            waiting.oldest = Some(waiting.oldest.map_or(on, |oldest| oldest.min(on)));
        } else {
            waiting.has_public = true;
        }
    }
    Ok(is_due(&waiting, last, now))
}

/// Whether a public line of the last day waits. Later it needs no look of its own: the hour after the last batch is long over. Ids of public
/// lines tell when they were made and those of others are spread evenly, so there is hardly any other between two moments.
fn new_public(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<bool> {
    let [from, to] = [-TimeDelta::days(1), TimeDelta::hours(1)].map(|by| Id::<Entry>::at(now + by));
    let rows: Vec<(Option<i64>, String)> = log_entries::table
        .filter(log_entries::id.between(from, to))
        .select((log_entries::position, log_entries::record))
        .load(conn)?;
    for (position, text) in rows {
        if position.is_none() && !parsed(&text)?.is_personal() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Lines in the order in which they go into the list. In memory lie their names, 26 bytes each.
pub struct Order(Vec<Name>);

impl Order {
    /// As many at a time as [`settle`] takes.
    pub fn pieces(&self) -> impl Iterator<Item = Vec<Id<Entry>>> {
        let id = |name: &Name| Id::known(String::from_utf8_lossy(name));
        self.0
            .chunks(PIECE)
            .map(move |some| some.iter().map(id).collect())
    }
}

/// Everything that waits.
pub fn order(conn: &mut Conn) -> AppResult<Order> {
    let (mut batch, mut public) = (Batch::<Name>::default(), Vec::new());
    at_one_moment(conn, |conn| {
        each_row!(
            conn,
            (String, String),
            log_entries::table
                .filter(log_entries::position.is_null())
                .select((log_entries::id, log_entries::record)),
            |(id, text): (String, String)| -> AppResult<()> {
                let name: Name = id.as_bytes().try_into().map_err(anyhow::Error::from)?;
                match parsed(&text)? {
                    record if record.is_personal() => batch.add(name, &record),
                    record => public.push((name, record)),
                }
                Ok(())
            }
        );
        Ok(())
    })?;
    // What is public has ids that tell when, so it keeps its order.
    public.sort_by_key(|(name, _)| *name);
    for (name, record) in public {
        batch.add(name, &record);
    }
    Ok(Order(batch.in_order(PIECE)))
}

/// Gives the lines of a piece their place in the list and notes the new state. Gives how many there were: fewer when another process was faster,
/// none when it is not time for the `first` piece of a batch.
pub fn settle(tx: &mut Tx<KeepLog>, piece: &[Id<Entry>], first: bool) -> AppResult<usize> {
    type Row = (Id<Entry>, NaiveDate, String, Option<i64>);
    if first && !is_waiting(tx.conn, tx.now)? {
        return Ok(0);
    }
    let mut found = HashMap::new();
    for some in pieces(piece) {
        // Whether a line still waits is asked here and not there: the database would look through all that wait.
        let rows: Vec<Row> = log_entries::table
            .filter(log_entries::id.eq_any(some))
            .select((
                log_entries::id,
                log_entries::written_on,
                log_entries::record,
                log_entries::position,
            ))
            .load(tx.conn)?;
        for (id, on, text, position) in rows {
            if position.is_none() {
                found.insert(id.clone(), Line { id, on, text });
            }
        }
    }
    let lines: Vec<Line> = piece.iter().filter_map(|id| found.remove(id)).collect();
    append(tx, &lines)?;
    Ok(lines.len())
}

/// Lays lines behind those that are there, in this order.
pub(super) fn append<A: Action>(tx: &mut Tx<A>, lines: &[Line]) -> AppResult<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let last = newest(tx.conn)?;
    let size = last.map_or(0, |last| last.size);
    let mut tree = with_nodes(tx.conn, |node| Growing::at(size, node))?;
    let mut epoch = last.map_or(1, |last| last.epoch);
    let (mut placed, mut made) = (Vec::with_capacity(lines.len()), Vec::new());
    for line in lines {
        placed.push((
            log_entries::id.eq(&line.id),
            log_entries::written_on.eq(line.on),
            log_entries::record.eq(&line.text),
            log_entries::position.eq(i64::try_from(tree.size()).map_err(anyhow::Error::from)?),
        ));
        made.extend(tree.push(leaf(line.text.as_bytes())));
        if let Record::Epoch { number, .. } = parsed(&line.text)? {
            epoch = number;
        }
    }
    for rows in pieces(&placed) {
        // All of them are there: only their places are new.
        each!(tx.conn, conn => diesel::insert_into(log_entries::table)
            .values(rows)
            .on_conflict(log_entries::id)
            .do_update()
            .set(log_entries::position.eq(excluded(log_entries::position)))
            .execute(conn))?;
    }
    keep_nodes(tx, &made)?;
    diesel::insert_into(log_checkpoints::table)
        .values((
            log_checkpoints::size.eq(i64::try_from(tree.size()).map_err(anyhow::Error::from)?),
            log_checkpoints::root.eq(hex(&tree.root())),
            log_checkpoints::epoch.eq(i32::try_from(epoch).map_err(anyhow::Error::from)?),
            log_checkpoints::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

fn keep_nodes<A: Action>(tx: &mut Tx<A>, nodes: &[(u32, u64, Hash)]) -> AppResult<()> {
    let rows: Vec<_> = nodes
        .iter()
        .map(|(level, at, hash)| {
            Ok((
                log_nodes::level.eq(i32::try_from(*level)?),
                log_nodes::position.eq(i64::try_from(*at)?),
                log_nodes::hash.eq(hex(hash)),
            ))
        })
        .collect::<anyhow::Result<_>>()?;
    for rows in pieces(&rows) {
        each!(tx.conn, conn => diesel::insert_into(log_nodes::table).values(rows).execute(conn))?;
    }
    Ok(())
}
