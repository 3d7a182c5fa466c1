//! `trialog retention`: how long a consultation keeps what, and how to change it.

use clap::Args;

use super::failure::{Done, Failure, give, tell};
use super::place::Place;
use super::publish_consultation::named;
use super::purge::what;
use crate::retention::SetRetention;
use crate::retention::model::{Class, Periods};
use crate::retention::store;

/// Longest period, in months.
const LONGEST: u32 = 1_200;

/// Says how long a consultation keeps what; lets it differ from the town.
#[derive(Args)]
pub struct Retention {
    /// Kurzname der Beteiligung (slug)
    #[arg(value_name = "BETEILIGUNG")]
    consultation: String,
    /// Was gelöscht wird; ohne Angabe werden alle Klassen genannt
    #[arg(value_name = "KLASSE")]
    class: Option<String>,
    /// Nach so vielen Monaten; 0 = nie
    #[arg(long, value_name = "ZAHL", requires = "class")]
    months: Option<u32>,
    /// Wieder wie in den Einstellungen der Stadt
    #[arg(long, requires = "class", conflicts_with = "months")]
    default: bool,
}

impl Retention {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let consultation = named(&db, &self.consultation)?;
        if let Some(class) = &self.class {
            let class = Class::parse(class)
                .filter(|class| class.is_of_consultation())
                .ok_or_else(|| Failure::Misused(format!("Die Klasse „{class}“ gibt es bei einer Beteiligung nicht. Ohne Klasse werden alle genannt.")))?;
            if self.months.is_some_and(|months| months > LONGEST) {
                return Err(Failure::Misused(format!(
                    "Höchstens {LONGEST} Monate; für immer: 0."
                )));
            }
            if self.months.is_some() || self.default {
                let (of, months) = (consultation.clone(), self.months);
                place
                    .may::<SetRetention>(&db)?
                    .write_here(move |tx| store::set(tx, &of, class, months))?;
                tell("Geändert.");
            }
        }
        let own = db.read_here(|conn| store::own(conn, consultation.id.as_str()))?;
        let periods = Periods::of(&place.config.retention).but(&own);
        for class in Class::ALL.into_iter().filter(|c| c.is_of_consultation()) {
            let months = periods
                .months(class)
                .map_or_else(|| "nie".to_owned(), |n| format!("nach {n} Monaten"));
            let whose = if own.contains_key(&class) {
                "eigene Frist"
            } else {
                "wie die Stadt"
            };
            give(format!("{}\t{months}\t{whose}\t{}\n", class.as_str(), what(class)).as_bytes())?;
        }
        Ok(())
    }
}
