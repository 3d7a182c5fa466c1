//! Everything that is public, read at once: a town that uses Trialog for its strategies has some dozens of papers.

use super::model::Facts;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::council::store::{bodies, papers, traces};

/// Bodies, published papers and the traces of both.
pub fn facts(conn: &mut Conn) -> AppResult<Facts> {
    Ok(Facts {
        bodies: bodies::list(conn)?,
        papers: papers::published(conn)?,
        traces: traces::all(conn)?,
    })
}
