//! The ceilings of writing: the rows of a submission, committed by a bare loop on the same kind of database, without HTTP,
//! reading or checking; and where the product's rows are counted.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;

use crate::counted::{COUNT, Counted, Rows};
use crate::crowd::{Sample, sample};
use crate::submission::{Submission, Submit};

/// A database, as a place to measure.
pub enum Database<'a> {
    /// The folder in which a SQLite file may be made.
    Sqlite(&'a Path),
    /// The address of a PostgreSQL in which tables of our own may be made.
    Postgres(&'a str),
}

/// Rows so far in the product's database.
pub fn counted(database: &Database) -> anyhow::Result<Counted> {
    Ok(match database {
        Database::Sqlite(folder) => {
            let file = folder.join("data/trialog.sqlite");
            let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
            diesel::sql_query(COUNT).get_result(&mut conn)?
        }
        Database::Postgres(url) => {
            diesel::sql_query(COUNT).get_result(&mut PgConnection::establish(url)?)?
        }
    })
}

/// Commits submissions for a while, `batch` of them at once; each acknowledged when its commit has reached the disk.
pub fn commit(
    database: &Database,
    rows: Rows,
    batch: u64,
    time: Duration,
) -> anyhow::Result<Sample> {
    let file = database.emptied(rows)?;
    let began = Instant::now();
    let times = match database {
        Database::Sqlite(_) => repeat(&mut sqlite_at(&file)?, rows, batch, time)?,
        Database::Postgres(url) => repeat(&mut postgres_at(url)?, rows, batch, time)?,
    };
    sample(times, began.elapsed(), Duration::ZERO)
}

fn repeat(
    conn: &mut impl Submit,
    rows: Rows,
    batch: u64,
    time: Duration,
) -> anyhow::Result<Vec<Duration>> {
    let began = Instant::now();
    let (mut times, mut done) = (Vec::new(), 0);
    while began.elapsed() < time {
        let from = Instant::now();
        conn.in_transaction(|conn| {
            (done..done + batch).try_for_each(|number| conn.write(Submission { number, rows }))
        })?;
        done += batch;
        // Everybody in a batch waits for its one commit.
        times.extend(std::iter::repeat_n(from.elapsed(), usize::try_from(batch)?));
    }
    Ok(times)
}

impl Database<'_> {
    /// Empties the tables of the bare programs. Gives where their SQLite file is.
    pub fn emptied(&self, rows: Rows) -> anyhow::Result<String> {
        match self {
            Self::Sqlite(folder) => {
                let file = folder.join("bare.sqlite");
                let file = file.to_string_lossy().into_owned();
                for leftover in ["", "-wal", "-shm"] {
                    // There is none before the first round.
                    let _ = std::fs::remove_file(format!("{file}{leftover}"));
                }
                sqlite_at(&file)?.prepare(rows)?;
                Ok(file)
            }
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(url)?;
                conn.batch_execute("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare;")?;
                postgres_at(url)?.prepare(rows)?;
                Ok(String::new())
            }
        }
    }
}

/// As the product opens its file.
pub fn sqlite_at(file: &str) -> anyhow::Result<SqliteConnection> {
    let mut conn = SqliteConnection::establish(file)?;
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
    )?;
    Ok(conn)
}

/// In a place of its own beside the product's tables.
pub fn postgres_at(url: &str) -> anyhow::Result<PgConnection> {
    let mut conn = PgConnection::establish(url)?;
    conn.batch_execute("SET search_path TO bare")?;
    Ok(conn)
}
