//! What a database is like, before anything in it is changed: for `trialog check`.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::sql_types::{Text, Timestamp};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::{Conn, Place, guard};

/// What is known of a database without touching it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many steps of its tables were done.
    pub done: usize,
    /// Steps this program would still do.
    pub missing: Vec<String>,
    /// Steps this program does not know.
    pub unknown: Vec<String>,
    /// The time on its machine; nothing for SQLite, which has none of its own.
    pub clock: Option<DateTime<Utc>>,
}

impl Place {
    /// Looks at a database that is there. Its tables stay as they are.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn look(&self) -> anyhow::Result<Found> {
        let mut conn = self.connect()?;
        let done = if has_steps(&mut conn)? {
            guard::steps_of(&mut conn).map_err(|why| anyhow::anyhow!("{why}"))?
        } else {
            Vec::new()
        };
        let known = guard::known_steps()?;
        let missing = known.into_iter().map(|(name, _)| name);
        Ok(Found {
            missing: missing.filter(|name| !done.contains(name)).collect(),
            unknown: guard::unknown_steps(&done)?,
            done: done.len(),
            clock: clock(&mut conn)?,
        })
    }
}

/// Whether the list of steps is there at all.
fn has_steps(conn: &mut Conn) -> anyhow::Result<bool> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        #[expect(dead_code, reason = "only counted")]
        name: String,
    }
    let asked = match conn {
        Conn::Sqlite(_) => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = '__diesel_schema_migrations'"
        }
        Conn::Postgres(_) => {
            "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name = '__diesel_schema_migrations'"
        }
    };
    let found: Vec<Name> = sql_query(asked).load(conn)?;
    Ok(!found.is_empty())
}

fn clock(conn: &mut Conn) -> anyhow::Result<Option<DateTime<Utc>>> {
    #[derive(QueryableByName)]
    struct Now {
        #[diesel(sql_type = Timestamp)]
        now: NaiveDateTime,
    }
    let Conn::Postgres(_) = conn else {
        return Ok(None);
    };
    let asked = "SELECT clock_timestamp() AT TIME ZONE 'UTC' AS now";
    let now: Now = sql_query(asked).get_result(conn)?;
    Ok(Some(now.now.and_utc()))
}
