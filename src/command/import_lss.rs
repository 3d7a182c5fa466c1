//! `trialog import lss`: what of a survey from LimeSurvey can be taken over, and what not. It writes nothing; at the desk
//! the survey is created after the same preview.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Done, Failure, count, give, tell};
use crate::base::locale::{Args as Words, Lang, Texts};
use crate::survey::import::lss::{Lime, MAX_BYTES, read};

/// Reads a structure file and says what comes over.
#[derive(Args)]
pub struct ImportLss {
    /// Die Umfrage aus LimeSurvey: Export „Umfragestruktur (.lss)“
    #[arg(value_name = "DATEI.lss")]
    file: PathBuf,
}

impl ImportLss {
    /// Runs the command.
    pub fn run(self) -> Done {
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
        told(&lime, &texts)
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
        "{} in {} lassen sich übernehmen. Nichts wurde gespeichert.",
        count(lime.questions(), "Frage", "Fragen"),
        count(lime.groups.len(), "Gruppe", "Gruppen")
    ));
    Ok(())
}
