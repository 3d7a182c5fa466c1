//! Files of statements.

use std::collections::HashSet;

use anyhow::anyhow;
use diesel::prelude::*;

use super::files_of;
use crate::base::attachment::Digest;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::statement_files;
use crate::statement::model::{Attached, Version};

/// A file of one of these versions.
///
/// # Errors
/// Not found, when it is none of theirs.
pub fn find(conn: &mut Conn, versions: &[Id<Version>], file: &str) -> AppResult<Attached> {
    let all = files_of(conn, versions)?;
    let found = all.into_iter().find(|(_, one)| one.id.as_str() == file);
    found.map(|(_, one)| one).ok_or(AppError::NotFound)
}

/// The content of every file that a row names.
pub fn named(conn: &mut Conn) -> AppResult<HashSet<Digest>> {
    let rows: Vec<String> = statement_files::table
        .select(statement_files::sha256)
        .distinct()
        .load(conn)?;
    rows.into_iter()
        .map(|sha| Digest::parse(&sha).ok_or_else(|| anyhow!("no digest: {sha}").into()))
        .collect()
}
