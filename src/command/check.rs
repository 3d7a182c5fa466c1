//! `trialog check`: whether this installation can do its work.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use chrono::{DateTime, Utc};

use super::failure::{Done, Failure, tell};
use super::place::Place;
use crate::base::config::Transport;
use crate::base::db::careless_settings;
use crate::base::mail::Courier;
use crate::base::outbox;
use crate::base::site::Site;
use crate::consultation;
use crate::retention::model::Periods;
use crate::retention::store::over;

/// Runs the command: looks at options, secret, database, mails, clock and what is built in, and names what is wrong.
///
/// The options themselves have been checked when this runs: no command starts with wrong ones.
pub fn run(place: &Place) -> Done {
    let findings = [
        ("Einstellungen", Ok("in Ordnung".to_owned())),
        ("Schlüssel", secret(place)),
        ("Datenbank", database(place)),
        ("Mails", mails(place)),
        ("Uhr", clock(place)),
        ("Aufbewahrung", kept(place)),
        ("Texte und Vorlagen", built_in(place)),
    ];
    let mut wrong = 0;
    for (what, found) in findings {
        match found {
            Ok(said) => tell(format_args!("gut      {what}: {said}")),
            Err(said) => {
                wrong += 1;
                tell(format_args!("FEHLER   {what}: {said}"));
            }
        }
    }
    match wrong {
        0 => Ok(()),
        1 => Err(Failure::refused("1 Fehler.")),
        wrong => Err(Failure::refused(format!("{wrong} Fehler."))),
    }
}

/// What was found: good, with a word about it, or wrong, with what to do.
type Finding = Result<String, String>;

/// Whoever reads the secret can open receipts once he has the database.
fn secret(place: &Place) -> Finding {
    if !place.config.server.secret.is_empty() {
        return Ok("aus den Einstellungen".into());
    }
    let file = place.data.join("keys").join("secret");
    if !file.exists() {
        return Ok(format!("{} entsteht beim ersten Start", file.display()));
    }
    let mode = fs::metadata(&file)
        .map_err(|why| format!("{}: {why}", file.display()))?
        .permissions()
        .mode();
    if mode & 0o077 != 0 {
        return Err(format!(
            "{} ist auch für andere lesbar. Bitte: chmod 600 {}",
            file.display(),
            file.display()
        ));
    }
    place.secrets().map_err(|why| said(&why))?;
    Ok(format!("{} liest nur der Eigentümer", file.display()))
}

fn database(place: &Place) -> Finding {
    let name = place.named();
    if !place.database().exists() {
        return Ok(format!("{name} entsteht beim ersten Start"));
    }
    let db = place.open().map_err(|why| said(&why))?;
    let consultations = db
        .read_here(consultation::list_published)
        .map_err(|why| said(&why.into()))?;
    let careless = db
        .read_here(careless_settings)
        .map_err(|why| said(&why.into()))?;
    if !careless.is_empty() {
        return Err(format!(
            "{name} mit {}: Nach einem Stromausfall könnte etwas fehlen, wofür es eine Quittung gibt. Bitte einschalten.",
            careless.join(", ")
        ));
    }
    Ok(format!(
        "{name}, veröffentlichte Beteiligungen: {}",
        consultations.len()
    ))
}

/// Mails that cannot leave are noticed by those who wait for them; better to notice before.
fn mails(place: &Place) -> Finding {
    let config = place.housed();
    let courier = Courier::of(&config).map_err(|why| format!("{why:#}"))?;
    let stuck = stuck(place)?;
    let answered = actix_web::rt::System::new().block_on(courier.try_out());
    let mail = &config.mail;
    match mail.transport {
        Transport::Files => answered
            .map(|()| format!("werden Dateien in {}{stuck}", mail.folder.display()))
            .map_err(|why| format!("{}: {why}", mail.folder.display())),
        Transport::Smtp => {
            let server = format!("{}:{}", mail.smtp_host, mail.smtp_port);
            answered
                .map(|()| format!("{server} nimmt Mails an{stuck}"))
                .map_err(|why| format!("{server}: {why}"))
        }
    }
}

/// How many mails did not leave; nothing when all did.
fn stuck(place: &Place) -> Finding {
    if !place.database().exists() {
        return Ok(String::new());
    }
    let (db, now) = (place.open().map_err(|why| said(&why))?, place.clock.now());
    let stuck = db
        .read_here(move |conn| outbox::stuck(conn, now))
        .map_err(|why| said(&why.into()))?;
    Ok(match (stuck.waiting, stuck.given_up) {
        (0, 0) => String::new(),
        (waiting, given_up) => format!(
            "; noch nicht zugestellt: {waiting}, aufgegeben: {given_up} (mehr unter /desk/mails)"
        ),
    })
}

/// What is over and not deleted yet is no fault, but somebody has to know.
fn kept(place: &Place) -> Finding {
    if !place.database().exists() {
        return Ok("noch nichts".into());
    }
    let db = place.open().map_err(|why| said(&why))?;
    let periods = Periods::of(&place.config.retention);
    let now = place.clock.now();
    let over = db
        .read_here(move |conn| over(conn, &periods, now))
        .map_err(|why| said(&why.into()))?;
    Ok(if over.is_empty() {
        "nichts ist zu löschen".into()
    } else {
        "manches ist lange genug aufbewahrt (mehr mit: trialog purge)".into()
    })
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
        return Err(format!("{said}: Die Uhr des Rechners geht nach."));
    }
    Ok(said)
}

fn built_in(place: &Place) -> Finding {
    let secrets = crate::base::secret::Secrets::fresh();
    Site::new(place.config.clone(), secrets, place.clock.clone())
        .map(|_| "in Ordnung".to_owned())
        .map_err(|why| format!("{why:#}"))
}

fn said(why: &Failure) -> String {
    match why {
        Failure::Refused(reason) | Failure::Misused(reason) => reason.clone(),
        Failure::Broken(why) => format!("{why:#}"),
    }
}
