//! Beginning anew: the one way to take a whole database away. Only the demonstration uses it, after it has made sure
//! that nothing but its own fictitious town is lost.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;
use diesel_migrations::MigrationHarness;

use super::{MIGRATIONS, Place};

impl Place {
    /// Whether a database can be there: a SQLite file exists, or it is PostgreSQL, which only answers when it is asked.
    pub fn exists(&self) -> bool {
        match self {
            Self::Sqlite(path) => Path::new(path).exists(),
            Self::Postgres(_) => true,
        }
    }

    /// Takes everything away: the file of SQLite with its companions, or all tables of Trialog in PostgreSQL.
    ///
    /// # Errors
    /// When a file cannot be removed or a migration cannot be reverted. Some tables may be gone then.
    pub fn erase(&self) -> anyhow::Result<()> {
        match self {
            // The write-ahead log goes first: without its database it is nothing, but a new database of the same
            // name must never find an old log.
            Self::Sqlite(path) => ["-wal", "-shm", ""]
                .into_iter()
                .try_for_each(|end| remove(&PathBuf::from(format!("{path}{end}")))),
            Self::Postgres(_) => self
                .connect()?
                .revert_all_migrations(MIGRATIONS)
                .map(|_| ())
                .map_err(|why| anyhow::anyhow!("the tables could not be taken away: {why}")),
        }
    }
}

fn remove(file: &Path) -> anyhow::Result<()> {
    match fs::remove_file(file) {
        Err(why) if why.kind() != ErrorKind::NotFound => {
            Err(why).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_sqlite_names_a_file() {
        let path = |url: &str| match Place::of(url, Path::new("var")) {
            Place::Sqlite(path) | Place::Postgres(path) => path,
        };
        assert_eq!(path(""), "var/trialog.sqlite");
        assert_eq!(path("sqlite:town.sqlite"), "town.sqlite");
        assert_eq!(path("sqlite:///srv/town.sqlite"), "/srv/town.sqlite");
        assert_eq!(path("postgres://db/town"), "postgres://db/town");
    }
}
