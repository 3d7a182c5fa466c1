//! `trialog import responses`: questionnaires that came on paper, at a desk, at an event or from another system.

use std::fs::{self, File};
use std::io::{self, Cursor, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::export_template::{Asked, asked};
use super::failure::{Done, Failure, count, tell};
use super::place::Place;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::consultation::TrackKind;
use crate::participation::{Channel, EnterContributions};
use crate::survey::import::{MAX_BYTES, Stopped, scan};
use crate::survey::{Checked, Entered, Sheet, enter_each};

/// How many faults are named; whoever sees so many mends the file and tries again.
const NAMED: usize = 50;
/// Where no bar can be drawn, a line appears for so many questionnaires.
const LINE_EVERY: usize = 1_000;
/// How much of a pipe is kept in memory, in bytes: it cannot be read twice.
const MAX_PIPE: u64 = 256 * 1024 * 1024;

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
        let file = Source::of(&self.file)?;
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
        let checked = {
            let open = file.open().map_err(|why| unreadable(&self.file, &why))?;
            scan(&asked.survey, channel, &window, days, open, &mut |_| Ok(()))
        };
        let checked = checked.map_err(refusal)?;
        // The second time each sheet is entered as soon as it is read; only a file that has changed meanwhile can fail then.
        let again = move |asked: &Asked, see: &mut dyn FnMut(&Sheet) -> AppResult<()>| {
            let open = file.open().map_err(anyhow::Error::from)?;
            let see = &mut |sheet: Sheet| see(&sheet);
            match scan(&asked.survey, channel, &window, days, open, see) {
                Ok(read) => Ok(read.sha256),
                Err(Stopped::Seeing(why)) => Err(why),
                Err(Stopped::Faults(_)) => Err(changed()),
            }
        };
        self.enter(place, &db, asked, checked, again)
    }

    fn enter(
        &self,
        place: &Place,
        db: &Db,
        asked: Asked,
        checked: Checked,
        again: impl Fn(&Asked, &mut dyn FnMut(&Sheet) -> AppResult<()>) -> AppResult<String>
        + Send
        + 'static,
    ) -> Done {
        let answers = checked.answers;
        let bar = Arc::new(progress(checked.sheets));
        let shown = bar.clone();
        let entered = place.may::<EnterContributions>(db)?.write_here(move |tx| {
            let mut sheets = |see: &mut dyn FnMut(&Sheet) -> AppResult<()>| {
                let sha256 = again(&asked, see)?;
                if sha256 == checked.sha256 {
                    Ok(())
                } else {
                    Err(changed())
                }
            };
            let told = |done| show(&shown, done);
            enter_each(
                tx,
                &asked.consultation.id,
                &asked.survey,
                &checked,
                &mut sheets,
                &told,
            )
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
}

/// What is read: twice, so that nothing is written before all is understood.
enum Source {
    /// A file.
    File(PathBuf),
    /// What came through a pipe.
    Kept(Arc<[u8]>),
}

impl Source {
    fn of(path: &Path) -> Result<Self, Failure> {
        let about = fs::metadata(path).map_err(|why| unreadable(path, &why))?;
        if about.is_file() {
            return if about.len() > MAX_BYTES {
                Err(too_large(path, MAX_BYTES))
            } else {
                Ok(Self::File(path.to_owned()))
            };
        }
        // A pipe tells no size; it is not read without end either.
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(MAX_PIPE + 1).read_to_end(&mut bytes))
            .map_err(|why| unreadable(path, &why))?;
        if bytes.len() as u64 > MAX_PIPE {
            return Err(too_large(path, MAX_PIPE));
        }
        Ok(Self::Kept(bytes.into()))
    }

    fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Kept(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

fn changed() -> AppError {
    anyhow::anyhow!("the file changed while it was read").into()
}

fn unreadable(path: &Path, why: &io::Error) -> Failure {
    Failure::refused(format!("{} lässt sich nicht lesen: {why}", path.display()))
}

fn too_large(path: &Path, most: u64) -> Failure {
    Failure::refused(format!(
        "{} ist größer als {} MB. Bitte auf mehrere Dateien aufteilen.",
        path.display(),
        most / 1024 / 1024
    ))
}

fn refusal(why: Stopped) -> Failure {
    let faults = match why {
        Stopped::Faults(faults) => faults,
        Stopped::Seeing(why) => return why.into(),
    };
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
