//! `trialog import statements`: statements that arrived in another system, as at the desk after the same preview.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, count, missing, tell};
use super::place::Place;
use crate::base::form::FieldError;
use crate::base::locale::{Args as Words, Lang, Texts};
use crate::base::table::{self, MAX_BYTES};
use crate::consultation;
use crate::organisation::store::organisations;
use crate::statement::EnterStatements;
use crate::statement::import::{Against, Faulty, read};
use crate::statement::store::deadlines;
use crate::statement::store::desk::{Entered, enter};
use crate::strategy;

/// How many bad rows are named; whoever sees so many mends the file and tries again.
const NAMED: usize = 50;

/// Enters the statements of a table, all or none.
#[derive(Args)]
pub struct ImportStatements {
    /// Die Tabelle; eine Vorlage gibt es am Arbeitsplatz unter „Stellungnahmen“
    #[arg(value_name = "DATEI.xlsx|DATEI.csv")]
    file: PathBuf,
    /// Kurzname der Beteiligung
    #[arg(long, value_name = "KURZNAME")]
    consultation: String,
}

impl ImportStatements {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let texts = Texts::load()?;
        let rows = table::read(&self.bytes()?).map_err(|why| {
            let error = FieldError::new("file", why.reason_key()).with("max", MAX_BYTES >> 20);
            Failure::Refused(said(&error, &texts))
        })?;
        let db = place.open()?;
        let (zone, now) = (place.zone(), place.clock.now());
        let slug = self.consultation.clone();
        let found = db.read_here(move |conn| {
            let on = consultation::find(conn, &slug)?;
            let deadlines = deadlines::of(conn, &on)?;
            let edition = strategy::laid(conn, &on.edition)?;
            Ok((on, deadlines, edition, organisations::list(conn)?))
        });
        let (on, deadlines, edition, known) = missing(found, || {
            format!(
                "Eine Beteiligung „{}“, die Stellungnahmen annimmt, gibt es nicht.",
                self.consultation
            )
        })?;
        let against = Against {
            consultation: &on.id,
            first_day: deadlines.window.first_day(zone),
            today: zone.day(now),
            edition: &edition,
            known: &known,
        };
        let import =
            read(&rows, &against).map_err(|error| Failure::Refused(said(&error, &texts)))?;
        if !import.faulty.is_empty() {
            return Err(refusal(&import.faulty, &texts));
        }
        let (new, same) = place.may::<EnterStatements>(&db)?.write_here(move |tx| {
            let (mut new, mut same) = (0, 0);
            for row in &import.found {
                let entry = row.entry(&deadlines, now, zone);
                match enter(tx, &on, &edition, &entry)? {
                    Entered::New(_) => new += 1,
                    Entered::Same(_) => same += 1,
                }
            }
            Ok((new, same))
        })?;
        let new = count(new, "Stellungnahme", "Stellungnahmen");
        match same {
            0 => tell(format_args!("{new} eingetragen.")),
            same => tell(format_args!(
                "{new} eingetragen, {same} standen schon im Register."
            )),
        }
        Ok(())
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        // One byte more than is allowed is enough to know.
        File::open(&self.file)
            .and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
            .map_err(|why| {
                let file = self.file.display();
                Failure::refused(format!("{file} lässt sich nicht lesen: {why}"))
            })?;
        Ok(bytes)
    }
}

fn said(error: &FieldError, texts: &Texts) -> String {
    let mut words = Words::new();
    for (name, number) in &error.args {
        words.set(*name, *number);
    }
    texts.get(Lang::De, error.key, &words)
}

fn refusal(faulty: &[Faulty], texts: &Texts) -> Failure {
    let line = |row: &Faulty| {
        let cells = row.errors.iter();
        let cells = cells.map(|error| format!("{}: {}", error.field, said(error, texts)));
        format!(
            "Zeile {}: {}",
            row.line,
            cells.collect::<Vec<_>>().join(" ")
        )
    };
    let mut lines: Vec<String> = faulty.iter().take(NAMED).map(line).collect();
    if faulty.len() > NAMED {
        lines.push(format!("… und {} weitere", faulty.len() - NAMED));
    }
    lines.push("Nichts wurde eingetragen. Bitte die Datei ändern und noch einmal einlesen.".into());
    Failure::Refused(lines.join("\n"))
}
