//! `trialog import lss`: what of a survey from LimeSurvey can be taken over, and what not. With a consultation it is taken
//! over, as at the desk after the same preview.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, count, give, missing, tell};
use super::place::Place;
use crate::base::locale::{Args as Words, Lang, Texts};
use crate::consultation;
use crate::survey::import::lss::{Lime, MAX_BYTES, read, surveys};
use crate::survey::{BuildSurvey, MAX_QUESTIONS, import_surveys, slugs_of};

/// Reads a structure file and says what comes over.
#[derive(Args)]
pub struct ImportLss {
    /// Die Umfrage aus LimeSurvey: Export „Umfragestruktur (.lss)“
    #[arg(value_name = "DATEI.lss")]
    file: PathBuf,
    /// Kurzname der Beteiligung, in die sie kommt [ohne Angabe: nur nachsehen]
    #[arg(long, value_name = "KURZNAME")]
    consultation: Option<String>,
    /// Aus jeder Gruppe eine eigene Umfrage machen
    #[arg(long)]
    each_group: bool,
}

impl ImportLss {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let mut bytes = Vec::new();
        // One byte more than is allowed is enough to know.
        File::open(&self.file)
            .and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
            .map_err(|why| {
                let file = self.file.display();
                Failure::refused(format!("{file} lässt sich nicht lesen: {why}"))
            })?;
        let texts = Texts::load()?;
        let lime = read(&bytes).map_err(|why| {
            let mut words = Words::new();
            words.set("line", why.line());
            words.set("most", MAX_BYTES / 1024 / 1024);
            Failure::refused(texts.get(Lang::De, why.reason_key(), &words))
        })?;
        told(&lime, &texts)?;
        let Some(slug) = &self.consultation else {
            tell(
                "Nichts wurde gespeichert. In eine Beteiligung übernehmen: --consultation KURZNAME",
            );
            return Ok(());
        };
        self.take_over(place, slug, &lime)
    }

    fn take_over(&self, place: &Place, slug: &str, lime: &Lime) -> Done {
        let db = place.open()?;
        let found = db.read_here(|conn| {
            let consultation = consultation::find(conn, slug)?.id;
            let taken = slugs_of(conn, &consultation)?;
            Ok((consultation, taken))
        });
        let (consultation, taken) = missing(found, || {
            format!("Eine Beteiligung „{slug}“ gibt es nicht.")
        })?;
        let (new, _) = surveys(lime, self.each_group, &taken);
        if new.iter().any(|one| one.questions.len() > MAX_QUESTIONS) {
            return Err(Failure::refused(format!(
                "Eine Umfrage hat höchstens {MAX_QUESTIONS} Fragen. Mit --each-group wird aus jeder Gruppe eine."
            )));
        }
        let name = self.file.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        let made = count(new.len(), "Umfrage", "Umfragen");
        place
            .may::<BuildSurvey>(&db)?
            .write_here(move |tx| import_surveys(tx, &consultation, &new, &name))?;
        tell(format_args!("{made} angelegt."));
        Ok(())
    }
}

fn told(lime: &Lime, texts: &Texts) -> Done {
    // Writing into a string cannot fail.
    let mut out = format!("{}\n", lime.title);
    for group in &lime.groups {
        let _ = writeln!(out, "\n{}", group.title);
        for question in group.questions.iter().map(|taken| &taken.question) {
            let (key, kind) = (&question.key, question.kind.as_str());
            let text = question.text.replace('\n', " ");
            let _ = writeln!(out, "  {key} ({kind}): {text}");
        }
    }
    if !lime.losses.is_empty() {
        out.push_str("\nNicht oder anders übernommen:\n");
    }
    for loss in &lime.losses {
        let mut words = Words::new();
        words.set("word", loss.word.clone());
        let text = texts.get(Lang::De, loss.text_key(), &words);
        let place = if loss.place.is_empty() {
            "Umfrage"
        } else {
            &loss.place
        };
        let _ = writeln!(out, "  {place}: {text}");
    }
    give(out.as_bytes())?;
    tell(format_args!(
        "{} in {} lassen sich übernehmen.",
        count(lime.questions(), "Frage", "Fragen"),
        count(lime.groups.len(), "Gruppe", "Gruppen")
    ));
    Ok(())
}
