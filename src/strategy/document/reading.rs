//! What the words of a part say about it: "Strategisches Ziel 4: Sicherheit", "2.1 Wohnen", "Leitsatz".

use crate::strategy::markdown::{Heading, after_words, classify, separator};
use crate::strategy::model::{ElementKind, number_label};

/// Longest paragraph that is taken for a heading because of its first words, in characters.
const MAX_NAMED_CHARS: usize = 300;

/// First words besides those of Trialog's own files, as strategies of towns use them.
const WORDS: [(ElementKind, &str); 16] = [
    (ElementKind::Field, "themenfeld"),
    (ElementKind::Field, "themenbereich"),
    (ElementKind::Field, "schwerpunkt"),
    (ElementKind::Principle, "leitbild"),
    (ElementKind::Principle, "leitziel"),
    (ElementKind::Principle, "leitlinie"),
    (ElementKind::Goal, "oberziel"),
    (ElementKind::Goal, "hauptziel"),
    (ElementKind::Goal, "ziel"),
    (ElementKind::Goal, "goal"),
    (ElementKind::ActionGoal, "handlungsziel"),
    (ElementKind::ActionGoal, "operatives ziel"),
    (ElementKind::ActionGoal, "teilziel"),
    (ElementKind::ActionGoal, "unterziel"),
    (ElementKind::ActionGoal, "maßnahme"),
    (ElementKind::ActionGoal, "action goal"),
];

/// Headings above several elements; they are none themselves, but say what follows.
const CONTAINERS: [(ElementKind, &str); 12] = [
    (ElementKind::Field, "handlungsfelder"),
    (ElementKind::Field, "fields of action"),
    (ElementKind::Principle, "leitsätze"),
    (ElementKind::Goal, "strategische ziele"),
    (ElementKind::Goal, "ziele"),
    (ElementKind::Goal, "unsere ziele"),
    (ElementKind::Goal, "strategic goals"),
    (ElementKind::ActionGoal, "handlungsziele"),
    (ElementKind::ActionGoal, "operative ziele"),
    (ElementKind::ActionGoal, "teilziele"),
    (ElementKind::ActionGoal, "maßnahmen"),
    (ElementKind::ActionGoal, "action goals"),
];

/// Chapters of a document in which no element stands.
const OUTSIDE: [&str; 22] = [
    "vorwort",
    "vorbemerkung",
    "grußwort",
    "präambel",
    "einleitung",
    "einführung",
    "inhalt",
    "inhaltsverzeichnis",
    "impressum",
    "ausgangslage",
    "zusammenfassung",
    "ausblick",
    "anhang",
    "anlage",
    "anlagen",
    "glossar",
    "quellen",
    "literatur",
    "danksagung",
    "preface",
    "introduction",
    "appendix",
];

/// What a part says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The kind that its first words name.
    pub(super) kind: Option<ElementKind>,
    /// The number before its title.
    pub(super) number: Option<String>,
    /// What is left: the title, or the text.
    pub(super) words: String,
}

/// Reads a heading, or a paragraph that may be one.
pub(super) fn read(text: &str) -> Reading {
    let plain = || Reading {
        kind: None,
        number: None,
        words: text.to_owned(),
    };
    if text.chars().count() > MAX_NAMED_CHARS {
        return plain();
    }
    if let Some(Heading {
        kind,
        number,
        title,
    }) = named(text)
    {
        return Reading {
            kind: Some(kind),
            number,
            words: title,
        };
    }
    numbered(text).map_or_else(plain, |(number, rest)| {
        // "2.1 Handlungsziel: …" and the like: the words behind the number count as well.
        let inner = named(rest);
        Reading {
            kind: inner.as_ref().map(|heading| heading.kind),
            number: Some(
                inner
                    .as_ref()
                    .and_then(|heading| heading.number.clone())
                    .unwrap_or(number),
            ),
            words: inner.map_or_else(|| rest.to_owned(), |heading| heading.title),
        }
    })
}

fn named(text: &str) -> Option<Heading> {
    // Escapes are resolved already; what looks like one is text.
    if let Some(heading) = classify(&text.replace('\\', r"\\")) {
        return Some(heading);
    }
    WORDS.iter().find_map(|(kind, words)| {
        let rest = after_words_of(text, words)?;
        let (number, title) = match separator(rest) {
            Some((label, title)) => (label.trim(), title.trim()),
            None => (rest.trim(), ""),
        };
        let number = match number {
            "" => None,
            label => Some(number_label(label)?),
        };
        Some(Heading {
            kind: *kind,
            number,
            title: title.to_owned(),
        })
    })
}

