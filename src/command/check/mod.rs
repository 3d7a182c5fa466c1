//! `trialog check`: whether this installation can do its work, before people notice that it cannot. It changes nothing.

mod address;
mod data;
mod folders;
mod kept;
mod mails;

use chrono::{DateTime, Utc};

use super::failure::{Done, Failure, count, tell};
use super::place::Place;
use crate::base::site::Site;

/// What was found out about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Finding {
    /// As it should be, with a word about it.
    Good(String),
    /// It works, and somebody should know something about it.
    Hint(String),
    /// It does not work, or people come to harm; with what to do.
    Wrong(String),
}
use Finding::{Good, Hint, Wrong};

/// What was found, by what it is about.
type Findings = Vec<(&'static str, Finding)>;

/// Runs the command: looks at options, secret, folders, database, mails, clock and what is built in, and names what is
/// wrong. Only what is wrong makes it fail.
///
/// The options themselves have been checked when this runs: no command starts with wrong ones.
pub fn run(place: &Place) -> Done {
    let mut findings = vec![("Einstellungen", Good("in Ordnung".to_owned()))];
    findings.extend(address::look(&place.config));
    findings.push(("Schlüssel", folders::secret(place)));
    findings.extend(folders::look(place));
    let (found, is_current) = data::look(place);
    findings.extend(found);
    findings.push(("Mails", mails::look(place, is_current)));
    findings.push(("Uhr", clock(place)));
    if is_current {
        findings.push(("Aufbewahrung", kept::look(place)));
    }
    findings.push(("Texte und Vorlagen", built_in(place)));

    let mut wrong = 0;
    for (what, found) in findings {
        match found {
            Good(said) => tell(format_args!("gut      {what}: {said}")),
            Hint(said) => tell(format_args!("HINWEIS  {what}: {said}")),
            Wrong(said) => {
                wrong += 1;
                tell(format_args!("FEHLER   {what}: {said}"));
            }
        }
    }
    if wrong > 0 {
        return Err(Failure::refused(format!(
            "{}.",
            count(wrong, "Fehler", "Fehler")
        )));
    }
    Ok(())
}

/// A clock that stands before the program was made is wrong, and every deadline with it.
fn clock(place: &Place) -> Finding {
    let now = place.clock.now();
    let zone = place.zone();
    let local = now.with_timezone(&zone.0);
    let said = format!(
        "{} Uhr ({})",
        local.format("%d.%m.%Y, %H:%M"),
        place.config.town.time_zone
    );
    let made: Option<DateTime<Utc>> = DateTime::from_timestamp(1_767_225_600, 0);
    if made.is_some_and(|made| now < made) {
        return Wrong(format!("{said}: Die Uhr des Rechners geht nach."));
    }
    Good(said)
}

fn built_in(place: &Place) -> Finding {
    let secrets = crate::base::secret::Secrets::fresh();
    let site = Site::new(place.config.clone(), secrets, place.clock.clone());
    match site.and_then(|site| site.templates.read_all()) {
        Ok(()) => Good("in Ordnung".to_owned()),
        Err(why) => Wrong(format!("{why:#}")),
    }
}

fn said(why: &Failure) -> String {
    match why {
        Failure::Refused(reason) | Failure::Misused(reason) => reason.clone(),
        Failure::Broken(why) => format!("{why:#}"),
    }
}
