//! `trialog import responses`: questionnaires that came on paper, at a desk, at an event or from another system.

use std::fs::{self, File};
use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::export_template::{Asked, asked};
use super::failure::{Done, Failure, count, tell};
use super::place::Place;
use crate::base::db::Db;
use crate::consultation::TrackKind;
use crate::participation::{Channel, EnterContributions};
use crate::survey::import::{MAX_BYTES, RowFault, read};
use crate::survey::{Batch, Entered, enter};

/// How many faults are named; whoever sees so many mends the file and tries again.
const NAMED: usize = 50;
/// Where no bar can be drawn, a line appears for so many questionnaires.
const LINE_EVERY: usize = 1_000;

/// Enters the questionnaires of a file, all or none.
#[derive(Args)]
pub struct ImportResponses {
    /// Die ausgefüllten Fragebögen; eine Vorlage gibt „trialog export template“
    #[arg(value_name = "DATEI.csv")]
    file: PathBuf,
    /// Die Umfrage: BETEILIGUNG/UMFRAGE, oder nur UMFRAGE, wenn es nur eine dieses Namens gibt
    #[arg(long, value_name = "UMFRAGE")]
    survey: String,
    /// Auf welchem Weg sie kamen: paper (Papier), desk (Schalter), event (Veranstaltung) oder import (anderes System)
    #[arg(long, value_name = "WEG", hide_possible_values = true, value_parser = ["paper", "desk", "event", "import"])]
    channel: String,
}

impl ImportResponses {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let channel = Channel::parse(&self.channel).ok_or_else(|| {
            Failure::Misused(format!("Den Weg „{}“ gibt es nicht.", self.channel))
        })?;
        let bytes = self.bytes()?;
        let db = place.open()?;
        let asked = asked(&db, &self.survey)?;
        let window = asked
            .consultation
            .track(TrackKind::Survey)
            .map(|track| track.window)
            .ok_or_else(|| {
                Failure::refused(format!(
                    "Die Beteiligung „{}“ hat keine Umfragezeit.",
                    asked.consultation.slug
                ))
            })?;
        let today = place.zone().day(place.clock.now());
        let days = (place.zone(), today);
        let batch =
            read(&asked.survey, channel, &window, days, &bytes).map_err(|why| refusal(&why))?;
        self.enter(place, &db, asked, batch)
    }

    fn enter(&self, place: &Place, db: &Db, asked: Asked, batch: Batch) -> Done {
        let (sheets, answers) = (
            batch.sheets.len(),
            batch
                .sheets
                .iter()
                .map(|(_, sheet)| sheet.len())
                .sum::<usize>(),
        );
        let bar = Arc::new(progress(sheets));
        let shown = bar.clone();
        let entered = place.may::<EnterContributions>(db)?.write_here(move |tx| {
            let Asked {
                consultation,
                survey,
            } = &asked;
            enter(tx, &consultation.id, survey, &batch, &|done| {
                show(&shown, done);
            })
        });
        bar.finish_and_clear();
        match entered? {
            Entered::Before(day) => Err(Failure::refused(format!(
                "Diese Datei wurde am {} schon eingetragen. Es wurde nichts doppelt gezählt.",
                day.format("%d.%m.%Y")
            ))),
            Entered::All(sheets) => {
                tell(format_args!(
                    "{} mit {} eingetragen (Weg: {}).",
                    count(sheets, "Fragebogen", "Fragebögen"),
                    count(answers, "Antwort", "Antworten"),
                    self.channel
                ));
                Ok(())
            }
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let unreadable = |why: std::io::Error| {
            Failure::refused(format!(
                "{} lässt sich nicht lesen: {why}",
                self.file.display()
            ))
        };
        let size = fs::metadata(&self.file).map_err(unreadable)?.len();
        if size > MAX_BYTES as u64 {
            return Err(Failure::refused(format!(
                "{} ist größer als {} MB. Bitte auf mehrere Dateien aufteilen.",
                self.file.display(),
                MAX_BYTES / 1024 / 1024
            )));
        }
        let mut bytes = Vec::new();
        // A pipe tells no size; it is not read without end either.
        File::open(&self.file)
            .and_then(|file| file.take(MAX_BYTES as u64).read_to_end(&mut bytes))
            .map_err(unreadable)?;
        Ok(bytes)
    }
}

fn refusal(faults: &[RowFault]) -> Failure {
    let mut lines: Vec<String> = faults.iter().take(NAMED).map(ToString::to_string).collect();
    if faults.len() > NAMED {
        lines.push(format!("… und {} weitere", faults.len() - NAMED));
    }
    lines.push("Nichts wurde eingetragen. Bitte die Datei ändern und noch einmal einlesen.".into());
    Failure::Refused(lines.join("\n"))
}

fn progress(sheets: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} von {len} Fragebögen")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(sheets as u64), ProgressDrawTarget::stderr())
        .with_style(style)
}

fn show(bar: &ProgressBar, done: usize) {
    if !bar.is_hidden() {
        bar.set_position(done as u64);
    } else if done.is_multiple_of(LINE_EVERY) {
        tell(format_args!("{done} Fragebögen …"));
    }
}
