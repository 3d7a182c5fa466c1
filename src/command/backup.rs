//! `trialog backup`: everything in one file, while people go on handing in.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, count, give, tell};
use super::place::Place;
use crate::base::attachment::Vault;
use crate::base::backup::{Source, write};

/// Writes a backup and says what is in it.
#[derive(Args)]
pub struct Backup {
    /// Die Datei, die entsteht; es darf sie noch nicht geben
    #[arg(value_name = "DATEI")]
    file: PathBuf,
}

impl Backup {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let options = place.options.as_ref().map(fs::read_to_string);
        let source = Source {
            db: &db,
            vault: &Vault::in_folder(&place.housed().attachments.folder),
            secrets: &place.secrets()?,
            options: options.transpose().map_err(anyhow::Error::from)?,
            town: &place.config.town.name,
            at: place.clock.now(),
        };
        let written = write(&source, &self.file).map_err(|why| {
            Failure::refused(format!("Es ist keine Sicherung entstanden: {why:#}."))
        })?;
        let manifest = &written.manifest;
        give(format!("{}  {}\n", written.sha256, self.file.display()).as_bytes())?;
        tell(format_args!(
            "Gesichert und noch einmal gelesen: {} aus {}, {}, {} KiB.\n\
             Die Datei enthält alles, auch den Schlüssel der Installation: Nur wer alles lesen darf, darf sie haben.",
            rows(manifest.rows()),
            count(manifest.tables.len(), "Tabelle", "Tabellen"),
            count(manifest.files(), "Anlage", "Anlagen"),
            written.bytes.div_ceil(1024),
        ));
        if manifest.missing.is_empty() {
            return Ok(());
        }
        give((manifest.missing.join("\n") + "\n").as_bytes())?;
        Err(Failure::refused(format!(
            "Nicht dabei, weil sie fehlen oder beschädigt sind: {}. Alles andere ist gesichert.",
            count(manifest.missing.len(), "Anlage", "Anlagen")
        )))
    }
}

/// A number of rows in words.
pub fn rows(n: u64) -> String {
    count(usize::try_from(n).unwrap_or(usize::MAX), "Zeile", "Zeilen")
}
