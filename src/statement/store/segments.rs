//! Segments of statements that count no longer. What is said about them hangs on their free texts and goes with those.

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{free_texts, segments};
use crate::statement::model::Statement;

/// Takes the segments of all versions away, and with them everything that was said about them.
pub(super) fn forget(conn: &mut Conn, statement: &Statement) -> AppResult<()> {
    let versions: Vec<_> = statement.versions.iter().map(|one| &one.id).collect();
    let texts: Vec<String> = segments::table
        .filter(segments::version_id.eq_any(versions))
        .select(segments::text_id)
        .load(conn)?;
    diesel::delete(free_texts::table.filter(free_texts::id.eq_any(texts))).execute(conn)?;
    Ok(())
}
