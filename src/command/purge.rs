//! `trialog purge`: deletes what has been kept long enough; first it only says what that would be.

use std::collections::BTreeMap;
use std::time::Duration;

use clap::Args;

use super::erasures::keep;
use super::failure::{Done, Failure, count, give, tell};
use super::place::Place;
use crate::base::attachment::{Vault, named};
use crate::base::db::Db;
use crate::retention::Purge as Act;
use crate::retention::model::{Class, Periods, leap};
use crate::retention::store::{self, Over};

/// How many of what is over go in one transaction: a website that runs meanwhile waits no longer than for that.
const TOGETHER: usize = 100;

/// How long a file may lie without a row that names it: somebody may be about to write that row.
const UNNAMED: Duration = Duration::from_hours(24);

/// Says what is over; with `--apply` deletes it.
#[derive(Args)]
pub struct Purge {
    /// Löscht wirklich; sonst wird nur gesagt, was gelöscht würde
    #[arg(long)]
    apply: bool,
    /// Auch wenn die Uhr gesprungen zu sein scheint
    #[arg(long)]
    despite_clock: bool,
}

impl Purge {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let now = place.clock.now();
        let written = db.read_here(store::instants)?;
        if let Some((from, to)) = leap(written, now) {
            let day = |at: chrono::DateTime<chrono::Utc>| {
                at.with_timezone(&place.zone().0)
                    .format("%d.%m.%Y")
                    .to_string()
            };
            let said = format!(
                "Zwischen dem {} und dem {} wurde nichts aufgeschrieben. Ist die Uhr gesprungen, würde zu früh gelöscht.\n\
                 Es ist jetzt nach der Uhr dieses Rechners der {}.",
                day(from),
                day(to),
                day(now)
            );
            if !self.despite_clock {
                return Err(Failure::refused(format!(
                    "{said}\nNichts wurde gelöscht. Stimmt die Uhr: noch einmal mit --despite-clock."
                )));
            }
            tell(said);
        }
        let periods = Periods::of(&place.config.retention);
        let over = db.read_here(|conn| store::over(conn, &periods, now))?;
        report(&over)?;
        if !self.apply {
            tell("Das war eine Probe. Nichts wurde gelöscht. Löschen: trialog purge --apply");
            return Ok(());
        }
        apply(place, &db, &over)?;
        tell("Gelöscht.");
        Ok(())
    }
}

/// How many of each class are over, by consultation.
fn report(over: &[Over]) -> Done {
    let mut counts: BTreeMap<(Option<&str>, Class), usize> = BTreeMap::new();
    for one in over {
        let key = (one.consultation.as_deref(), one.class);
        *counts.entry(key).or_default() += one.ids.len();
    }
    if counts.is_empty() {
        tell("Nichts ist zu löschen.");
    }
    for ((consultation, class), n) in counts {
        let of = consultation.unwrap_or("-");
        give(format!("{of}\t{}\t{n}\t{}\n", class.as_str(), what(class)).as_bytes())?;
    }
    Ok(())
}

fn apply(place: &Place, db: &Db, over: &[Over]) -> Done {
    let may = place.may::<Act>(db)?;
    for one in over {
        let parts = one.ids.chunks(TOGETHER);
        let last = parts.len();
        for (n, some) in parts.enumerate() {
            let (one, some) = (one.clone(), some.to_vec());
            may.write_here(move |tx| store::purge(tx, &one, &some, n + 1 == last))?;
        }
    }
    may.write_here(store::purged)?;
    let vault = Vault::in_folder(&place.housed().attachments.folder);
    let files = db.read_here(named)?;
    let gone = vault.sweep(&files, UNNAMED).map_err(anyhow::Error::from)?;
    if gone > 0 {
        tell(format_args!(
            "{} aus dem Ordner der Anlagen entfernt.",
            count(gone, "Datei", "Dateien")
        ));
    }
    db.settle().map_err(|why| {
        Failure::refused(format!(
            "Alles ist gelöscht, aber noch nicht aus der Datei der Datenbank verschwunden ({why:#}). Bitte gleich noch einmal aufrufen."
        ))
    })?;
    keep(place, db)
}

/// What a class is, in words.
pub fn what(class: Class) -> &'static str {
    match class {
        Class::Drafts => "Getipptes, das nie abgeschickt wurde",
        Class::Texts => "Wortlaut nicht öffentlicher Texte",
        Class::PublishedTexts => "Wortlaut öffentlicher Texte",
        Class::Statements => "Inhalt der Stellungnahmen von Personen",
        Class::Receipts => "Quittungscodes",
        Class::Addresses => "Adressen für Nachrichten und Quittungen",
        Class::Organisations => "Personen und Adressen von Organisationen",
        Class::Accounts => "geschlossene Konten der Verwaltung",
        Class::Residents => "ungenutzte Konten von Einwohnerinnen und Einwohnern",
        Class::Feedback => "erledigte Meldungen von Barrieren",
        Class::Outbox => "Spuren versandter Mails",
        Class::Journal => "Zeilen des Protokolls",
    }
}
