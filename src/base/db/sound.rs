//! Whether the database itself is sound: what `trialog verify` and `trialog check` ask it.

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::Conn;
use crate::base::error::AppResult;

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

fn ask(conn: &mut Conn, asked: &str) -> AppResult<Vec<String>> {
    let said: Vec<Said> = sql_query(asked).load(conn)?;
    Ok(said.into_iter().map(|row| row.said).collect())
}

/// Damage in the file of SQLite, and rows that refer to nothing. PostgreSQL watches over its own files and references.
///
/// # Errors
/// When the database cannot be read at all.
pub fn damage(conn: &mut Conn) -> AppResult<Vec<String>> {
    if let Conn::Postgres(_) = conn {
        return Ok(Vec::new());
    }
    let mut found = ask(
        conn,
        "SELECT integrity_check AS said FROM pragma_integrity_check()",
    )?;
    found.retain(|said| said != "ok");
    found.extend(ask(
        conn,
        "SELECT \"table\" || ' -> ' || parent AS said FROM pragma_foreign_key_check()",
    )?);
    Ok(found)
}

/// Whether a commit on PostgreSQL waits until a standby has it, too. SQLite has none.
///
/// # Errors
/// When the database cannot be read.
pub fn waits_for_standby(conn: &mut Conn) -> AppResult<bool> {
    if let Conn::Sqlite(_) = conn {
        return Ok(false);
    }
    let names = "SELECT current_setting('synchronous_standby_names') AS said";
    Ok(ask(conn, names)?.iter().any(|names| !names.is_empty()))
}

/// Settings of PostgreSQL with which a commit may be lost: a receipt promises that it is not.
///
/// # Errors
/// When the database cannot be read.
pub fn careless_settings(conn: &mut Conn) -> AppResult<Vec<String>> {
    if let Conn::Sqlite(_) = conn {
        // Asserted whenever a connection that writes is opened.
        return Ok(Vec::new());
    }
    ask(
        conn,
        "SELECT CAST(name || ' = off' AS TEXT) AS said FROM pg_settings \
         WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name",
    )
}
