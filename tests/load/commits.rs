//! The ceiling of writing: the rows of a submission, committed one after the other by a bare loop on the same database,
//! without HTTP, reading or checking.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::anyhow;
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use diesel::upsert::excluded;
use serde::Serialize;

use crate::crowd::{Sample, sample};

diesel::table! {
    bare_sheets (id) {
        id -> Text,
        person -> Text,
        day -> Text,
    }
}

diesel::table! {
    bare_cells (sheet, place) {
        sheet -> Text,
        place -> Integer,
        code -> Nullable<Integer>,
        text -> Nullable<Text>,
    }
}

diesel::table! {
    bare_counts (place) {
        place -> Integer,
        n -> BigInt,
    }
}

/// Keys as in the product: random texts, so that rows do not simply line up at the end of an index.
const TABLES: &str = "
    CREATE TABLE bare_sheets (id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, day TEXT NOT NULL);
    CREATE TABLE bare_cells (sheet TEXT NOT NULL, place INTEGER NOT NULL, code INTEGER, text TEXT,
        PRIMARY KEY (sheet, place));
    CREATE TABLE bare_counts (place INTEGER NOT NULL PRIMARY KEY, n BIGINT NOT NULL);";

/// How many rows a submission writes; counted in the product's own tables after people have handed in.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Rows {
    /// New questionnaires.
    pub sheets: usize,
    /// New answer cells.
    pub cells: usize,
    /// Cells that are counted, each of which changes a tally.
    pub coded: usize,
    /// Counters changed: tallies, the day of each questionnaire, the head count. The person's own row stands for one more.
    pub counters: usize,
}

/// How many connections a pool has.
const POOL: usize = 8;

/// A database, as a place to measure.
pub enum Database<'a> {
    /// The folder in which a SQLite file may be made.
    Sqlite(&'a Path),
    /// The address of a PostgreSQL in which tables of our own may be made.
    Postgres(&'a str),
}

/// Three counts in one row.
#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    sheets: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    cells: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    coded: i64,
}

/// Rows so far in the product's database: questionnaires, answer cells, and those of them that are counted.
pub fn counted(database: &Database) -> anyhow::Result<[i64; 3]> {
    let sql = "SELECT (SELECT count(*) FROM questionnaires) AS sheets, \
        (SELECT count(*) FROM answers) AS cells, \
        (SELECT count(code) FROM answers) AS coded";
    let found: Counted = match database {
        Database::Sqlite(folder) => {
            let file = folder.join("data/trialog.sqlite");
            let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
            diesel::sql_query(sql).get_result(&mut conn)?
        }
        Database::Postgres(url) => {
            diesel::sql_query(sql).get_result(&mut PgConnection::establish(url)?)?
        }
    };
    Ok([found.sheets, found.cells, found.coded])
}

impl Rows {
    /// Rows of one submission, from two counts with so many submissions in between.
    pub fn between(before: [i64; 3], after: [i64; 3], submissions: usize) -> anyhow::Result<Self> {
        let each = |at: usize| {
            anyhow::Ok(usize::try_from(after[at] - before[at])?.div_ceil(submissions.max(1)))
        };
        let (sheets, cells, coded) = (each(0)?, each(1)?, each(2)?);
        // Each tally, the day of each questionnaire, the head count, and the person's own row.
        let counters = coded + sheets + 2;
        Ok(Self {
            sheets,
            cells,
            coded,
            counters,
        })
    }
}

/// Commits row sets for a while, `batch` of them at once; each acknowledged when its commit has reached the disk.
pub fn commit(
    database: &Database,
    rows: Rows,
    batch: usize,
    time: Duration,
) -> anyhow::Result<Sample> {
    let began = Instant::now();
    let times = match database.emptied()? {
        Way::Sqlite(file) => sqlite(&mut sqlite_at(&file)?, rows, batch, (0, time))?,
        Way::Postgres(url) => postgres(&mut postgres_at(url)?, rows, batch, (0, time))?,
    };
    sample(times, began.elapsed(), Duration::ZERO)
}

/// The same as most web applications do it: `clients` wait for a pool of [`POOL`] connections, each submission is a
/// transaction of its own.
pub fn pooled(
    database: &Database,
    rows: Rows,
    clients: usize,
    time: Duration,
) -> anyhow::Result<Sample> {
    let way = database.emptied()?;
    let began = Instant::now();
    let times = thread::scope(|scope| {
        let way = &way;
        let hand = |n: usize| {
            scope.spawn(move || match way {
                Way::Sqlite(file) => sqlite(&mut sqlite_at(file)?, rows, 1, (n, time)),
                Way::Postgres(url) => postgres(&mut postgres_at(url)?, rows, 1, (n, time)),
            })
        };
        // Who waits for a connection needs no thread: what counts is how many connections work.
        let hands: Vec<_> = (0..POOL.min(clients)).map(hand).collect();
        let mut times = Vec::new();
        for hand in hands {
            let done = hand.join().map_err(|_| anyhow!("a connection broke off"))?;
            times.extend(done?);
        }
        anyhow::Ok(times)
    })?;
    sample(times, began.elapsed(), Duration::ZERO)
}

