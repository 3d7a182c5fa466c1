//! `trialog import consultation`: a consultation with its surveys, from one TOML file.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, count, missing, tell};
use super::place::Place;
use super::publish_edition::{no_edition, publish as publish_edition};
use crate::base::db::Db;
use crate::base::error::AppError;
use crate::consultation::{self, PrepareConsultation};
use crate::strategy::{LaidEdition, edition_id, laid};
use crate::survey::plan::{self, Plan};

/// Creates a consultation on an edition, with its tracks, milestones and surveys.
#[derive(Args)]
pub struct ImportConsultation {
    /// Die Beschreibung der Beteiligung (siehe docs/consultation-file.md)
    #[arg(value_name = "DATEI.toml")]
    file: PathBuf,
    /// Kurzname des Konzepts, um das es geht
    #[arg(long, value_name = "KURZNAME")]
    strategy: String,
    /// Nummer der Fassung, die offenliegt [ohne Angabe: die neueste]
    #[arg(long, value_name = "NUMMER")]
    edition: Option<i32>,
    /// Die Beteiligung gleich für alle veröffentlichen, und die Fassung mit ihr
    #[arg(long)]
    publish: bool,
}

impl ImportConsultation {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let text = fs::read_to_string(&self.file).map_err(|why| {
            Failure::refused(format!(
                "{} lässt sich nicht lesen: {why}",
                self.file.display()
            ))
        })?;
        let db = place.open()?;
        let edition = db.read_here(|conn| {
            let id = edition_id(conn, &self.strategy, self.edition)?;
            laid(conn, &id)
        });
        let edition = missing(edition, || no_edition(&self.strategy, self.edition))?;
        let plan = plan::read(&text, &edition, place.zone()).map_err(|faults| {
            Failure::refused(format!("{}\nNichts wurde gespeichert.", faults.join("\n")))
        })?;
        refuse_existing(&db, &plan)?;
        if self.publish {
            publish_edition(place, &db, &self.strategy, Some(edition.number))?;
        }
        create(place, &db, edition, plan, self.publish)
    }
}

fn create(place: &Place, db: &Db, edition: LaidEdition, plan: Plan, open: bool) -> Done {
    let (slug, surveys) = (plan.consultation.slug.clone(), plan.surveys.len());
    let questions: usize = plan
        .surveys
        .iter()
        .map(|survey| survey.questions.len())
        .sum();
    place
        .may::<PrepareConsultation>(db)?
        .write_here(move |tx| plan::create(tx, &edition, &plan, open))?;
    tell(format_args!(
        "Beteiligung „{slug}“ angelegt: {} mit {}.",
        count(surveys, "Umfrage", "Umfragen"),
        count(questions, "Frage", "Fragen")
    ));
    tell(if open {
        format!(
            "Sie ist veröffentlicht: {}/consultations/{slug}",
            place.config.base_url()
        )
    } else {
        format!("Noch sieht sie niemand. Veröffentlichen: trialog publish consultation {slug}")
    });
    Ok(())
}

fn refuse_existing(db: &Db, plan: &Plan) -> Done {
    let slug = &plan.consultation.slug;
    match db.read_here(|conn| consultation::find(conn, slug)) {
        Err(AppError::NotFound) => Ok(()),
        Err(why) => Err(why.into()),
        Ok(there) => Err(Failure::refused(format!(
            "Eine Beteiligung „{slug}“ gibt es schon: {}. Bitte einen anderen slug wählen.",
            there.title
        ))),
    }
}
