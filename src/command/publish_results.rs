//! `trialog publish results`: the figures of a consultation are frozen and published.

use clap::Args;

use super::failure::{Done, Failure, give, tell};
use super::place::Place;
use super::publish_consultation::named;
use crate::evaluation::{self, PublishOutcome};

/// Freezes the results of a consultation and shows them to everyone.
#[derive(Args)]
pub struct PublishResults {
    /// Kurzname der Beteiligung (slug)
    #[arg(long, value_name = "BETEILIGUNG")]
    consultation: String,
}

impl PublishResults {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let consultation = named(&db, &self.consultation)?;
        let (limits, zone) = (place.config.figures, place.zone());
        let url = format!(
            "{}/consultations/{}/results",
            place.config.base_url(),
            consultation.slug
        );
        let outcome = place
            .may::<evaluation::PublishResults>(&db)?
            .write_here(move |tx| evaluation::publish(tx, &consultation, limits, zone))?;
        match outcome {
            PublishOutcome::Published { number, sha256 } => {
                give(format!("{sha256}\n").as_bytes())?;
                tell(format_args!(
                    "Stand {number} der Ergebnisse ist veröffentlicht: {url}"
                ));
                Ok(())
            }
            PublishOutcome::Unchanged { number } => {
                tell(format_args!(
                    "Seit Stand {number} hat sich nichts geändert. Er bleibt der neueste: {url}"
                ));
                Ok(())
            }
            PublishOutcome::StillOpen { until } => Err(Failure::refused(format!(
                "Die Umfrage läuft noch bis zum {}. Ergebnisse gibt es erst danach.",
                until.format("%d.%m.%Y")
            ))),
            PublishOutcome::Nothing => Err(Failure::refused(
                "Diese Beteiligung hat keine Umfrage, also auch keine Ergebnisse.",
            )),
        }
    }
}
