//! Documents that are read.

use super::*;

/// Everything the form allows, with the marks an office program leaves behind.
pub(super) const COMPLETE: &str = "\u{feff}# Stadtstrategie Lindenau, für alle,  Entwurf 2 #\r
\r
##  Handlungsfeld 3: Wohnen & Bauen {#hf-wohnen}\r
\r
Worum es geht:\r
um _gutes_ Wohnen.\r
\r
Und um Orte.\r
\r
### Leitsatz {#ls-wohnen}\r
\r
Bürger*innen und Besucher*innen fühlen sich *wohl*.\r
\r
### Strategisches Ziel 4.2: Plätze \\& \"Höfe\" in C# {#sz-4}\r
Ein Satz mit a < b und `x`.\r
Zweite   Zeile\\\r
nach Umbruch, 1\\. Mai, \\*.\r
\r
* Erster\r
  Punkt {#sz-4-a}\r
* Zweiter \\{#kein-schluessel}\r
\r
1. Dritter\r
\r
   mit Absatz\r
2. Vierter\r
\r
### Strategisches Ziel: Ohne Nummer\r
\r
Text [Verweis](https://beispiel.de) &amp; so.\r
";

/// English words, several fields, no key at all.
const ENGLISH: &str = "\
# Town strategy
## Field of action: Housing
### Guiding principle
Everybody finds a home.
## FIELD OF ACTION II – Mobility
### Strategic goal 1: Walk
Pavements are wide.
+ Schools first
";

pub(super) fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

#[test]
fn a_complete_document_is_read_to_the_letter() {
    let edition = parse(COMPLETE).expect("a good document");
    assert_eq!(edition.strategy_title, "Stadtstrategie Lindenau, für alle");
    assert_eq!(edition.name, "Entwurf 2");
    let [field] = &edition.fields[..] else {
        panic!("one field")
    };
    assert_eq!((field.number.as_deref(), field.line), (Some("3"), 3));
    assert_eq!(field.title, "Wohnen & Bauen");
    assert_eq!(field.key, Some(key("hf-wohnen")));
    assert_eq!(
        field.text,
        "Worum es geht: um _gutes_ Wohnen.\n\nUnd um Orte."
    );

    let [principle, goal, unnumbered] = &field.children[..] else {
        panic!("three children")
    };
    assert_eq!(
        principle.text,
        "Bürger*innen und Besucher*innen fühlen sich *wohl*."
    );
    assert_eq!((principle.title.as_str(), principle.line), ("", 10));
    assert_eq!(goal.title, "Plätze & \"Höfe\" in C#");
    assert_eq!(
        (goal.number.as_deref(), &goal.key),
        (Some("4.2"), &Some(key("sz-4")))
    );
    let text = "Ein Satz mit a < b und `x`. Zweite Zeile nach Umbruch, 1. Mai, *.";
    assert_eq!(goal.text, text);
    let items: Vec<_> = goal
        .children
        .iter()
        .map(|item| (item.line, item.text.as_str()))
        .collect();
    let expected = [
        (19, "Erster Punkt"),
        (21, "Zweiter {#kein-schluessel}"),
        (23, "Dritter\n\nmit Absatz"),
        (26, "Vierter"),
    ];
    assert_eq!(items, expected);
    assert_eq!(goal.children[0].key, Some(key("sz-4-a")));
    assert_eq!(
        (unnumbered.number.as_deref(), unnumbered.title.as_str()),
        (None, "Ohne Nummer")
    );
    assert_eq!(
        unnumbered.text,
        "Text [Verweis](https://beispiel.de) &amp; so."
    );
}

#[test]
fn english_words_and_a_title_without_comma_are_read() {
    let edition = parse(ENGLISH).expect("a good document");
    assert_eq!(
        (edition.strategy_title.as_str(), edition.name.as_str()),
        ("Town strategy", "Entwurf")
    );
    let titles: Vec<_> = edition
        .fields
        .iter()
        .map(|field| field.title.as_str())
        .collect();
    assert_eq!(titles, ["Housing", "Mobility"]);
    assert_eq!(edition.fields[1].number.as_deref(), Some("II"));
    assert_eq!(
        edition.fields[1].children[0].children[0].text,
        "Schools first"
    );
}

#[test]
fn messages_name_the_line_in_both_languages() {
    let fault = Fault {
        line: 7,
        problem: Problem::NestedList,
    };
    assert_eq!(
        fault.to_string(),
        "Zeile 7: Ein Handlungsziel darf keine Unterpunkte haben."
    );
    let english = fault.message(crate::strategy::model::ReportLang::English);
    assert_eq!(
        english,
        "Line 7: An action goal may not have items below it."
    );
}
