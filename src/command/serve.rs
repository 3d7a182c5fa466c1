//! `trialog serve`: the portal of the town.

use std::net::TcpListener;

use clap::Args;

use super::account;
use super::failure::{Done, Failure, tell};
use super::place::Place;
use crate::base::db::Db;
use crate::base::site::Site;
use crate::base::{log, server};
use crate::{consultation, demo, routes, strategy};

/// Starts the portal and serves until Ctrl-C.
#[derive(Args, Default)]
pub struct Serve {
    /// Adresse und Port [ohne Angabe: server.bind aus den Einstellungen]
    #[arg(long, value_name = "ADRESSE:PORT")]
    bind: Option<String>,
}

impl Serve {
    /// Runs the command.
    pub fn run(self, mut place: Place) -> Done {
        bind(&mut place, self.bind)?;
        let _held = place.hold()?;
        let db = place.open_or_make()?;
        if demo::state(&db)?.is_demo() {
            // The fictitious town never appears without saying that it is one.
            demo::dress(&mut place.config);
        }
        let next = next_steps(&db)?;
        let first = account::first_admin(&place, &db)?;
        serve(&place, db, move |url| {
            tell(format_args!("Trialog läuft: {url}"));
            if let Some(path) = first {
                tell(format_args!(
                    "Noch kann niemand das Portal verwalten. Mit diesem Link entsteht das erste Konto (einmal, 24 Stunden lang):\n  \
                     {url}{path}"
                ));
            }
            if let Some(next) = next {
                tell(next);
            }
            tell("Beenden mit Strg+C.");
        })
    }
}

/// Takes the address from the command line, and makes sure that nobody else has it, before anything else is done.
pub fn bind(place: &mut Place, given: Option<String>) -> Done {
    if let Some(given) = given {
        place.config.server.bind = given;
    }
    let address = &place.config.server.bind;
    TcpListener::bind(address).map(drop).map_err(|why| {
        Failure::refused(format!(
            "Unter {address} kann die Website nicht antworten: {why}\n\
             Eine andere Adresse geht mit --bind, zum Beispiel --bind 127.0.0.1:8081."
        ))
    })
}

/// Serves until the process is told to stop; `answering` hears the URL.
pub fn serve(place: &Place, db: Db, answering: impl FnOnce(&str)) -> Done {
    log::start(&place.config.log)?;
    let site =
        Site::new(place.housed(), place.secrets()?, place.clock.clone())?.with_nav(routes::nav());
    server::run(site, db, routes::PRODUCT, answering)?;
    tell("Beendet.");
    Ok(())
}

/// What to do next where nothing is to be seen yet.
fn next_steps(db: &Db) -> Result<Option<&'static str>, Failure> {
    let (strategies, consultations) = db.read_here(|conn| {
        Ok((
            strategy::count(conn)?,
            consultation::list_published(conn)?.len(),
        ))
    })?;
    Ok(if strategies == 0 {
        Some(
            "Noch ist nichts zu sehen. So geht es weiter:\n  \
             trialog import edition KONZEPT.md --strategy KURZNAME --publish       ein Konzept einlesen\n  \
             trialog import consultation BETEILIGUNG.toml --strategy KURZNAME --publish   dazu einladen\n  \
             trialog demo                                                          eine erfundene Stadt ansehen\n\
             Wie die Datei einer Beteiligung aussieht, steht in docs/consultation-file.md.",
        )
    } else if consultations == 0 {
        Some(
            "Noch ist keine Beteiligung veröffentlicht. So geht es weiter:\n  \
             trialog import consultation BETEILIGUNG.toml --strategy KURZNAME --publish",
        )
    } else {
        None
    })
}
