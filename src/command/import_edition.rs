//! `trialog import edition`: a strategy document becomes the next edition.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, give, tell};
use super::place::Place;
use super::publish_edition::publish;
use crate::consultation::form::is_slug;
use crate::strategy::cause::{Because, Editorial, Reason};
use crate::strategy::markdown::{Fault, parse};
use crate::strategy::{EditStrategy, ImportOutcome, ReportLang, import};

/// Reads a strategy document and stores it as the next edition, or says line by line what it does not understand.
#[derive(Args)]
pub struct ImportEdition {
    /// Das Konzept als Markdown-Datei
    #[arg(value_name = "DATEI.md")]
    file: PathBuf,
    /// Kurzname des Konzepts, wie er in Adressen steht (zum Beispiel sek)
    #[arg(long, value_name = "KURZNAME")]
    strategy: String,
    /// Warum die Fassung etwas ändert; alle lesen es neben der Änderung
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Die Fassung gleich für alle veröffentlichen
    #[arg(long)]
    publish: bool,
}

impl ImportEdition {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        if !is_slug(&self.strategy) {
            return Err(Failure::Misused(format!(
                "„{}“ geht nicht als Kurzname: nur Kleinbuchstaben, Ziffern und Bindestriche.",
                self.strategy
            )));
        }
        let text = fs::read_to_string(&self.file).map_err(|why| {
            Failure::refused(format!(
                "{} lässt sich nicht lesen: {why}",
                self.file.display()
            ))
        })?;
        let parsed = parse(&text).map_err(|faults| refusal(&faults))?;
        let db = place.open_or_make()?;
        let slug = self.strategy.clone();
        let reason = self.reason.as_deref().and_then(Reason::of);
        let because = reason.map_or_else(Because::came_with_a_document, |reason| {
            Because::Editorial(Editorial::Structure, reason)
        });
        let outcome = place.may::<EditStrategy>(&db)?.write_here(move |tx| {
            import(tx, &slug, parsed.clone(), &because, ReportLang::German)
        })?;
        let number = match outcome {
            ImportOutcome::Faulty(faults) => return Err(refusal(&faults)),
            ImportOutcome::Unchanged { number } => {
                tell(format_args!("Unverändert: Das ist schon Fassung {number}."));
                number
            }
            ImportOutcome::Imported {
                number,
                tree,
                report,
            } => {
                give(tree.as_bytes())?;
                if !report.is_empty() {
                    give(format!("\n{report}").as_bytes())?;
                }
                tell(format_args!("Eingelesen als Fassung {number}."));
                number
            }
        };
        if self.publish {
            publish(place, &db, &self.strategy, Some(number))?;
        }
        Ok(())
    }
}

fn refusal(faults: &[Fault]) -> Failure {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Failure::refused(format!(
        "{}\nNichts wurde gespeichert. Bitte die Datei ändern und noch einmal einlesen.",
        lines.join("\n")
    ))
}
