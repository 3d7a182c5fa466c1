//! What the words of a heading say, and the key `{#sz-4}` that may follow them.

use super::blocks::unescape;
use crate::strategy::model::{ElementKind, number_label};

/// The first words of the headings, in both languages.
const WORDS: [(ElementKind, &str); 6] = [
    (ElementKind::Field, "handlungsfeld"),
    (ElementKind::Field, "field of action"),
    (ElementKind::Principle, "leitsatz"),
    (ElementKind::Principle, "guiding principle"),
    (ElementKind::Goal, "strategisches ziel"),
    (ElementKind::Goal, "strategic goal"),
];

/// A heading that names an element: "Strategisches Ziel 4: Sicherheit erhöhen".
#[derive(Debug, PartialEq, Eq)]
pub(in crate::strategy) struct Heading {
    pub(in crate::strategy) kind: ElementKind,
    pub(in crate::strategy) number: Option<String>,
    pub(in crate::strategy) title: String,
}

/// How many `#` the heading of an element has.
pub(super) fn level(kind: ElementKind) -> u8 {
    if kind == ElementKind::Field { 2 } else { 3 }
}

/// Parts a raw text from the `{#…}` at its end; an escaped `\{#…}` is text.
pub(in crate::strategy) fn part_key(raw: &str) -> (&str, Option<&str>) {
    let found = raw.strip_suffix('}').and_then(|inner| {
        let open = inner.rfind("{#")?;
        let before = raw.get(..open)?;
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        (backslashes % 2 == 0).then_some((before.trim_end(), inner.get(open + 2..)?))
    });
    found.map_or((raw, None), |(text, key)| (text, Some(key)))
}

/// Reads the words of a heading (without its key); `None` when they name no kind of element.
pub(in crate::strategy) fn classify(raw: &str) -> Option<Heading> {
    let text = unescape(raw);
    let (kind, rest) = WORDS.iter().find_map(|(kind, words)| {
        let rest = after_words(&text, words)?;
        Some((*kind, rest))
    })?;
    let (number, title) = match separator(rest) {
        Some((label, title)) => (label.trim(), title.trim()),
        None => (rest.trim(), ""),
    };
    let number = match number {
        "" => None,
        label => Some(number_label(label)?),
    };
    Some(Heading {
        kind,
        number,
        title: title.to_owned(),
    })
}

/// What follows the words, if the text begins with them in any case and spacing.
pub(in crate::strategy) fn after_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text;
    for word in words.split(' ') {
        rest = rest.trim_start();
        let head = rest.get(..word.len())?;
        if !head.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = rest.get(word.len()..)?;
        if rest.starts_with(char::is_alphanumeric) {
            return None;
        }
    }
    Some(rest)
}

/// Parts "4: Titel" or "4 – Titel" at the first colon or free-standing dash.
pub(in crate::strategy) fn separator(rest: &str) -> Option<(&str, &str)> {
    let colon = rest.find(':').map(|at| (at, 1));
    let dashes = [" – ", " — ", " - "].map(|dash| rest.find(dash).map(|at| (at, dash.len())));
    let (at, length) = dashes.into_iter().chain([colon]).flatten().min()?;
    Some((rest.get(..at)?, rest.get(at + length..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(kind: ElementKind, number: Option<&str>, title: &str) -> Heading {
        Heading {
            kind,
            number: number.map(str::to_owned),
            title: title.to_owned(),
        }
    }

    #[test]
    fn headings_are_read_in_german_and_english() {
        use ElementKind::{Field, Goal, Principle};
        let cases = [
            ("Handlungsfeld: Wohnen", heading(Field, None, "Wohnen")),
            (
                "Handlungsfeld 3: Wohnen: bezahlbar",
                heading(Field, Some("3"), "Wohnen: bezahlbar"),
            ),
            (
                "HANDLUNGSFELD  3 – Wohnen - überall",
                heading(Field, Some("3"), "Wohnen - überall"),
            ),
            (
                "Field of action IV: Housing",
                heading(Field, Some("IV"), "Housing"),
            ),
            ("Leitsatz", heading(Principle, None, "")),
            ("Leitsatz:", heading(Principle, None, "")),
            ("Guiding principle", heading(Principle, None, "")),
            (
                "Strategisches Ziel 4: Sicherheit",
                heading(Goal, Some("4"), "Sicherheit"),
            ),
            (
                "Strategisches Ziel 4.2.: Ruhe",
                heading(Goal, Some("4.2"), "Ruhe"),
            ),
            (
                "Strategisches\u{a0}Ziel 1\\.: Ruhe",
                heading(Goal, Some("1"), "Ruhe"),
            ),
            (
                "Strategic goal 2b: Quiet",
                heading(Goal, Some("2b"), "Quiet"),
            ),
            ("Strategisches Ziel 4", heading(Goal, Some("4"), "")),
        ];
        for (raw, expected) in cases {
            assert_eq!(classify(raw), Some(expected), "{raw}");
        }
        for raw in [
            "",
            "Vorwort",
            "Handlungsfelder: Wohnen",
            "Handlungsfeld Wohnen",
            "Leitsätze",
        ] {
            assert_eq!(classify(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_key_is_parted_from_the_end_unless_it_is_escaped() {
        assert_eq!(part_key("Ruhe {#sz-4}"), ("Ruhe", Some("sz-4")));
        assert_eq!(part_key("Ruhe{#}"), ("Ruhe", Some("")));
        assert_eq!(part_key("{#sz-4}"), ("", Some("sz-4")));
        assert_eq!(part_key(r"Ruhe \{#sz-4}"), (r"Ruhe \{#sz-4}", None));
        assert_eq!(part_key(r"Ruhe \\{#sz-4}"), (r"Ruhe \\", Some("sz-4")));
        assert_eq!(part_key("Ruhe {sz-4}"), ("Ruhe {sz-4}", None));
    }
}
