//! Counting anew: every line, every node, every signed state, every commitment. A list may have millions of lines, so it is read piece by
//! piece, and of what was read hardly anything is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::read::state;
use super::{Newest, parsed};
use crate::base::db::{Conn, each_row};
use crate::base::error::AppResult;
use crate::base::schema::{log_checkpoints, log_entries, log_nodes, log_seals};
use crate::transparency::model::{
    Audit, Auditor, Checkpoint, Growing, Hash, Kind, Made, Record, Salt, commitment, hex, leaf,
};

/// How many lines, or contributions, are looked at together.
const TOGETHER: i64 = 2_048;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is wrong, in words for whoever runs the server, in German.
    pub faults: Vec<String>,
    /// What the lines say together.
    pub audit: Audit,
    /// How many lines stand in the list.
    pub lines: usize,
    /// The lines about something public that wait for the next batch.
    pub waiting: Vec<String>,
}

/// What was handed in, by its subject, as it was written for its seal.
pub type Contents = BTreeMap<String, String>;

/// Where a slice keeps what was handed in.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// What lies there.
    pub kind: Kind,
    /// The identities behind one, in the order of the database, so many of them.
    pub next: fn(&mut Conn, &str, i64) -> AppResult<Vec<String>>,
    /// What is sealed of some, by its subject, written anew from the rows.
    pub contents: fn(&mut Conn, &[String]) -> AppResult<Contents>,
}

/// Looks at the whole list and at everything on the shelves; `older` are states of the list that somebody kept elsewhere.
pub fn check(conn: &mut Conn, shelves: &[Shelf], older: &[Checkpoint]) -> AppResult<Found> {
    let mut found = Found::default();
    let made = made(conn)?;
    let audit = lines(conn, made, older, &mut found)?;
    let matched = shelves
        .iter()
        .map(|shelf| contents(conn, shelf, &mut found.faults))
        .sum::<AppResult<i64>>()?;
    let sealed: i64 = log_seals::table
        .filter(log_seals::salt.ne(""))
        .count()
        .get_result(conn)?;
    if matched != sealed {
        without_content(conn, shelves, &mut found.faults)?;
    }
    found.faults.extend(audit.faults.iter().cloned());
    found.audit = audit;
    Ok(found)
}

/// What the lines make.
fn made(conn: &mut Conn) -> AppResult<Made> {
    let mut made = Made::default();
    each_row!(
        conn,
        String,
        log_entries::table
            .filter(log_entries::position.is_not_null())
            .select(log_entries::record),
        |line: String| -> AppResult<()> {
            made.note(&line);
            Ok(())
        }
    );
    made.close();
    Ok(made)
}

/// The lines in their order, without a gap, and the tree over them, as it was kept and signed.
fn lines(conn: &mut Conn, made: Made, older: &[Checkpoint], found: &mut Found) -> AppResult<Audit> {
    let states = states(conn)?;
    let sizes = states.iter().map(|state| state.size);
    let sizes: BTreeSet<u64> = sizes.chain(older.iter().map(|kept| kept.size)).collect();
    let (mut auditor, mut tree) = (Auditor::new(made), Growing::default());
    let mut roots: HashMap<u64, Hash> = HashMap::from([(0, tree.root())]);
    let (mut last, mut nodes, mut is_whole) = (-1, 0, true);
    loop {
        let rows = log_entries::table
            .filter(log_entries::position.gt(last))
            .order(log_entries::position)
            .limit(TOGETHER)
            .select((log_entries::position.assume_not_null(), log_entries::record));
        let rows: Vec<(i64, String)> = rows.load(conn)?;
        let Some((end, _)) = rows.last() else {
            break;
        };
        last = *end;
        let mut kept = nodes_of(conn, tree.size(), rows.len())?;
        nodes += kept.len();
        for (position, line) in rows {
            let n = tree.size();
            if is_whole && u64::try_from(position) != Ok(n) {
                found.faults.push(format!("Zeile {n} fehlt"));
                is_whole = false;
            }
            for (level, at, hash) in tree.push(leaf(line.as_bytes())) {
                if kept.remove(&(level, at)).as_ref() != Some(&hex(&hash)) {
                    let what = format!("Zeile {n}: Prüfsumme {level}/{at} stimmt nicht");
                    found.faults.push(what);
                }
            }
            if sizes.contains(&tree.size()) {
                roots.insert(tree.size(), tree.root());
            }
            auditor.read(&line);
        }
    }
    let all: i64 = log_nodes::table.count().get_result(conn)?;
    let alone = usize::try_from(all).map_err(anyhow::Error::from)? - nodes;
    if alone > 0 {
        found.faults.push(format!("{alone} Prüfsummen ohne Zeile"));
    }
    found.lines = usize::try_from(tree.size()).map_err(anyhow::Error::from)?;
    signed(&states, older, &roots, found);
    found.waiting = waiting(conn)?;
    Ok(auditor.done())
}

