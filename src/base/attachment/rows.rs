//! Which files are still needed.

use std::collections::HashSet;

use anyhow::anyhow;
use diesel::prelude::*;

use super::Digest;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{paper_files, statement_files};

/// The content of every file that a row names: of statements and of papers.
///
/// # Errors
/// When the database fails, or a row names what cannot be a content.
pub fn named(conn: &mut Conn) -> AppResult<HashSet<Digest>> {
    let mut rows: Vec<String> = statement_files::table
        .select(statement_files::sha256)
        .distinct()
        .load(conn)?;
    rows.extend(
        paper_files::table
            .select(paper_files::sha256)
            .distinct()
            .load::<String>(conn)?,
    );
    rows.into_iter()
        .map(|sha| Digest::parse(&sha).ok_or_else(|| anyhow!("no digest: {sha}").into()))
        .collect()
}
