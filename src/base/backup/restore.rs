//! A backup becomes an installation again, where there is none.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, ExpressionMethods, QueryDsl, QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::MigrationHarness;

use super::{Manifest, Opened, rows};
use crate::base::attachment::{Digest, Vault, named};
use crate::base::db::{Conn, MIGRATIONS, Place, known_steps};
use crate::base::erasure::{Again, Entry, again};
use crate::base::error::AppResult;
use crate::base::schema::outbox;

/// Where a backup is restored to.
pub struct Target<'a> {
    /// The database; it must be free.
    pub place: &'a Place,
    /// The folder for the files that people handed in.
    pub vault: &'a Vault,
    /// Now.
    pub at: DateTime<Utc>,
    /// What was erased, perhaps after the backup was made: it is erased again before anybody sees the data.
    pub erased: &'a [Entry],
}

/// What mails that were waiting say afterwards: nobody knows whether they left after the backup was made.
const PERHAPS_SENT: &str = "Stand in einer Sicherung; vielleicht schon zugestellt";

/// Whether there is nothing yet that could be overwritten: no file, or no table in PostgreSQL.
///
/// # Errors
/// When PostgreSQL does not answer.
pub fn is_free(place: &Place) -> anyhow::Result<bool> {
    if let Place::Sqlite(path) = place {
        return Ok(["", "-wal"]
            .iter()
            .all(|end| !Path::new(&format!("{path}{end}")).exists()));
    }
    Ok(rows::tables(&mut place.writable()?)?.is_empty())
}

/// Fills an empty place; gives how much was erased again. The database appears last and at once, so that a restore that was broken off can be begun anew.
///
/// # Errors
/// When the place is not free, or does not take what is in the backup. Then there is no database.
pub fn restore(backup: &mut Opened, target: &Target<'_>) -> anyhow::Result<Again> {
    ensure!(is_free(target.place)?, "the database is not empty");
    for digest in backup.files() {
        let bytes = backup.file(&digest)?;
        let kept = target.vault.keep(&bytes)?;
        ensure!(kept == digest, "{} was altered", digest.as_str());
    }
    let (again, needed) = match target.place {
        Place::Sqlite(path) => {
            let half = Place::Sqlite(format!("{path}.restored"));
            half.erase()?;
            let mut conn = half.writable()?;
            let filled = fill(&mut conn, backup, target)?;
            // Everything into the one file that gets the name.
            conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?;
            drop(conn);
            let half = format!("{path}.restored");
            File::open(&half)?.sync_all()?;
            fs::rename(&half, path).with_context(|| path.clone())?;
            let folder = Path::new(path)
                .parent()
                .filter(|it| !it.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
            filled
        }
        Place::Postgres(_) => {
            let mut conn = target.place.writable()?;
            conn.transaction(|conn| fill(conn, backup, target))?
        }
    };
    // What belonged to something that was erased since.
    for digest in backup.files() {
        if !needed.contains(&digest) {
            target.vault.forget(&digest)?;
        }
    }
    Ok(again)
}

/// What was erased again, and the files that rows still name.
type Filled = (Again, HashSet<Digest>);

/// Makes the tables as they were, fills them, and brings them up to date.
fn fill(conn: &mut Conn, backup: &mut Opened, target: &Target<'_>) -> anyhow::Result<Filled> {
    let manifest = backup.manifest().clone();
    // A migration writes down that it was done where this list of them lies.
    let _ = conn
        .applied_migrations()
        .map_err(|why| anyhow::anyhow!("{why}"))?;
    for (name, step) in known_steps()? {
        if manifest.steps.contains(&name) {
            let done = conn.run_migration(step.as_ref());
            done.map_err(|why| anyhow::anyhow!("step {name}: {why}"))?;
        }
    }
    if let Conn::Sqlite(_) = conn {
        conn.transaction(|conn| take_in(conn, &manifest, backup))?;
    } else {
        take_in(conn, &manifest, backup)?;
    }
    let done = conn.run_pending_migrations(MIGRATIONS);
    done.map_err(|why| anyhow::anyhow!("{why}"))?;
    hold_mails(conn, target.at)?;
    Ok((again(conn, target.erased)?, named(conn)?))
}

fn take_in(conn: &mut Conn, manifest: &Manifest, backup: &mut Opened) -> anyhow::Result<()> {
    let references = references(conn)?;
    for reference in &references {
        conn.batch_execute(&format!("{reference} DEFERRABLE INITIALLY DEFERRED"))?;
    }
    if let Conn::Sqlite(_) = conn {
        conn.batch_execute("PRAGMA defer_foreign_keys = ON")?;
    }
    let known = rows::tables(conn)?;
    for name in known.keys() {
        rows::empty(conn, name)?;
    }
    for table in &manifest.tables {
        let lines = backup.rows(&table.name)?;
        rows::fill(conn, table, &known, lines.lines())?;
    }
    if !references.is_empty() {
        conn.batch_execute("SET CONSTRAINTS ALL IMMEDIATE")?;
    }
    for reference in &references {
        conn.batch_execute(&format!("{reference} NOT DEFERRABLE"))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The references between tables of PostgreSQL, as the beginning of a statement that changes one: rows come in no order
/// that would fit them all.
fn references(conn: &mut Conn) -> AppResult<Vec<String>> {
    let Conn::Postgres(postgres) = conn else {
        return Ok(Vec::new());
    };
    let asked = "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', CAST(conrelid AS regclass), conname) AS line \
                 FROM pg_constraint WHERE contype = 'f' AND connamespace = CAST(current_schema() AS regnamespace)";
    let found: Vec<Reference> = sql_query(asked).load(postgres)?;
    Ok(found.into_iter().map(|reference| reference.line).collect())
}

/// Mails that were waiting are held back: nobody gets the same one twice. Whoever looks after the mails can send them.
fn hold_mails(conn: &mut Conn, at: DateTime<Utc>) -> AppResult<()> {
    let waiting = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::given_up_at.is_null());
    diesel::update(waiting)
        .set((
            outbox::given_up_at.eq(at.naive_utc()),
            outbox::last_error.eq(PERHAPS_SENT),
        ))
        .execute(conn)?;
    Ok(())
}
