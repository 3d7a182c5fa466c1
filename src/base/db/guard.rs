//! Who may open a database: one server at a time for a SQLite file, and no program that is older than its tables.

use std::fs::{File, TryLockError};

use anyhow::Context;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::MigrationHarness;

use super::conn::MultiBackend;
use super::{Conn, MIGRATIONS, Place};
use crate::base::error::AppResult;

/// Any number that no other program on the same PostgreSQL takes: processes that start at once bring the tables up to date
/// one after the other.
const MIGRATING: i64 = 0x7472_6961_6c6f_6701;

/// The right to serve a SQLite file. The system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub struct Held(Option<File>);

impl Held {
    /// Whether anything has to be held: PostgreSQL serves as many processes as there are.
    pub fn is_file(&self) -> bool {
        self.0.is_some()
    }
}

impl Place {
    /// Takes the right to serve; nothing when another process has it.
    ///
    /// A file of its own is locked: SQLite loses its own locks when anybody else closes the database's file.
    ///
    /// # Errors
    /// When no file can be written beside the database.
    pub fn hold(&self) -> anyhow::Result<Option<Held>> {
        let Self::Sqlite(path) = self else {
            return Ok(Some(Held(None)));
        };
        let path = format!("{path}.lock");
        let file = File::options()
            .create(true)
            .append(true)
            .open(&path)
            .with_context(|| path.clone())?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Held(Some(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(why)) => Err(why).context(path),
        }
    }
}

/// One step by which tables are made.
pub type Step = Box<dyn Migration<MultiBackend>>;

/// The steps by which this program makes its tables, by their names in the order in which they are done.
pub fn known_steps() -> anyhow::Result<Vec<(String, Step)>> {
    let steps = MigrationSource::<MultiBackend>::migrations(&MIGRATIONS);
    let steps = steps.map_err(|why| anyhow::anyhow!("{why}"))?;
    let mut steps: Vec<_> = steps
        .into_iter()
        .map(|step| (step.name().version().to_string(), step))
        .collect();
    steps.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(steps)
}

/// The steps that were done in a database, in their order.
///
/// # Errors
/// When the database fails.
pub fn steps_of(conn: &mut Conn) -> AppResult<Vec<String>> {
    let asked = "SELECT version FROM __diesel_schema_migrations ORDER BY version";
    let steps: Vec<Done> = sql_query(asked).load(conn)?;
    Ok(steps.into_iter().map(|step| step.version).collect())
}

#[derive(QueryableByName)]
struct Done {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Steps of a database or a backup that this program does not know: a newer one has made them.
///
/// # Errors
/// When the program's own list is broken.
pub fn unknown_steps(found: &[String]) -> anyhow::Result<Vec<String>> {
    let known: Vec<_> = known_steps()?.into_iter().map(|(name, _)| name).collect();
    let unknown = found.iter().filter(|step| !known.contains(step));
    Ok(unknown.cloned().collect())
}

/// Brings the tables up to date.
///
/// # Errors
/// When the database fails, or a newer program has made tables this one does not know.
pub(super) fn bring_up_to_date(conn: &mut Conn) -> anyhow::Result<()> {
    if let Conn::Postgres(postgres) = conn {
        // Until this connection ends.
        postgres.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATING})"))?;
    }
    // Makes the list of steps where there is none yet.
    let done = conn.applied_migrations();
    done.map_err(|why| anyhow::anyhow!("the tables cannot be read: {why}"))?;
    let unknown = unknown_steps(&steps_of(conn)?)?;
    if let Some(step) = unknown.last() {
        anyhow::bail!(
            "Diese Daten hat eine neuere Fassung von Trialog geschrieben (Schritt {step}). \
             Damit nichts verloren geht, öffnet diese ältere sie nicht. Bitte die neuere verwenden."
        );
    }
    match conn.run_pending_migrations(MIGRATIONS) {
        Ok(_) => Ok(()),
        Err(why) => anyhow::bail!("the tables could not be brought up to date: {why}"),
    }
}
