//! `trialog publish edition`: everyone may read an edition.

use clap::Args;

use super::failure::{Done, Failure, missing, tell};
use super::place::Place;
use crate::base::db::Db;
use crate::strategy::{self, EditStrategy, edition_id, is_edition_published, laid};

/// Shows an edition to everyone.
#[derive(Args)]
pub struct PublishEdition {
    /// Kurzname des Konzepts
    #[arg(long, value_name = "KURZNAME")]
    strategy: String,
    /// Nummer der Fassung [ohne Angabe: die neueste]
    #[arg(long, value_name = "NUMMER")]
    number: Option<i32>,
}

impl PublishEdition {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        if !publish(place, &db, &self.strategy, self.number)? {
            tell("Diese Fassung war schon veröffentlicht.");
        }
        Ok(())
    }
}

/// Publishes an edition and says so. False when it was public before; then nothing is said.
pub fn publish(place: &Place, db: &Db, slug: &str, number: Option<i32>) -> Result<bool, Failure> {
    let edition = db.read_here(|conn| {
        let id = edition_id(conn, slug, number)?;
        Ok((is_edition_published(conn, &id)?, laid(conn, &id)?))
    });
    let (before, edition) = missing(edition, || no_edition(slug, number))?;
    if before {
        return Ok(false);
    }
    let name = format!("Fassung {} ({})", edition.number, edition.name);
    place
        .may::<EditStrategy>(db)?
        .write_here(move |tx| strategy::publish(tx, &edition.id))?;
    tell(format_args!("{name} ist veröffentlicht."));
    Ok(true)
}

/// What to say when an edition is not there.
pub fn no_edition(slug: &str, number: Option<i32>) -> String {
    match number {
        Some(number) => format!("Vom Konzept „{slug}“ gibt es keine Fassung {number}."),
        None => format!("Ein Konzept „{slug}“ gibt es noch nicht."),
    }
}
