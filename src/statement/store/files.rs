//! Files of statements: added to a draft, taken from it, found.

use diesel::prelude::*;

use super::files_of;
use super::write::{is_open, touch};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::statement_files;
use crate::statement::model::{Attached, FILES, Version};
use crate::statement::{OnStatements, WriteStatement};

/// A file of one of these versions.
///
/// # Errors
/// Not found, when it is none of theirs.
pub fn find(conn: &mut Conn, versions: &[Id<Version>], file: &str) -> AppResult<Attached> {
    let all = files_of(conn, versions)?;
    let found = all.into_iter().find(|(_, one)| one.id.as_str() == file);
    found.map(|(_, one)| one).ok_or(AppError::NotFound)
}

/// What came of adding files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// They are with the draft; the same file twice is one.
    Done,
    /// They would be more than [`FILES`].
    TooMany,
    /// The version is no draft any more.
    Closed,
}

/// Adds files to a draft: all or none. Their content was kept before.
pub fn add(tx: &mut Tx<WriteStatement>, draft: &Version, new: &[Attached]) -> AppResult<Added> {
    if !is_open(tx, &draft.id)? {
        return Ok(Added::Closed);
    }
    let there = super::content(tx.conn, &draft.id)?.files;
    let new: Vec<&Attached> = new
        .iter()
        .filter(|file| !there.iter().any(|old| old.digest == file.digest))
        .collect();
    if there.len() + new.len() > FILES {
        return Ok(Added::TooMany);
    }
    let last: Option<i32> = statement_files::table
        .filter(statement_files::version_id.eq(&draft.id))
        .order(statement_files::position.desc())
        .select(statement_files::position)
        .first(tx.conn)
        .optional()?;
    for (position, file) in (last.map_or(0, |last| last + 1)..).zip(new) {
        insert(tx, &draft.id, position, file)?;
    }
    touch(tx, &draft.id)?;
    Ok(Added::Done)
}

pub(super) fn insert<A: OnStatements>(
    tx: &mut Tx<A>,
    version: &Id<Version>,
    position: i32,
    file: &Attached,
) -> AppResult<()> {
    diesel::insert_into(statement_files::table)
        .values((
            statement_files::id.eq(Id::<Attached>::random()),
            statement_files::version_id.eq(version),
            statement_files::position.eq(position),
            statement_files::sha256.eq(file.digest.as_str()),
            statement_files::media.eq(file.media.as_str()),
            statement_files::bytes.eq(file.bytes),
            statement_files::name.eq(&file.name),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes a file from a draft. Its content goes with the next sweep, unless another version names it.
pub fn remove(
    tx: &mut Tx<WriteStatement>,
    draft: &Version,
    file: &Id<Attached>,
) -> AppResult<bool> {
    if !is_open(tx, &draft.id)? {
        return Ok(false);
    }
    let own = statement_files::version_id.eq(&draft.id);
    let row = statement_files::table.filter(own.and(statement_files::id.eq(file)));
    let gone = diesel::delete(row).execute(tx.conn)?;
    touch(tx, &draft.id)?;
    Ok(gone == 1)
}
