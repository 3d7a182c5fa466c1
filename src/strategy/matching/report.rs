//! What the import prints about the changes it found.

use std::fmt::Write as _;

use super::{Change, Place, Settled, What, Words};
use crate::strategy::model::{ReportLang, excerpt, label};

/// Characters shown of each wording that became different.
const SHOWN_CHARS: usize = 100;
/// Characters shown before the first difference, so that one sees where it is.
const LEAD_CHARS: usize = 30;

impl Settled {
    /// The changes as plain text for the terminal, each with its key, and a line that counts them.
    #[must_use]
    pub fn report(&self, lang: ReportLang) -> String {
        if self.unchanged() {
            return lang.pick("Keine Änderungen.\n", "No changes.\n").to_owned();
        }
        let mut report = String::new();
        for change in &self.changes {
            // Writing to a string cannot fail.
            let _ = line(&mut report, change, lang);
        }
        let _ = writeln!(report, "\n{}", counts(&self.changes, lang));
        report
    }
}

/// The words for the kinds of change, in the order in which they are counted.
fn words(lang: ReportLang) -> [&'static str; 5] {
    lang.pick(
        [
            "neu",
            "umformuliert",
            "verschoben",
            "umnummeriert",
            "entfallen",
        ],
        ["added", "reworded", "moved", "renumbered", "retired"],
    )
}

/// Index of the change's word in [`words`].
fn rank(what: &What) -> usize {
    match what {
        What::Added => 0,
        What::Reworded { .. } => 1,
        What::Moved { .. } => 2,
        What::Renumbered { .. } => 3,
        What::Retired => 4,
    }
}

fn counts(changes: &[Change], lang: ReportLang) -> String {
    let counted = words(lang)
        .into_iter()
        .enumerate()
        .filter_map(|(index, word)| {
            let count = changes
                .iter()
                .filter(|change| rank(&change.what) == index)
                .count();
            (count > 0).then(|| format!("{count} {word}"))
        });
    counted.collect::<Vec<_>>().join(", ")
}

fn line(report: &mut String, change: &Change, lang: ReportLang) -> std::fmt::Result {
    let Change {
        key,
        kind,
        number,
        words: Words { title, text },
        what,
    } = change;
    let word = words(lang)[rank(what)];
    writeln!(
        report,
        "{word}: {key}  {}",
        label(*kind, number.as_deref(), title, text, lang)
    )?;
    let (before, after) = lang.pick(("vorher", "jetzt"), ("before", "now"));
    match what {
        What::Added | What::Retired => Ok(()),
        What::Moved { from, to } => {
            writeln!(report, "    {before}: {}", place(from, lang))?;
            writeln!(report, "    {after}: {}", place(to, lang))
        }
        What::Renumbered { from, to } => {
            let number = |label: &Option<String>| {
                label
                    .clone()
                    .unwrap_or_else(|| lang.pick("ohne Nummer", "no number").to_owned())
            };
            writeln!(report, "    {before}: {}", number(from))?;
            writeln!(report, "    {after}: {}", number(to))
        }
        What::Reworded {
            before: old,
            after: new,
        } => {
            for (old, new) in [(&old.title, &new.title), (&old.text, &new.text)] {
                if old != new {
                    let (old, new) = around_difference(old, new);
                    writeln!(report, "    {before}: {old}")?;
                    writeln!(report, "    {after}: {new}")?;
                }
            }
            Ok(())
        }
    }
}

fn place(place: &Place, lang: ReportLang) -> String {
    let position = place.position + 1;
    match &place.parent {
        Some(parent) => lang.pick(
            format!("in {parent}, Stelle {position}"),
            format!("in {parent}, place {position}"),
        ),
        None => lang.pick(format!("Stelle {position}"), format!("place {position}")),
    }
}

/// Both wordings from shortly before their first difference.
fn around_difference(old: &str, new: &str) -> (String, String) {
    let same = old
        .chars()
        .zip(new.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let skipped = if same > LEAD_CHARS + LEAD_CHARS / 2 {
        same - LEAD_CHARS
    } else {
        0
    };
    let from = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        let lead = if skipped > 0 { "…" } else { "" };
        format!("{lead}{}", excerpt(&rest, SHOWN_CHARS))
    };
    (from(old), from(new))
}