/// Where the bare loop writes.
enum Way<'a> {
    Sqlite(String),
    Postgres(&'a str),
}

impl Database<'_> {
    /// The tables of the bare loop, empty.
    fn emptied(&self) -> anyhow::Result<Way<'_>> {
        match self {
            Self::Sqlite(folder) => {
                let file = folder.join("bare.sqlite");
                let file = file.to_string_lossy().into_owned();
                for leftover in ["", "-wal", "-shm"] {
                    // There is none before the first round.
                    let _ = std::fs::remove_file(format!("{file}{leftover}"));
                }
                sqlite_at(&file)?.batch_execute(TABLES)?;
                Ok(Way::Sqlite(file))
            }
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(url)?;
                conn.batch_execute("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare;")?;
                postgres_at(url)?.batch_execute(TABLES)?;
                Ok(Way::Postgres(url))
            }
        }
    }
}

/// As the product opens its file.
fn sqlite_at(file: &str) -> anyhow::Result<SqliteConnection> {
    let mut conn = SqliteConnection::establish(file)?;
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
    )?;
    Ok(conn)
}

fn postgres_at(url: &str) -> anyhow::Result<PgConnection> {
    let mut conn = PgConnection::establish(url)?;
    conn.batch_execute("SET search_path TO bare")?;
    Ok(conn)
}

/// The loop, once for each kind of connection: `on_conflict` cannot be said to both at once.
macro_rules! committing {
    ($name:ident, $connection:ty, $transaction:ident) => {
        fn $name(
            conn: &mut $connection,
            rows: Rows,
            batch: usize,
            (hand, time): (usize, Duration),
        ) -> anyhow::Result<Vec<Duration>> {
            let began = Instant::now();
            let mut times = Vec::new();
            // Each hand has numbers of its own.
            let mut number = u64::try_from(hand)? << 40;
            while began.elapsed() < time {
                let from = Instant::now();
                conn.$transaction(|conn| {
                    for _ in 0..batch {
                        number += 1;
                        for sheet in 0..rows.sheets {
                            let id = key(number * 16 + u64::try_from(sheet).unwrap_or_default());
                            diesel::insert_into(bare_sheets::table)
                                .values((
                                    bare_sheets::id.eq(&id),
                                    bare_sheets::person.eq(key(number)),
                                    bare_sheets::day.eq("2026-01-01"),
                                ))
                                .execute(conn)?;
                        }
                        let sheet = key(number * 16);
                        for (place, cell) in (0i32..).zip(0..rows.cells) {
                            let is_coded = cell < rows.coded;
                            diesel::insert_into(bare_cells::table)
                                .values((
                                    bare_cells::sheet.eq(&sheet),
                                    bare_cells::place.eq(place),
                                    bare_cells::code.eq(is_coded.then_some(1)),
                                    bare_cells::text.eq((!is_coded).then_some(TEXT)),
                                ))
                                .execute(conn)?;
                        }
                        for (place, _) in (0i32..).zip(0..rows.counters) {
                            diesel::insert_into(bare_counts::table)
                                .values((bare_counts::place.eq(place), bare_counts::n.eq(1)))
                                .on_conflict(bare_counts::place)
                                .do_update()
                                .set(bare_counts::n.eq(bare_counts::n + excluded(bare_counts::n)))
                                .execute(conn)?;
                        }
                    }
                    diesel::QueryResult::Ok(())
                })?;
                // Everybody in a batch waits for its one commit.
                times.extend(std::iter::repeat_n(from.elapsed(), batch));
            }
            Ok(times)
        }
    };
}
// Who begins by reading could not write any more when somebody else has written meanwhile.
committing!(sqlite, SqliteConnection, immediate_transaction);
committing!(postgres, PgConnection, transaction);

const TEXT: &str = "Am Bach unter der Holzbrücke gibt es Steine und Wasser. Mehr Schatten wäre gut, \
    und eine Bank für die Großeltern, die warten.";

/// A key that lies anywhere among the others, the same in each run.
fn key(number: u64) -> String {
    // SplitMix64: spreads consecutive numbers evenly.
    let mut mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    format!("{:016x}{number:016x}", mixed ^ (mixed >> 31))
}
