//! A fresh database for each test, on the system that `TEST_DATABASE` names: `sqlite` (also when it is not set) or
//! `postgres`, where `TEST_DATABASE_URL` leads to a server on which databases may be made.
//!
//! The tables are made once per run; each test gets a copy. No test waits for another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent, SimpleConnection};
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, RunQueryDsl};
use diesel_migrations::MigrationHarness;
use trialog::base::db::{Conn, Db, MIGRATIONS, Place};

/// Which system the suite runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Sqlite,
    Postgres,
}

/// The system under test.
pub fn system() -> System {
    match setting("TEST_DATABASE").as_deref() {
        None | Some("" | "sqlite") => System::Sqlite,
        Some("postgres") => System::Postgres,
        Some(other) => panic!("TEST_DATABASE is {other:?}; it can be sqlite or postgres"),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the suite is told its database by the environment, not by the product's options"
)]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The database of one test; it is removed with this value.
pub struct TestDatabase {
    /// The two doors.
    pub db: Db,
    place: Place,
}

impl TestDatabase {
    /// A database with all tables and no rows.
    pub fn new() -> Self {
        static WATCH: OnceLock<()> = OnceLock::new();
        WATCH.get_or_init(|| {
            diesel::connection::set_default_instrumentation(watcher).unwrap();
        });
        let place = match system() {
            System::Sqlite => copied_file(),
            System::Postgres => copied_database(),
        };
        let db = Db::open(&place, 4).unwrap();
        Self { db, place }
    }

    /// A connection past the two doors, for looking at rows and for breaking them.
    pub fn connect(&self) -> Conn {
        connect(&self.place)
    }

    /// Where it lies.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// A second process on the same database.
    pub fn reopened(&self) -> Db {
        Db::open(&self.place, 2).unwrap()
    }

    /// The rows a statement gives in its column `n`: a count.
    pub fn count(&self, from: &str) -> i64 {
        #[derive(diesel::QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let sql = format!("SELECT COUNT(*) AS n FROM {from}");
        diesel::sql_query(sql)
            .get_result::<Row>(&mut self.connect())
            .unwrap()
            .n
    }

    /// All rows of a table, as text.
    pub fn dump(&self, table: &str) -> String {
        rows(&mut self.connect(), table).join("\n")
    }

    /// All rows of all tables, sorted.
    pub fn dump_all(&self) -> BTreeMap<String, Vec<String>> {
        let mut conn = self.connect();
        let tables = crate::inventory::tables().into_iter();
        tables
            // Both count acts, also those that in the end changed nothing.
            .filter(|table| !["public_state", "last_commits"].contains(&table.as_str()))
            .map(|table| {
                let mut found = rows(&mut conn, &table);
                found.sort_unstable();
                (table, found)
            })
            .collect()
    }

    /// Every statement that was sent to this database.
    pub fn statements(&self) -> BTreeSet<String> {
        let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(address(&self.place));
        seen.into_iter()
            .flatten()
            .map(|(statement, _)| statement.clone())
            .collect()
    }

    /// How many statements about rows were sent to it so far, however often the same. What a connection asks to see whether it still
    /// lives is not among them.
    pub fn sent(&self) -> u64 {
        let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(address(&self.place)).into_iter().flatten();
        seen.filter(|(statement, _)| statement.contains(" FROM ") || !statement.starts_with('S'))
            .map(|(_, times)| times)
            .sum()
    }
}

/// The rows of a table, each as one text.
fn rows(conn: &mut Conn, table: &str) -> Vec<String> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        line: String,
    }
    let lines = |conn: &mut Conn, sql: String| -> Vec<String> {
        let rows: Vec<Row> = diesel::sql_query(sql).load(conn).unwrap();
        rows.into_iter().map(|row| row.line).collect()
    };
    let sql = match conn {
        Conn::Postgres(_) => format!("SELECT t::text AS line FROM {table} t"),
        Conn::Sqlite(_) => {
            let names = format!("SELECT name AS line FROM pragma_table_info('{table}')");
            let cells: Vec<_> = lines(conn, names)
                .iter()
                .map(|name| format!("COALESCE(CAST({name} AS TEXT), '')"))
                .collect();
            format!("SELECT {} AS line FROM {table}", cells.join(" || ',' || "))
        }
    };
    lines(conn, sql)
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.place {
            Place::Sqlite(path) => {
                for ending in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{path}{ending}"));
                }
            }
            Place::Postgres(url) => {
                let name = url.rsplit('/').next().unwrap_or_default();
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                let _ = server().batch_execute(&drop);
            }
        }
    }
}

