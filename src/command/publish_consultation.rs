//! `trialog publish consultation`: everyone sees a consultation; before it opens, as announced.

use clap::Args;

use super::failure::{Done, missing, tell};
use super::place::Place;
use super::publish_edition::publish as publish_edition;
use crate::base::db::Db;
use crate::consultation::{self, Consultation, PrepareConsultation};
use crate::strategy::laid;

/// Shows a consultation to everyone, and the edition it lays open.
#[derive(Args)]
pub struct PublishConsultation {
    /// Kurzname der Beteiligung (slug)
    #[arg(value_name = "BETEILIGUNG")]
    consultation: String,
}

impl PublishConsultation {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let consultation = named(&db, &self.consultation)?;
        let edition = db.read_here(|conn| laid(conn, &consultation.edition))?;
        // People are asked about an edition, so they must be able to read it.
        publish_edition(place, &db, &edition.strategy, Some(edition.number))?;
        let url = format!(
            "{}/consultations/{}",
            place.config.base_url(),
            consultation.slug
        );
        place
            .may::<PrepareConsultation>(&db)?
            .write_here(move |tx| consultation::publish(tx, &consultation))?;
        tell(format_args!("Die Beteiligung ist veröffentlicht: {url}"));
        Ok(())
    }
}

/// The consultation of that name, published or not.
pub fn named(db: &Db, slug: &str) -> Result<Consultation, super::Failure> {
    missing(db.read_here(|conn| consultation::find(conn, slug)), || {
        format!("Eine Beteiligung „{slug}“ gibt es nicht.")
    })
}
