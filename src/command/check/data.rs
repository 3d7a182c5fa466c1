//! The database: whether it answers, is up to date, and keeps what it has confirmed.

use chrono::TimeDelta;

use super::{Finding, Findings, Good, Hint, Wrong, said};
use crate::base::config::has_several_hosts;
use crate::base::db::{Found, Place as Database, careless_settings, waits_for_standby};
use crate::base::error::AppError;
use crate::command::place::Place;
use crate::consultation;

/// How far the clocks of two machines may be apart. A deadline is told by the second.
const APART: TimeDelta = TimeDelta::seconds(5);

/// Looks at the database without bringing it up to date. Also says whether its tables are those of this program.
pub(super) fn look(place: &Place) -> (Findings, bool) {
    let name = place.named();
    if !place.database().exists() {
        let said = format!("{name} entsteht beim ersten Start");
        return (vec![("Datenbank", Good(said))], false);
    }
    let found = match place.database().look() {
        Ok(found) => found,
        Err(why) => {
            let said = format!(
                "{name} antwortet nicht: {why:#}. Bitte database.url prüfen und ob sie läuft."
            );
            return (vec![("Datenbank", Wrong(said))], false);
        }
    };
    let mut findings = Vec::new();
    if let Some(finding) = clocks(place, &found) {
        findings.push(("Uhr der Datenbank", finding));
    }
    let is_current = found.missing.is_empty() && found.unknown.is_empty();
    findings.insert(0, ("Datenbank", tables(place, &found)));
    if is_current {
        findings.extend(second(place).map(|finding| ("Zweite Datenbank", finding)));
    }
    findings.extend(beside(place).map(|finding| ("Datenbank zum Lesen", finding)));
    (findings, is_current)
}

fn tables(place: &Place, found: &Found) -> Finding {
    let name = place.named();
    if let Some(step) = found.unknown.last() {
        return Wrong(format!(
            "{name} gehört zu einer neueren Fassung von Trialog (Schritt {step}). Bitte die neuere verwenden."
        ));
    }
    if found.done == 0 {
        return Good(format!(
            "{name} ist leer; die Tabellen entstehen beim ersten Start"
        ));
    }
    if !found.missing.is_empty() {
        return Hint(format!(
            "{name} kommt von einer älteren Fassung; der nächste Start bringt sie auf den neuesten Stand (Schritte: {}). Bitte \
             vorher sichern.",
            found.missing.len()
        ));
    }
    match asked(place) {
        Ok((_, careless)) if !careless.is_empty() => Wrong(format!(
            "{name} mit {}: Nach einem Stromausfall könnte etwas fehlen, wofür es eine Quittung gibt. Bitte einschalten.",
            careless.join(", ")
        )),
        Ok((consultations, _)) => Good(format!(
            "{name}, veröffentlichte Beteiligungen: {consultations}"
        )),
        Err(why) => Wrong(why),
    }
}

/// How many consultations are public, and which settings are careless.
fn asked(place: &Place) -> Result<(usize, Vec<String>), String> {
    let db = place.open().map_err(|why| said(&why))?;
    let told = |why: AppError| said(&why.into());
    let consultations = db.read_here(consultation::list_published).map_err(told)?;
    let careless = db.read_here(careless_settings).map_err(told)?;
    Ok((consultations.len(), careless))
}

/// Whether what is confirmed outlives the machine of the database, where the options name a second one.
fn second(place: &Place) -> Option<Finding> {
    if !has_several_hosts(place.config.database.url.reveal()) {
        return None;
    }
    let waits = place.open().map_err(|why| said(&why));
    let waits = waits.and_then(|db| {
        db.read_here(waits_for_standby)
            .map_err(|why| said(&why.into()))
    });
    Some(match waits {
        Ok(true) => Good("was bestätigt wird, liegt auf beiden".to_owned()),
        Ok(false) => Hint(
            "database.url nennt mehrere Rechner, aber synchronous_standby_names ist leer: Fällt der erste aus, kann fehlen, wofür \
             es eine Quittung gibt (docs/scaling.md)."
                .to_owned(),
        ),
        Err(why) => Wrong(why),
    })
}

/// Whether the database answers from which public pages may be read.
fn beside(place: &Place) -> Option<Finding> {
    let url = place.config.database.read_url.reveal();
    (!url.is_empty()).then(|| match Database::of(url, &place.data).look() {
        Ok(_) => Good("antwortet".to_owned()),
        Err(why) => Hint(format!(
            "antwortet nicht: {why:#}. Seiten werden solange von der ersten gelesen. Bitte database.read_url prüfen."
        )),
    })
}

/// Several processes and the database judge by their own clocks.
fn clocks(place: &Place, found: &Found) -> Option<Finding> {
    let apart = (place.clock.now() - found.clock?).abs();
    Some(if apart > APART {
        Wrong(format!(
            "{} Sekunden anders als hier. Bitte beide Rechner von einem Zeitserver stellen lassen.",
            apart.num_seconds()
        ))
    } else {
        Good("geht wie hier".to_owned())
    })
}