fn address(place: &Place) -> &str {
    match place {
        Place::Sqlite(path) => path,
        Place::Postgres(url) => url,
    }
}

fn connect(place: &Place) -> Conn {
    match place {
        Place::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(path).unwrap();
            conn.batch_execute("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON")
                .unwrap();
            Conn::Sqlite(conn)
        }
        Place::Postgres(url) => Conn::Postgres(PgConnection::establish(url).unwrap()),
    }
}

/// A name nobody else uses, not even another run at the same time.
fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("t_{}_{n}", std::process::id())
}

/// A SQLite file without tables or rows.
pub fn empty() -> Place {
    match system() {
        System::Sqlite => Place::Sqlite(file(&fresh_name())),
        System::Postgres => {
            let name = fresh_name();
            server()
                .batch_execute(&format!("CREATE DATABASE {name}"))
                .unwrap();
            Place::Postgres(beside(&name))
        }
    }
}

/// The database at a place that [`empty`] made.
pub fn adopt(place: Place) -> TestDatabase {
    TestDatabase {
        db: Db::open(&place, 1).unwrap(),
        place,
    }
}

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    folder
        .join(format!("{name}.sqlite"))
        .to_string_lossy()
        .into_owned()
}

fn copied_file() -> Place {
    static MIGRATED: OnceLock<Vec<u8>> = OnceLock::new();
    let migrated = MIGRATED.get_or_init(|| {
        let path = PathBuf::from(file(&fresh_name()));
        let mut conn = SqliteConnection::establish(&path.to_string_lossy()).unwrap();
        conn.run_pending_migrations(MIGRATIONS).unwrap();
        drop(conn);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::remove_file(path).unwrap();
        bytes
    });
    let path = file(&fresh_name());
    std::fs::write(&path, migrated).unwrap();
    Place::Sqlite(path)
}

fn copied_database() -> Place {
    // PostgreSQL copies a database only while nobody else looks at it: one copy at a time.
    static MIGRATED: Mutex<Option<String>> = Mutex::new(None);
    let mut migrated = MIGRATED.lock().unwrap_or_else(PoisonError::into_inner);
    let template = migrated.get_or_insert_with(|| {
        let name = fresh_name();
        server()
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .unwrap();
        let mut conn = PgConnection::establish(&beside(&name)).unwrap();
        conn.run_pending_migrations(MIGRATIONS).unwrap();
        name
    });
    let name = fresh_name();
    server()
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .unwrap();
    Place::Postgres(beside(&name))
}

fn server_url() -> String {
    setting("TEST_DATABASE_URL").expect("TEST_DATABASE=postgres needs TEST_DATABASE_URL")
}

fn server() -> PgConnection {
    PgConnection::establish(&server_url()).unwrap()
}

/// The address of another database on the same server.
fn beside(name: &str) -> String {
    let url = server_url();
    let (server, _) = url.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

/// The statements sent so far, by database.
static SEEN: Mutex<BTreeMap<String, BTreeMap<String, u64>>> = Mutex::new(BTreeMap::new());

/// Listens on one connection.
struct Watcher {
    database: String,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "diesel asks for a function like this"
)]
fn watcher() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(Watcher {
        database: String::new(),
    }))
}

impl Instrumentation for Watcher {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => {
                url.clone_into(&mut self.database);
            }
            InstrumentationEvent::StartQuery { query, .. } => {
                let statement = query.to_string();
                let statement = statement.split("-- binds:").next().unwrap_or_default();
                let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
                let seen = seen.entry(self.database.clone()).or_default();
                match seen.get_mut(statement) {
                    Some(times) => *times += 1,
                    None => drop(seen.insert(statement.to_owned(), 1)),
                }
            }
            _ => {}
        }
    }
}