/// The nodes that are complete with one of the `n` lines behind the first `size`, as they were kept.
fn nodes_of(conn: &mut Conn, size: u64, n: usize) -> AppResult<HashMap<(u32, u64), String>> {
    let mut kept = HashMap::new();
    let end = size + u64::try_from(n).map_err(anyhow::Error::from)?;
    for level in (0..u64::BITS).take_while(|level| end >> level > 0) {
        let place = |at: u64| i64::try_from(at >> level).map_err(anyhow::Error::from);
        let rows: Vec<(i64, String)> = log_nodes::table
            .filter(log_nodes::level.eq(i32::try_from(level).map_err(anyhow::Error::from)?))
            .filter(log_nodes::position.ge(place(size)?))
            .filter(log_nodes::position.lt(place(end)?))
            .select((log_nodes::position, log_nodes::hash))
            .load(conn)?;
        for (at, hash) in rows {
            kept.insert((level, u64::try_from(at).unwrap_or(u64::MAX)), hash);
        }
    }
    Ok(kept)
}

fn states(conn: &mut Conn) -> AppResult<Vec<Newest>> {
    let rows: Vec<(i64, String, i32, NaiveDateTime)> = log_checkpoints::table
        .order(log_checkpoints::size)
        .select((
            log_checkpoints::size,
            log_checkpoints::root,
            log_checkpoints::epoch,
            log_checkpoints::made_at,
        ))
        .load(conn)?;
    rows.into_iter().map(state).collect()
}

/// What was signed, here and elsewhere, beside the roots of the list as it is.
fn signed(states: &[Newest], older: &[Checkpoint], roots: &HashMap<u64, Hash>, found: &mut Found) {
    for state in states {
        if roots.get(&state.size) != Some(&state.root) {
            found.faults.push(format!(
                "Der Prüfpunkt mit {} Zeilen passt nicht zur Liste",
                state.size
            ));
        }
    }
    let last = states.last().map_or(0, |state| state.size);
    if usize::try_from(last) != Ok(found.lines) {
        found.faults.push(format!(
            "Der letzte Prüfpunkt hat {last} Zeilen, die Liste {}",
            found.lines
        ));
    }
    for kept in older {
        if roots.get(&kept.size) != Some(&kept.root) {
            found.faults.push(format!(
                "Der aufgehobene Prüfpunkt {} mit {} Zeilen passt nicht zur Liste: sie wurde verändert, gekürzt oder aus einer Sicherung wiederhergestellt",
                kept.origin, kept.size
            ));
        }
    }
}

fn waiting(conn: &mut Conn) -> AppResult<Vec<String>> {
    let mut public = Vec::new();
    each_row!(
        conn,
        String,
        log_entries::table
            .filter(log_entries::position.is_null())
            .select(log_entries::record),
        |line: String| -> AppResult<()> {
            if !parsed(&line)?.is_personal() {
                public.push(line);
            }
            Ok(())
        }
    );
    Ok(public)
}

/// Every content of a shelf with its commitment. Gives how many seals were found that open something.
fn contents(conn: &mut Conn, shelf: &Shelf, faults: &mut Vec<String>) -> AppResult<i64> {
    let (mut last, mut matched) = (String::new(), 0);
    loop {
        let ids = (shelf.next)(conn, &last, TOGETHER)?;
        let Some(end) = ids.last() else {
            return Ok(matched);
        };
        last.clone_from(end);
        let contents = (shelf.contents)(conn, &ids)?;
        let subjects: Vec<&str> = contents.keys().map(String::as_str).collect();
        let rows: Vec<(String, String, String)> = log_seals::table
            .inner_join(log_entries::table)
            .filter(log_seals::subject.eq_any(subjects))
            .select((log_seals::subject, log_seals::salt, log_entries::record))
            .load(conn)?;
        let rows = rows.into_iter();
        let mut seals: HashMap<String, (String, String)> = rows
            .map(|(subject, salt, line)| (subject, (salt, line)))
            .collect();
        for (subject, content) in &contents {
            let Some((salt, line)) = seals.remove(subject) else {
                faults.push(format!("{subject}: steht nicht in der Liste"));
                continue;
            };
            // Erased, and goes on counting: nobody can say any more what it was.
            if salt.is_empty() {
                continue;
            }
            matched += 1;
            let record = Record::parse(&line);
            let sealed = record.as_ref().and_then(Record::commitment);
            let made = Salt::parse(&salt).map(|salt| commitment(&salt, content));
            if made.is_none() || sealed != made.as_deref() {
                let what = format!("{subject}: der Inhalt ist nicht, was versiegelt wurde");
                faults.push(what);
            }
        }
    }
}

/// Names the seals that open nothing: what they are about is gone.
fn without_content(conn: &mut Conn, shelves: &[Shelf], faults: &mut Vec<String>) -> AppResult<()> {
    let mut last = String::new();
    loop {
        let subjects: Vec<String> = log_seals::table
            .filter(log_seals::subject.gt(&last))
            .filter(log_seals::salt.ne(""))
            .order(log_seals::subject)
            .limit(TOGETHER)
            .select(log_seals::subject)
            .load(conn)?;
        let Some(end) = subjects.last() else {
            return Ok(());
        };
        last.clone_from(end);
        let mut there = BTreeMap::new();
        for shelf in shelves {
            let before = shelf.kind.subject("");
            let own = subjects
                .iter()
                .filter_map(|subject| subject.strip_prefix(&before));
            let own: Vec<String> = own.map(str::to_owned).collect();
            there.extend((shelf.contents)(conn, &own)?);
        }
        for subject in subjects
            .iter()
            .filter(|subject| !there.contains_key(*subject))
        {
            faults.push(format!(
                "{subject}: steht in der Liste, aber der Inhalt fehlt"
            ));
        }
    }
}