/// Like [`after_words`], also for words with letters beyond ASCII.
fn after_words_of<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    if words.is_ascii() {
        return after_words(text, words);
    }
    let head = text.get(..words.len())?;
    let rest = text.get(words.len()..)?;
    (head.to_lowercase() == words && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// Parts "2.1 Wohnen" and "3) Wohnen" after the number. "2030 werden wir" is no number: it has neither point nor bracket.
fn numbered(text: &str) -> Option<(String, &str)> {
    let (first, rest) = text.split_once([' ', '\u{a0}'])?;
    let label = first.trim_end_matches([')', '.', ':']);
    let is_marked = label.len() < first.len() || label.contains('.') || label.len() == 1;
    let digits = label.starts_with(|c: char| c.is_ascii_digit())
        && label.chars().all(|c| c.is_ascii_digit() || c == '.');
    let rest = rest.trim_start();
    // "1. Mai" and "3.500 Wohnungen" read like numbers too; a title begins with a capital, and labels are short.
    let fits = is_marked && digits && label.split('.').all(|part| (1..=2).contains(&part.len()));
    let titled = rest.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    (fits && titled).then(|| (number_label(label).unwrap_or_default(), rest))
}

fn bare(text: &str) -> String {
    let text = numbered(text).map_or(text, |(_, rest)| rest);
    text.trim_end_matches([':', '.', ' ']).to_lowercase()
}

/// What stands below a heading such as "Strategische Ziele".
pub(super) fn container(text: &str) -> Option<ElementKind> {
    let text = bare(text);
    CONTAINERS
        .iter()
        .find(|(_, words)| *words == text)
        .map(|(kind, _)| *kind)
}

/// Whether a heading opens a chapter without elements, such as a preface.
pub(super) fn is_outside(text: &str) -> bool {
    let text = bare(text);
    let first = text.split([' ', ':']).next().unwrap_or_default();
    OUTSIDE.contains(&first)
}

/// Title of the strategy and name of the edition in a document's own title: "Konzept, Entwurf 2". The name may be empty.
pub fn title_of(text: &str) -> (String, String) {
    let (title, name) = text.rsplit_once(',').unwrap_or((text, ""));
    (title.trim().to_owned(), name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_words_and_numbers_are_read() {
        use ElementKind::{ActionGoal, Field, Goal, Principle};
        let cases = [
            ("Handlungsfeld 3: Wohnen", Some(Field), Some("3"), "Wohnen"),
            ("Leitbild", Some(Principle), None, ""),
            ("Ziel 4.2 – Ruhe", Some(Goal), Some("4.2"), "Ruhe"),
            ("Maßnahme 1: Bäume", Some(ActionGoal), Some("1"), "Bäume"),
            ("2.1 Wohnen", None, Some("2.1"), "Wohnen"),
            ("3. Wohnen", None, Some("3"), "Wohnen"),
            ("1. Strategisches Ziel: Ruhe", Some(Goal), Some("1"), "Ruhe"),
            ("2030 werden wir", None, None, "2030 werden wir"),
            ("3.500 Wohnungen", None, None, "3.500 Wohnungen"),
            (
                "Ziel ist es, dass alle wohnen.",
                None,
                None,
                "Ziel ist es, dass alle wohnen.",
            ),
            ("Zielgruppe: Alle", None, None, "Zielgruppe: Alle"),
        ];
        for (text, kind, number, words) in cases {
            let reading = read(text);
            assert_eq!(
                (
                    reading.kind,
                    reading.number.as_deref(),
                    reading.words.as_str()
                ),
                (kind, number, words),
                "{text}"
            );
        }
    }

    #[test]
    fn chapters_around_the_elements_are_known() {
        assert_eq!(
            container("2.1 Strategische Ziele:"),
            Some(ElementKind::Goal)
        );
        assert_eq!(container("Ziel"), None);
        assert!(is_outside("1. Vorwort des Oberbürgermeisters"));
        assert!(!is_outside("Wohnen"));
    }
}
