//! `trialog export template`: the ready file for those who type sheets from other channels.

use clap::Args;

use super::failure::{Done, Failure, give};
use super::place::Place;
use super::publish_consultation::named;
use crate::base::db::Db;
use crate::base::export::{Cell, Separator, csv};
use crate::consultation::{self, Consultation};
use crate::survey::template::{codebook, header};
use crate::survey::{Book, Survey};

/// Writes the import template of a survey, or the list of what may stand in it.
#[derive(Args)]
pub struct ExportTemplate {
    /// Die Umfrage: BETEILIGUNG/UMFRAGE, oder nur UMFRAGE, wenn es nur eine dieses Namens gibt
    #[arg(long, value_name = "UMFRAGE")]
    survey: String,
    /// Statt der Vorlage: was in jeder Spalte stehen darf
    #[arg(long)]
    codebook: bool,
}

impl ExportTemplate {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let survey = asked(&place.open()?, &self.survey)?.survey;
        let (columns, rows) = if self.codebook {
            let rows = codebook(&survey);
            let columns = ["Spalte", "Frage", "Erlaubt"].map(String::from).to_vec();
            (
                columns,
                rows.into_iter()
                    .map(|row| row.map(Cell::from).to_vec())
                    .collect(),
            )
        } else {
            (header(&survey), Vec::new())
        };
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let file = csv(Separator::default(), &names, rows).map_err(anyhow::Error::from)?;
        give(&file)
    }
}

/// A survey, and the consultation it belongs to.
pub struct Asked {
    /// The consultation.
    pub consultation: Consultation,
    /// The survey.
    pub survey: Survey,
}

/// The survey that is meant: `consultation/survey`, or a survey's name that only one published consultation has.
pub fn asked(db: &Db, name: &str) -> Result<Asked, Failure> {
    if let Some((consultation, survey)) = name.split_once('/') {
        let consultation = named(db, consultation)?;
        return find(db, &consultation, survey)?.ok_or_else(|| {
            Failure::refused(format!(
                "Die Beteiligung „{}“ hat keine Umfrage „{survey}“.",
                consultation.slug
            ))
        });
    }
    let mut found = Vec::new();
    for consultation in db.read_here(consultation::list_published)? {
        found.extend(find(db, &consultation, name)?);
    }
    match found.len() {
        0 => Err(Failure::refused(format!(
            "Keine veröffentlichte Beteiligung hat eine Umfrage „{name}“. Sonst bitte BETEILIGUNG/UMFRAGE angeben."
        ))),
        1 => found
            .pop()
            .ok_or_else(|| Failure::refused("Die Umfrage fehlt.")),
        _ => {
            let names: Vec<String> = found
                .iter()
                .map(|asked| format!("{}/{name}", asked.consultation.slug))
                .collect();
            Err(Failure::refused(format!(
                "Mehrere Umfragen heißen „{name}“: {}. Bitte eine davon angeben.",
                names.join(", ")
            )))
        }
    }
}

fn find(db: &Db, consultation: &Consultation, name: &str) -> Result<Option<Asked>, Failure> {
    let book = db.read_here(|conn| Book::of(conn, &consultation.id))?;
    Ok(book.survey(name).cloned().map(|survey| Asked {
        consultation: consultation.clone(),
        survey,
    }))
}
