//! The connection that is whichever database the town runs.
#![expect(
    missing_docs,
    reason = "the derive writes functions without documentation"
)]

use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

/// A connection to whichever database the town runs.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}
