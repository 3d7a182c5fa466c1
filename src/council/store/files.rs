//! Files of papers.

use std::collections::HashMap;

use anyhow::anyhow;
use diesel::dsl::max;
use diesel::prelude::*;
use serde_json::json;

use super::papers::subject;
use super::traces;
use crate::account::Tx;
use crate::base::attachment::{Attached, Digest, Media};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::paper_files;
use crate::council::PreparePapers;
use crate::council::model::{FILES, Paper};

type Row = (Id<Attached>, Id<Paper>, String, String, i64, String);

fn attached((id, paper, sha, media, bytes, name): Row) -> AppResult<(Id<Paper>, Attached)> {
    let (digest, kind) = Digest::parse(&sha)
        .zip(Media::parse(&media))
        .ok_or_else(|| anyhow!("no file: {sha} {media}"))?;
    let file = Attached {
        id,
        digest,
        media: kind,
        bytes,
        name,
    };
    Ok((paper, file))
}

/// The files of papers, in the order they came.
pub(super) fn of(
    conn: &mut Conn,
    papers: &[Id<Paper>],
) -> AppResult<HashMap<Id<Paper>, Vec<Attached>>> {
    let rows: Vec<Row> = paper_files::table
        .filter(paper_files::paper_id.eq_any(papers))
        .order((paper_files::position, paper_files::id))
        .select((
            paper_files::id,
            paper_files::paper_id,
            paper_files::sha256,
            paper_files::media,
            paper_files::bytes,
            paper_files::name,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let (paper, file) = attached(row)?;
        found.entry(paper).or_default().push(file);
    }
    Ok(found)
}

/// A file of a paper.
///
/// # Errors
/// Not found, when it is none of its files.
pub fn find(paper: &Paper, id: &str) -> AppResult<Attached> {
    let mut all = paper.files.iter();
    let found = all.find(|file| file.id.as_str() == id).cloned();
    found.ok_or(AppError::NotFound)
}

/// Adds files: all or none. False when they would be more than [`FILES`]. The same file twice is one.
pub fn add(tx: &mut Tx<PreparePapers>, paper: &Id<Paper>, new: &[Attached]) -> AppResult<bool> {
    let there = of(tx.conn, std::slice::from_ref(paper))?;
    let there = there.get(paper).map(Vec::as_slice).unwrap_or_default();
    let is_new = |file: &&Attached| !there.iter().any(|old| old.digest == file.digest);
    let new: Vec<_> = new.iter().filter(is_new).collect();
    if there.len() + new.len() > FILES {
        return Ok(false);
    }
    let last: Option<i32> = paper_files::table
        .filter(paper_files::paper_id.eq(paper))
        .select(max(paper_files::position))
        .first(tx.conn)?;
    for (position, file) in (last.unwrap_or_default() + 1..).zip(&new) {
        diesel::insert_into(paper_files::table)
            .values((
                paper_files::id.eq(Id::<Attached>::random()),
                paper_files::paper_id.eq(paper),
                paper_files::position.eq(position),
                paper_files::sha256.eq(file.digest.as_str()),
                paper_files::media.eq(file.media.as_str()),
                paper_files::bytes.eq(file.bytes),
                paper_files::name.eq(&file.name),
            ))
            .execute(tx.conn)?;
    }
    traces::renew(tx)?;
    tx.journal(&subject(paper), &json!({ "files": new.len() }))?;
    Ok(true)
}

/// Takes a file from a paper. Its content goes with the next sweep, unless something else names it.
pub fn remove(tx: &mut Tx<PreparePapers>, paper: &Id<Paper>, file: &str) -> AppResult<()> {
    let row = paper_files::table
        .filter(paper_files::id.eq(file))
        .filter(paper_files::paper_id.eq(paper));
    if diesel::delete(row).execute(tx.conn)? == 0 {
        return Err(AppError::NotFound);
    }
    traces::renew(tx)?;
    tx.journal(&subject(paper), &json!({ "file_removed": true }))
}
