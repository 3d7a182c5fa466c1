//! Mails that cannot leave are noticed by those who wait for them; better to notice before.

use super::{Finding, Good, Hint, Wrong, said};
use crate::base::config::Transport;
use crate::base::error::AppError;
use crate::base::mail::Courier;
use crate::base::outbox;
use crate::command::place::Place;

/// Tries the way mails leave by. What waits is only asked where the tables are up to date.
pub(super) fn look(place: &Place, is_current: bool) -> Finding {
    let config = place.housed();
    let courier = match Courier::of(&config) {
        Ok(courier) => courier,
        Err(why) => return Wrong(format!("{why:#}")),
    };
    let stuck = match is_current.then(|| stuck(place)).transpose() {
        Ok(stuck) => stuck.unwrap_or_default(),
        Err(why) => return Wrong(why),
    };
    let mail = &config.mail;
    if mail.transport == Transport::Files {
        // Whether they can be written there, the folder itself has told.
        let said = format!("werden Dateien in {}{stuck}", mail.folder.display());
        return if config.is_https() {
            Hint(format!(
                "{said}; niemand bekommt sie. Bitte mail.transport einstellen."
            ))
        } else {
            Good(said)
        };
    }
    let server = format!("{}:{}", mail.smtp_host, mail.smtp_port);
    match actix_web::rt::System::new().block_on(courier.try_out()) {
        Ok(()) => Good(format!("{server} nimmt Mails an{stuck}")),
        Err(why) => Wrong(format!("{server}: {why}")),
    }
}

/// How many mails did not leave; nothing when all did.
fn stuck(place: &Place) -> Result<String, String> {
    let told = |why: AppError| said(&why.into());
    let (db, now) = (place.open().map_err(|why| said(&why))?, place.clock.now());
    let stuck = db
        .read_here(move |conn| outbox::stuck(conn, now))
        .map_err(told)?;
    Ok(match (stuck.waiting, stuck.given_up) {
        (0, 0) => String::new(),
        (waiting, given_up) => format!(
            "; noch nicht zugestellt: {waiting}, aufgegeben: {given_up} (mehr unter /desk/mails)"
        ),
    })
}
