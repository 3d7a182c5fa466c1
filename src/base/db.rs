//! The two doors to the data. [`Db::read`] cannot write: the database itself refuses. [`Db::write`] takes a closure
//! that does nothing but SQL and may run twice; it answers only after the commit has reached the disk.
//!
//! SQLite has one writer thread that drains its queue into one transaction, with a savepoint for each of several: one fsync
//! serves all who wait. PostgreSQL runs each closure in a SERIALIZABLE transaction and repeats it when two collide.

mod among;
mod changes;
mod conn;
mod erase;
mod guard;
mod look;
mod outbox;
mod pieces;
mod pool;
mod recall;
mod rows;
mod sound;
mod standby;
mod writer;

use std::path::Path;
use std::sync::Arc;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, RunQueryDsl};
use diesel_migrations::{EmbeddedMigrations, embed_migrations};

use crate::base::cache::Memo;
use crate::base::error::{AppError, AppResult};

pub(crate) use among::Among;
use changes::Changes;
pub use changes::{PublicState, Shown};
pub use conn::Conn;
pub use guard::{Held, known_steps, steps_of, unknown_steps};
pub use look::Found;
pub use outbox::{Claimed, Outcome};
pub(crate) use pieces::{insert_all, pieces, upsert_all};
pub use pool::ReadPool;
pub use recall::{Arrivals, Before, Recall};
pub use rows::at_one_moment;
pub(crate) use rows::{each, each_row};
pub use sound::{careless_settings, damage, waits_for_standby};
use standby::Standby;
pub(crate) use writer::Together;
use writer::Writer;

/// The one list of migrations, for both databases.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Where the data lives.
#[derive(Clone, Debug)]
pub enum Place {
    /// A SQLite file (default).
    Sqlite(String),
    /// A PostgreSQL address, `postgres://…`.
    Postgres(String),
}

impl Place {
    /// The address from the configuration, or `trialog.sqlite` in the data folder when it is empty.
    pub fn of(url: &str, data: &Path) -> Self {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Self::Postgres(url.to_owned())
        } else if url.is_empty() {
            Self::Sqlite(data.join("trialog.sqlite").to_string_lossy().into_owned())
        } else {
            let path = url.strip_prefix("sqlite:").unwrap_or(url);
            Self::Sqlite(path.strip_prefix("//").unwrap_or(path).to_owned())
        }
    }

    /// A connection that may write, past the queue of writes; only for what makes or fills a whole database.
    ///
    /// # Errors
    /// When there is none to be had.
    pub(super) fn writable(&self) -> anyhow::Result<Conn> {
        writable(self)
    }

    fn connect(&self) -> Result<Conn, diesel::ConnectionError> {
        Ok(match self {
            Self::Sqlite(path) => Conn::Sqlite(SqliteConnection::establish(path)?),
            Self::Postgres(url) => Conn::Postgres(PgConnection::establish(url)?),
        })
    }
}

/// How busy the doors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Connections that read.
    pub connections: u32,
    /// Those of them that have nothing to do.
    pub idle: u32,
    /// Writes that were handed over and are not yet settled.
    pub queued_writes: usize,
}

/// The database, shared by all threads.
#[derive(Clone)]
pub struct Db {
    reads: ReadPool,
    writer: Arc<Writer>,
    place: Arc<Place>,
    changes: Arc<Changes>,
    /// Where public pages may be read.
    standby: Option<Arc<Standby>>,
    /// Whether these reads are for such a page.
    may_be_aside: bool,
    recalled: Arc<Memo>,
    pages: Arc<Memo>,
    lines: Arc<among::Lines>,
}

impl Db {
    /// Opens the database and brings its tables up to date. `readers` is the number of connections that read.
    pub fn open(place: &Place, readers: u32) -> anyhow::Result<Self> {
        let mut first = writable(place)?;
        guard::bring_up_to_date(&mut first)?;
        drop(first);
        Ok(Self {
            reads: ReadPool::open(place, readers)?,
            writer: Arc::new(Writer::open(place)?),
            place: Arc::new(place.clone()),
            changes: Arc::default(),
            standby: None,
            may_be_aside: false,
            recalled: Arc::new(Memo::of_room(recall::ROOM)),
            pages: Arc::new(Memo::of_room(recall::PAGES)),
            lines: Arc::default(),
        })
    }

