//! `trialog verify`: everything is counted anew from the single answers, every file somebody handed in is looked at, and every line of
//! the check list.

use std::path::PathBuf;

use clap::Args;

use super::checklist;
use super::failure::{Done, Failure, count, give, tell};
use super::place::Place;
use crate::base::attachment::{Vault, named};
use crate::base::db::{Db, damage};
use crate::comment;
use crate::statement::store::register::gaps;
use crate::survey::recount;

/// Counts and compares, and changes nothing.
#[derive(Args)]
pub struct Verify {
    /// Ein aufgehobener Prüfpunkt der Prüfliste; mehrmals möglich
    #[arg(long, value_name = "DATEI")]
    checkpoint: Vec<PathBuf>,
}

impl Verify {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        run(place, &self.checkpoint)
    }
}

/// Names damage of the database itself, each running count that differs from its rows, each file that is gone or damaged, and each
/// register of statements whose numbers have a gap; at last what is wrong with the check list, also against states of it that were kept elsewhere.
pub fn run(place: &Place, checkpoints: &[PathBuf]) -> Done {
    let db = place.open()?;
    let damaged = db.read_here(damage)?;
    if !damaged.is_empty() {
        give((damaged.join("\n") + "\n").as_bytes())?;
        return Err(Failure::refused(
            "Die Datenbank selbst ist beschädigt. Bitte nichts mehr schreiben und die letzte Sicherung bereitlegen.",
        ));
    }
    // As it stood at one moment: people may go on handing in.
    let found = db.snapshot(|conn| {
        let mut found = recount(conn)?;
        found.extend(comment::recount(conn)?);
        Ok(found)
    })?;
    statements(place, &db)?;
    if found.is_empty() {
        tell("Nachgezählt: Alle Zahlen stimmen mit den einzelnen Antworten überein.");
        return checklist::look(place, &db, checkpoints);
    }
    for count in &found {
        give(
            format!(
                "{}: geführt {}, gezählt {}\n",
                count.what, count.kept, count.counted
            )
            .as_bytes(),
        )?;
    }
    Err(Failure::refused(format!(
        "Nachgezählt: {} von den einzelnen Antworten ab.",
        count(found.len(), "Zahl weicht", "Zahlen weichen")
    )))
}

fn statements(place: &Place, db: &Db) -> Done {
    let (gaps, files) = db.snapshot(|conn| Ok((gaps(conn)?, named(conn)?)))?;
    let vault = Vault::in_folder(&place.housed().attachments.folder);
    let mut faults: Vec<String> = files
        .iter()
        .filter(|digest| !vault.is_whole(digest))
        .map(|digest| format!("Anlage {}: fehlt oder ist beschädigt\n", digest.as_str()))
        .collect();
    faults.sort();
    for (slug, highest, n) in gaps {
        faults.push(format!(
            "Stellungnahmen zu {slug}: höchste Nummer {highest}, vorhanden {n}\n"
        ));
    }
    if faults.is_empty() {
        return Ok(());
    }
    give(faults.concat().as_bytes())?;
    Err(Failure::refused(format!(
        "Nachgesehen: {} bei Stellungnahmen.",
        count(faults.len(), "Fehler", "Fehler")
    )))
}
