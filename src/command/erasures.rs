//! `trialog erasures`: the ledger of what was erased. Kept away from the machine, it makes a restored backup forget again.

use std::path::PathBuf;

use clap::Args;

use super::action::EraseAgain;
use super::failure::{Done, Failure, give, tell};
use super::place::Place;
use crate::base::db::Db;
use crate::base::erasure::{Again, again, entries, keep_file, read_file};
use crate::transparency::unseal_again;

/// Prints the ledger, or erases again what one names.
#[derive(Args)]
pub struct Erasures {
    /// Löscht noch einmal, was in diesem Verzeichnis steht
    #[arg(long, value_name = "DATEI")]
    apply: Option<PathBuf>,
}

impl Erasures {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let Some(file) = self.apply else {
            keep(place, &db)?;
            let ledger = db.read_here(entries)?;
            for entry in ledger {
                let line = serde_json::to_string(&entry).map_err(anyhow::Error::from)?;
                give(format!("{line}\n").as_bytes())?;
            }
            return Ok(());
        };
        if !file.exists() {
            return Err(Failure::refused(format!(
                "{} gibt es nicht.",
                file.display()
            )));
        }
        let ledger = read_file(&file)?;
        let done = place.may::<EraseAgain>(&db)?.write_here(move |tx| {
            let done = again(tx.conn, &ledger)?;
            unseal_again(tx, &done)?;
            tx.journal(
                "installation",
                &serde_json::json!({ "deleted": done.len() }),
            )?;
            Ok(done)
        })?;
        db.settle()?;
        keep(place, &db)?;
        told(&done);
        Ok(())
    }
}

/// Brings the file beside the database up to date.
pub fn keep(place: &Place, db: &Db) -> Done {
    let ledger = db.read_here(entries)?;
    keep_file(&place.housed().retention.ledger, ledger)?;
    Ok(())
}

/// Says how much was erased again.
pub fn told(done: &Again) {
    tell(match done.len() {
        0 => "Nichts davon war noch da.".to_owned(),
        1 => "Noch einmal gelöscht: 1 Beitrag oder Konto.".to_owned(),
        n => format!("Noch einmal gelöscht: {n} Beiträge und Konten."),
    });
}