    /// Reads, off the web threads.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let (reads, aside) = (self.reads.clone(), self.aside());
        let read = move || {
            if let Some((standby, at_least)) = aside
                && let Some(conn) = standby.lend(at_least)
            {
                return standby.with(conn, work);
            }
            reads.with(work)
        };
        actix_web::rt::task::spawn_blocking(read)
            .await
            .map_err(|panic| AppError::Internal(anyhow::anyhow!("a read broke off: {panic}")))?
    }

    /// Reads a few rows by their keys, as every request does before its page. Where the database is a file it happens on this thread:
    /// such a read takes some millionths of a second, and handing it over takes longer. Nothing that looks at many rows belongs here.
    ///
    /// # Errors
    /// Those of `work`.
    pub async fn read_briefly<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        if let Place::Sqlite(_) = *self.place
            && let Some(mut conn) = self.reads.free()
        {
            return conn.ask(work).map_err(pool::told);
        }
        self.read(work).await
    }

    /// How busy the doors are just now.
    pub fn load(&self) -> Load {
        let (connections, idle) = self.reads.load();
        Load {
            connections,
            idle,
            queued_writes: self.writer.queued(),
        }
    }

    /// Reads on this thread; for commands.
    pub fn read_here<T>(&self, work: impl FnOnce(&mut Conn) -> AppResult<T>) -> AppResult<T> {
        self.reads.with(work)
    }

    /// Reads on this thread, everything as it stood at one moment however many write meanwhile; for commands.
    pub fn snapshot<T>(&self, work: impl FnOnce(&mut Conn) -> AppResult<T>) -> AppResult<T> {
        self.reads.with(|conn| at_one_moment(conn, work))
    }

    /// Takes what was overwritten out of the files, too: SQLite keeps former pages in its write-ahead log until the log is
    /// begun anew (`secure_delete` fills freed places of the database itself with zeros). PostgreSQL does so by its own
    /// vacuum. Not inside a transaction; waits for readers, at most five seconds.
    ///
    /// # Errors
    /// When the database fails.
    pub fn settle(&self) -> anyhow::Result<()> {
        if let Place::Sqlite(_) = *self.place {
            let log: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)")
                .get_result(&mut self.place.writable()?)?;
            anyhow::ensure!(log.busy == 0, "somebody reads on");
        }
        Ok(())
    }

    /// Writes and waits for the commit. Only `account::May` calls this, so that no write goes without its permission.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Conn) -> AppResult<(T, Shown)> + Send + 'static,
    ) -> AppResult<T> {
        let written = self.writer.submit(changes::counting(work))?;
        let written = written.await.unwrap_or_else(|_| Err(broken_off()));
        self.told(written)
    }

    /// Writes what can be written for many with the same statements, and waits for the commit. As [`Db::write`].
    pub(crate) async fn write_together<W: Together>(&self, work: W) -> AppResult<W::Done> {
        let written = self.writer.submit_together(work)?;
        let written = written.await.unwrap_or_else(|_| Err(broken_off()));
        self.told(written)
    }

    /// Writes what no public page shows.
    async fn write_unseen<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Conn) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        self.write(move |conn| Ok((work(conn)?, Shown::Later)))
            .await
    }

    /// Writes on behalf of a command and waits for the commit.
    pub(crate) fn write_here<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Conn) -> AppResult<(T, Shown)> + Send + 'static,
    ) -> AppResult<T> {
        let written = self.writer.submit(changes::counting(work))?;
        let written = written.blocking_recv();
        self.told(written.unwrap_or_else(|_| Err(broken_off())))
    }
}

/// What SQLite says about a checkpoint of its write-ahead log.
#[derive(diesel::QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

/// Whether a database cannot be reached, or belongs to somebody else just now: then it is worth trying again soon.
fn is_out_of_reach(why: &diesel::result::Error) -> bool {
    use diesel::result::{DatabaseErrorKind, Error};
    match why {
        Error::DatabaseError(DatabaseErrorKind::ClosedConnection, _)
        | Error::BrokenTransactionManager => true,
        // A server that only follows another takes no writes: its turn may come, or the address leads elsewhere soon.
        Error::DatabaseError(_, told) => {
            ["connection", "hot standby", "recovery"]
                .iter()
                .any(|word| told.message().contains(word))
                || told.message() == "database is locked"
        }
        _ => false,
    }
}

fn broken_off() -> AppError {
    AppError::Internal(anyhow::anyhow!("a write broke off before its commit"))
}

/// A connection that may write, with the promises the product rests on asserted.
fn writable(place: &Place) -> anyhow::Result<Conn> {
    let mut conn = place.connect()?;
    if let Conn::Postgres(postgres) = &mut conn {
        // Whatever the server's own default is: whoever waits for a receipt waits for the disk, and for that of a standby
        // where the town has one that commits wait for.
        postgres.batch_execute(
            "SELECT set_config('synchronous_commit', 'on', false) \
             WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')",
        )?;
    }
    if let Conn::Sqlite(sqlite) = &mut conn {
        // The log is copied into the database after 32 MB, not after SQLite's 4: rows with random names change the same pages again and
        // again, and each is then copied once.
        sqlite.batch_execute(
            "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
             PRAGMA foreign_keys = ON; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY; \
             PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = ON;",
        )?;
        // A receipt promises that the answer survives a power cut; less than FULL would break that promise.
        let full: i32 = pragma(sqlite, "synchronous")?;
        let keys: i32 = pragma(sqlite, "foreign_keys")?;
        anyhow::ensure!(
            full == 2 && keys == 1,
            "SQLite refuses synchronous=FULL or foreign keys"
        );
    }
    Ok(conn)
}

fn pragma(conn: &mut SqliteConnection, name: &str) -> diesel::QueryResult<i32> {
    diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>(&format!(
        "(SELECT {name} FROM pragma_{name}())"
    )))
    .get_result(conn)
}
