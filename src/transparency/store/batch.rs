//! The moment lines get their place in the list.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::read::{newest, node};
use super::{Entry, parsed};
use crate::account::{Action, Tx};
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{log_checkpoints, log_entries, log_nodes};
use crate::transparency::KeepLog;
use crate::transparency::model::{Growing, Hash, Record, Waiting, hex, is_due, leaf, mixed};

/// How many nodes are written at once.
const TOGETHER: usize = 500;

/// A line that waits.
struct Line {
    id: Id<Entry>,
    on: NaiveDate,
    text: String,
    is_personal: bool,
}

fn waiting(conn: &mut Conn) -> AppResult<Vec<Line>> {
    let rows: Vec<(Id<Entry>, NaiveDate, String)> = log_entries::table
        .filter(log_entries::position.is_null())
        // What is public has ids that tell when, so it keeps its order.
        .order((log_entries::written_on, log_entries::id))
        .select((
            log_entries::id,
            log_entries::written_on,
            log_entries::record,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, on, text)| {
            let is_personal = parsed(&text)?.is_personal();
            Ok(Line {
                id,
                on,
                text,
                is_personal,
            })
        })
        .collect()
}

fn summary(lines: &[Line]) -> Waiting {
    let personal = || lines.iter().filter(|line| line.is_personal);
    Waiting {
        contributions: personal().count(),
        oldest: personal().map(|line| line.on).min(),
        has_public: lines.iter().any(|line| !line.is_personal),
    }
}

/// Whether it is time for a batch.
pub fn is_waiting(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<bool> {
    let last = newest(conn)?.map(|newest| newest.made_at);
    let lines = waiting(conn)?;
    Ok(is_due(&summary(&lines), last, now))
}

/// Gives what waits its place in the list and notes the new state. Gives how many lines there were; none when it is not time.
pub fn settle(tx: &mut Tx<KeepLog>) -> AppResult<usize> {
    let last = newest(tx.conn)?;
    let lines = waiting(tx.conn)?;
    if !is_due(&summary(&lines), last.map(|last| last.made_at), tx.now) {
        return Ok(0);
    }
    let lines = mixed(lines, |line| line.is_personal);
    append(tx, lines.into_iter().map(|line| (line.id, line.text)))
}

/// Lays lines behind those that are there, in this order.
pub(super) fn append<A: Action>(
    tx: &mut Tx<A>,
    lines: impl Iterator<Item = (Id<Entry>, String)>,
) -> AppResult<usize> {
    let last = newest(tx.conn)?;
    let size = last.map_or(0, |last| last.size);
    let conn = &mut *tx.conn;
    let mut tree = Growing::at(size, &mut |level, at| node(conn, level, at))?;
    let mut epoch = last.map_or(1, |last| last.epoch);
    let (mut made, mut n) = (Vec::new(), 0);
    for (id, text) in lines {
        let position = i64::try_from(tree.size()).map_err(anyhow::Error::from)?;
        diesel::update(log_entries::table.find(id))
            .set(log_entries::position.eq(position))
            .execute(tx.conn)?;
        made.extend(tree.push(leaf(text.as_bytes())));
        if let Record::Epoch { number, .. } = parsed(&text)? {
            epoch = number;
        }
        n += 1;
        if made.len() >= TOGETHER {
            keep_nodes(tx, &std::mem::take(&mut made))?;
        }
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
    Ok(n)
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
    each!(tx.conn, conn => diesel::insert_into(log_nodes::table).values(rows).execute(conn))?;
    Ok(())
}
