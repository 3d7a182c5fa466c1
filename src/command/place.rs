//! Where a command works: the town's options, its data, and the time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::failure::Failure;
use crate::account::{Action, Actor, May};
use crate::base::clock::{Clock, Zone};
use crate::base::config::Config;
use crate::base::db::{Db, Held, Place as Database};
use crate::base::secret::Secrets;

/// Where a command works.
pub struct Place {
    /// The town's options.
    pub config: Config,
    /// The file with the town's options, when one was given.
    pub options: Option<PathBuf>,
    /// The folder for database and keys.
    pub data: PathBuf,
    /// The time.
    pub clock: Clock,
}

impl Place {
    /// Reads the options.
    pub fn read(options: Option<&Path>, data: PathBuf) -> Result<Self, Failure> {
        let config =
            Config::load(options).map_err(|faults| Failure::refused(faults.to_string()))?;
        Ok(Self {
            config,
            options: options.map(Path::to_owned),
            data,
            clock: Clock::system(),
        })
    }

    /// The options for a portal that writes mails and keeps files: what has no folder yet gets one among the data.
    pub fn housed(&self) -> Config {
        let mut config = self.config.clone();
        let house = |folder: &mut PathBuf, name| {
            if folder.as_os_str().is_empty() {
                *folder = self.data.join(name);
            }
        };
        house(&mut config.mail.folder, "mails");
        house(&mut config.attachments.folder, "attachments");
        house(&mut config.retention.ledger, "erasures.jsonl");
        config
    }

    /// The zone in which the town counts its days.
    pub fn zone(&self) -> Zone {
        self.config.town.zone()
    }

    /// Which database the options name.
    pub fn database(&self) -> Database {
        Database::of(self.config.database.url.reveal(), &self.data)
    }

    /// Opens the database, or makes it: for commands with which a town's work begins.
    pub fn open_or_make(&self) -> Result<Db, Failure> {
        let database = self.database();
        make_folder(&database)?;
        let options = &self.config.database;
        let db = Db::open(&database, options.readers())?;
        Ok(match options.read_url.reveal() {
            "" => db,
            url => db.with_standby(url, options.readers()),
        })
    }

    /// The database in words. The address of PostgreSQL may hold a password.
    pub fn named(&self) -> String {
        match self.database() {
            Database::Sqlite(file) => format!("SQLite, {file}"),
            Database::Postgres(_) => "PostgreSQL".to_owned(),
        }
    }

    /// Takes the right to serve this database, before anything in it is touched.
    pub fn hold(&self) -> Result<Held, Failure> {
        let database = self.database();
        make_folder(&database)?;
        let held = database.hold().map_err(|why| {
            Failure::refused(format!(
                "Neben der Datenbank lässt sich nichts schreiben: {why:#}\n\
                 Bitte prüfen, wem der Ordner gehört und ob noch Platz ist."
            ))
        })?;
        held.ok_or_else(|| {
            Failure::refused(
                "Mit diesen Daten läuft schon eine Website. Zwei zugleich auf einer SQLite-Datei gehen nicht.\n\
                 Bitte die andere beenden oder einen anderen Ordner angeben (--data). Für mehrere zugleich: PostgreSQL.",
            )
        })
    }

    /// Opens the database, for commands that work on what is there: a misspelt folder must not become an empty town.
    pub fn open(&self) -> Result<Db, Failure> {
        match self.database() {
            Database::Sqlite(file) if !Path::new(&file).exists() => Err(Failure::refused(format!(
                "Hier liegt noch keine Datenbank: {file}\n\
                     Der Ordner lässt sich mit --data ORDNER angeben, für die Vorführung mit --data var/demo."
            ))),
            _ => self.open_or_make(),
        }
    }

    /// The installation's secret: from the options, or from the data folder.
    pub fn secrets(&self) -> Result<Secrets, Failure> {
        match self.config.server.secret.reveal() {
            "" => Ok(Secrets::open(&self.data)?),
            given => Ok(Secrets::parse(given)?),
        }
    }

    /// The proof that whoever runs commands on the server may do `A`.
    pub fn may<A: Action>(&self, db: &Db) -> Result<May<A>, Failure> {
        Ok(May::by(Actor::Console, db, &self.clock)?)
    }
}

fn make_folder(database: &Database) -> Result<(), Failure> {
    if let Database::Sqlite(file) = database
        && let Some(folder) = Path::new(file).parent()
    {
        fs::create_dir_all(folder)
            .with_context(|| format!("der Ordner {} lässt sich nicht anlegen", folder.display()))?;
    }
    Ok(())
}
