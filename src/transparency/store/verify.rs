//! Counting anew: every line, every node, every signed state, every commitment.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::read::state;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{log_checkpoints, log_entries, log_nodes, log_seals};
use crate::transparency::model::{Audit, Checkpoint, Growing, Record, Salt, commitment, hex, leaf};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is wrong, in words for whoever runs the server, in German.
    pub faults: Vec<String>,
    /// What the lines say together.
    pub audit: Audit,
    /// How many lines stand in the list.
    pub lines: usize,
    /// The lines that wait for the next batch.
    pub waiting: Vec<String>,
}

/// Looks at the whole list. `contents` is everything that is kept, by its subject, written anew from the rows; `older` are states of the
/// list that somebody kept elsewhere.
pub fn check(
    conn: &mut Conn,
    contents: &BTreeMap<String, String>,
    older: &[Checkpoint],
) -> AppResult<Found> {
    let mut found = Found::default();
    let lines = in_order(conn, &mut found)?;
    tree(conn, &lines, older, &mut found)?;
    seals(conn, contents, &mut found)?;
    found.audit = Audit::of(&lines);
    found.waiting = log_entries::table
        .filter(log_entries::position.is_null())
        .select(log_entries::record)
        .load(conn)?;
    let audited = found.audit.faults.clone();
    found.faults.extend(audited);
    found.lines = lines.len();
    Ok(found)
}

/// The lines in their order, without a gap.
fn in_order(conn: &mut Conn, found: &mut Found) -> AppResult<Vec<String>> {
    let rows: Vec<(Option<i64>, String)> = log_entries::table
        .filter(log_entries::position.is_not_null())
        .order(log_entries::position)
        .select((log_entries::position, log_entries::record))
        .load(conn)?;
    for (n, (position, _)) in rows.iter().enumerate() {
        if position.and_then(|at| usize::try_from(at).ok()) != Some(n) {
            found.faults.push(format!("Zeile {n} fehlt"));
            break;
        }
    }
    Ok(rows.into_iter().map(|(_, line)| line).collect())
}

/// The tree over them, as it was kept and signed.
fn tree(
    conn: &mut Conn,
    lines: &[String],
    older: &[Checkpoint],
    found: &mut Found,
) -> AppResult<()> {
    let rows: Vec<(i32, i64, String)> = log_nodes::table
        .select((log_nodes::level, log_nodes::position, log_nodes::hash))
        .load(conn)?;
    let mut nodes: HashMap<(i32, i64), String> = rows
        .into_iter()
        .map(|(level, at, hash)| ((level, at), hash))
        .collect();
    let mut growing = Growing::default();
    let mut roots = vec![growing.root()];
    for (n, line) in lines.iter().enumerate() {
        for (level, at, hash) in growing.push(leaf(line.as_bytes())) {
            let place = (
                i32::try_from(level).unwrap_or(i32::MAX),
                i64::try_from(at).unwrap_or(i64::MAX),
            );
            if nodes.remove(&place).as_ref() != Some(&hex(&hash)) {
                found
                    .faults
                    .push(format!("Zeile {n}: Prüfsumme {level}/{at} stimmt nicht"));
            }
        }
        roots.push(growing.root());
    }
    if !nodes.is_empty() {
        let n = nodes.len();
        found.faults.push(format!("{n} Prüfsummen ohne Zeile"));
    }
    let root_at = |size: u64| usize::try_from(size).ok().and_then(|size| roots.get(size));
    let states: Vec<(i64, String, i32, NaiveDateTime)> = log_checkpoints::table
        .order(log_checkpoints::size)
        .select((
            log_checkpoints::size,
            log_checkpoints::root,
            log_checkpoints::epoch,
            log_checkpoints::made_at,
        ))
        .load(conn)?;
    let mut last = 0;
    for row in states {
        let signed = state(row)?;
        last = signed.size;
        if root_at(signed.size) != Some(&signed.root) {
            found.faults.push(format!(
                "Der Prüfpunkt mit {} Zeilen passt nicht zur Liste",
                signed.size
            ));
        }
    }
    if usize::try_from(last) != Ok(lines.len()) {
        found.faults.push(format!(
            "Der letzte Prüfpunkt hat {last} Zeilen, die Liste {}",
            lines.len()
        ));
    }
    for kept in older {
        if root_at(kept.size) != Some(&kept.root) {
            found.faults.push(format!(
                "Der aufgehobene Prüfpunkt {} mit {} Zeilen passt nicht zur Liste: sie wurde verändert, gekürzt oder aus einer Sicherung wiederhergestellt",
                kept.origin, kept.size
            ));
        }
    }
    Ok(())
}

/// Every content with its commitment, and every commitment with its content.
fn seals(conn: &mut Conn, contents: &BTreeMap<String, String>, found: &mut Found) -> AppResult<()> {
    let rows: Vec<(String, String, String)> = log_seals::table
        .inner_join(log_entries::table)
        .order(log_seals::subject)
        .select((log_seals::subject, log_seals::salt, log_entries::record))
        .load(conn)?;
    let mut sealed = HashSet::new();
    for (subject, salt, line) in rows {
        // Erased, and goes on counting: nobody can say any more what it was.
        if salt.is_empty() {
            sealed.insert(subject);
            continue;
        }
        let record = Record::parse(&line);
        let record = record.as_ref().and_then(Record::commitment);
        let made = contents.get(&subject).and_then(|content| {
            let salt = Salt::parse(&salt)?;
            Some(commitment(&salt, content))
        });
        match made {
            None => found.faults.push(format!(
                "{subject}: steht in der Liste, aber der Inhalt fehlt"
            )),
            Some(made) if record != Some(made.as_str()) => found.faults.push(format!(
                "{subject}: der Inhalt ist nicht, was versiegelt wurde"
            )),
            Some(_) => {}
        }
        sealed.insert(subject);
    }
    for subject in contents.keys().filter(|subject| !sealed.contains(*subject)) {
        found
            .faults
            .push(format!("{subject}: steht nicht in der Liste"));
    }
    Ok(())
}
