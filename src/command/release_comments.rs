//! `trialog release comments`: somebody has read the free texts, now everyone may.

use clap::Args;

use super::failure::{Done, Failure, give, tell};
use super::place::Place;
use super::publish_consultation::named;
use crate::moderation::{ModerateTexts, Waiting, release, waiting_texts};
use crate::survey::{Book, Survey};

/// Releases the waiting free texts of a consultation, or lists them to be read first.
#[derive(Args)]
pub struct ReleaseComments {
    /// Kurzname der Beteiligung (slug)
    #[arg(long, value_name = "BETEILIGUNG")]
    consultation: String,
    /// Nur die Texte dieser Umfrage
    #[arg(long, value_name = "UMFRAGE")]
    survey: Option<String>,
    /// Nichts freigeben, nur die wartenden Texte zeigen
    #[arg(long)]
    list: bool,
}

impl ReleaseComments {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let consultation = named(&db, &self.consultation)?;
        let book = db.read_here(|conn| Book::of(conn, &consultation.id))?;
        if let Some(slug) = &self.survey
            && book.survey(slug).is_none()
        {
            return Err(Failure::refused(format!(
                "Die Beteiligung „{}“ hat keine Umfrage „{slug}“.",
                self.consultation
            )));
        }
        let chosen = book
            .surveys
            .into_iter()
            .filter(|survey| self.survey.as_ref().is_none_or(|slug| *slug == survey.slug));
        let mut count = 0;
        for survey in chosen {
            let texts = db.read_here(|conn| waiting_texts(conn, &survey.id))?;
            count += texts.len();
            if self.list {
                give(listed(&survey, &texts).as_bytes())?;
            } else if !texts.is_empty() {
                let ids: Vec<_> = texts.into_iter().map(|text| text.id).collect();
                place
                    .may::<ModerateTexts>(&db)?
                    .write_here(move |tx| release(tx, &ids))?;
            }
        }
        tell(match (count, self.list) {
            (0, _) => "Es wartet kein Text auf Freigabe.".to_owned(),
            (count, true) => format!("Auf Freigabe warten: {count}"),
            (count, false) => format!("Freigegeben: {count}"),
        });
        Ok(())
    }
}

/// One line a text: where it stands, the mark given with it, the text.
fn listed(survey: &Survey, texts: &[Waiting]) -> String {
    let line = |text: &Waiting| {
        let question = survey
            .questions
            .iter()
            .find(|question| question.id == text.question);
        let key = question.map(|question| question.key.as_str());
        let mark = text.mark.map(|mark| mark.labels()[0]);
        // A text with line breaks, or with signs that steer a terminal, stays one line.
        let words: Vec<&str> = text
            .text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect();
        format!(
            "{}/{}\t{}\t{}\n",
            survey.slug,
            key.unwrap_or_default(),
            mark.unwrap_or_default(),
            words.join(" ")
        )
    };
    texts.iter().map(line).collect()
}
