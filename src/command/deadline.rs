//! `trialog deadline`: the twin of the desk's pages on which a deadline is changed or a strand closed early.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::failure::{Done, Failure, tell};
use super::place::Place;
use super::publish_consultation::named;
use crate::base::clock::Zone;
use crate::base::error::AppError;
use crate::base::holiday::{DayOff, next_working_day};
use crate::consultation::form::MAX_REASON;
use crate::consultation::{
    self, Closing, DeadlineFault, PrepareConsultation, TrackKind, Window, change_deadline,
    close_early,
};

/// Moves the deadline of one strand, or closes it early. The reason is shown to everyone.
#[derive(Args)]
pub struct Deadline {
    /// Kurzname der Beteiligung (slug)
    #[arg(value_name = "BETEILIGUNG")]
    consultation: String,
    /// Welcher Teil der Beteiligung
    #[arg(value_name = "TEIL")]
    track: Strand,
    /// Neuer letzter Tag, bis 24 Uhr, zum Beispiel 2026-07-24
    #[arg(
        long,
        value_name = "TAG",
        required_unless_present = "now",
        conflicts_with = "now"
    )]
    last: Option<NaiveDate>,
    /// Neuer erster Tag, solange der bisherige noch nicht da ist
    #[arg(long, value_name = "TAG", conflicts_with = "now")]
    first: Option<NaiveDate>,
    /// Sofort beenden
    #[arg(long)]
    now: bool,
    /// Warum; alle lesen den Grund
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// The strands as they are typed.
#[derive(Clone, Copy, ValueEnum)]
enum Strand {
    /// Die Umfrage
    Survey,
    /// Die Kommentare
    Comments,
    /// Die Stellungnahmen
    Statements,
}

impl From<Strand> for TrackKind {
    fn from(strand: Strand) -> Self {
        match strand {
            Strand::Survey => Self::Survey,
            Strand::Comments => Self::Comments,
            Strand::Statements => Self::Statements,
        }
    }
}

impl Deadline {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let reason = crate::base::form::tidy(&self.reason);
        if reason.is_empty() || reason.chars().count() > MAX_REASON {
            return Err(Failure::refused(format!(
                "Der Grund braucht 1 bis {MAX_REASON} Zeichen."
            )));
        }
        let db = place.open()?;
        let consultation = named(&db, &self.consultation)?;
        let (zone, kind) = (place.zone(), TrackKind::from(self.track));
        let (id, first, last) = (consultation.id.clone(), self.first, self.last);
        let done = place
            .may::<PrepareConsultation>(&db)?
            .write_here(move |tx| {
                let consultation = consultation::by_id(tx.conn, &id)?;
                match last {
                    Some(last) => {
                        change_deadline(tx, &consultation, kind, (first, last), &reason, zone)
                    }
                    None => close_early(tx, &consultation, kind, Closing::Now, &reason, zone),
                }
            });
        match done {
            Ok(Ok(window)) => {
                say(place, window, zone);
                Ok(())
            }
            Ok(Err(fault)) => Err(Failure::refused(advice(fault))),
            Err(AppError::NotFound) => Err(Failure::refused(
                "Diesen Teil gibt es nicht, oder die Beteiligung ist noch nicht veröffentlicht.",
            )),
            Err(why) => Err(why.into()),
        }
    }
}

fn say(place: &Place, window: Window, zone: Zone) {
    let last = window.last_day(zone);
    let written = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    tell(format_args!("Letzter Tag ist jetzt der {}.", written(last)));
    let region = place.config.town.region();
    if DayOff::of(last, region).is_some() {
        tell(format_args!(
            "Das ist kein Werktag; der nächste ist der {}.",
            written(next_working_day(last, region))
        ));
    }
}

fn advice(fault: DeadlineFault) -> &'static str {
    match fault {
        DeadlineFault::PastFirst => "Dieser erste Tag ist schon vorbei.",
        DeadlineFault::PastLast => "Dieser letzte Tag ist schon vorbei.",
        DeadlineFault::EndsBeforeBegin => "Das Ende liegt vor dem Beginn.",
        DeadlineFault::Unchanged => "So ist die Frist schon.",
        DeadlineFault::NotOpen => "Beenden lässt sich nur, was gerade läuft.",
        DeadlineFault::NotEarlier => "Das bisherige Ende ist schon früher.",
    }
}
