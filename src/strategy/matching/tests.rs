//! The same small strategy through several editions.

use std::collections::BTreeSet;

use super::*;
use crate::strategy::markdown::{Problem, parse, render};
use crate::strategy::model::{ElementKind, ReportLang};

const DRAFT: &str = "\
# Stadtstrategie Lindenau am Neckar, Entwurf 1

## Handlungsfeld 1: Wohnen

### Leitsatz

Alle finden ein Zuhause.

### Strategisches Ziel 1: Bezahlbar wohnen

Mieten steigen langsamer als Löhne.

- Mehr geförderte Wohnungen bauen
- Leerstand erfassen und nutzen
- Tauschbörse für Wohnungen einrichten

### Strategisches Ziel 2: Gut zusammen wohnen

Nachbarschaften sind lebendig.

- Treffpunkte in jedem Viertel

## Handlungsfeld 2: Mobilität

### Strategisches Ziel 1: Sicher zu Fuß

Gehwege sind breit und frei.

- Schulwege zuerst
- Bordsteine absenken
";

fn settled(source: &str, before: Option<&Edition>) -> Settled {
    let taken = before
        .into_iter()
        .flat_map(Edition::walk)
        .map(|visit| visit.element.key.clone());
    let taken = taken.collect();
    settle(parse(source).expect("a good document"), before, &taken).expect("good keys")
}

fn draft() -> Edition {
    settled(DRAFT, None).edition
}

fn keys(edition: &Edition) -> Vec<String> {
    edition
        .walk()
        .iter()
        .map(|visit| visit.element.key.to_string())
        .collect()
}

/// The changes as "key what" lines.
fn short(settled: &Settled) -> Vec<String> {
    let word = |what: &What| match what {
        What::Added => "added".to_owned(),
        What::Retired => "retired".to_owned(),
        What::Moved { from, to } => format!("moved {} {}", from.position, to.position),
        What::Reworded { .. } => "reworded".to_owned(),
        What::Renumbered { from, to } => {
            format!(
                "renumbered {} {}",
                from.as_deref().unwrap_or("-"),
                to.as_deref().unwrap_or("-")
            )
        }
    };
    settled
        .changes
        .iter()
        .map(|change| format!("{} {}", change.key, word(&change.what)))
        .collect()
}

#[test]
fn a_first_edition_gets_readable_keys() {
    let expected = [
        "hf-wohnen",
        "ls-1",
        "sz-1-1",
        "sz-1-1-a",
        "sz-1-1-b",
        "sz-1-1-c",
        "sz-1-2",
        "sz-1-2-a",
        "hf-mobilitaet",
        "sz-2-1",
        "sz-2-1-a",
        "sz-2-1-b",
    ];
    assert_eq!(keys(&draft()), expected);
    assert_eq!(settled(DRAFT, None).changes.len(), expected.len());

    let one_field = DRAFT
        .split("## Handlungsfeld 2")
        .next()
        .expect("a first part");
    assert_eq!(
        keys(&settled(one_field, None).edition)[..4],
        ["hf-wohnen", "ls-1", "sz-1", "sz-1-a"]
    );
}

#[test]
fn the_same_file_again_changes_nothing() {
    let again = settled(DRAFT, Some(&draft()));
    assert!(again.unchanged(), "{:?}", again.changes);
    assert_eq!(again.edition, draft());
    assert_eq!(again.report(ReportLang::German), "Keine Änderungen.\n");
}

#[test]
fn a_reworded_goal_is_found_by_title_number_or_likeness() {
    let next = DRAFT
        .replace("Mieten steigen langsamer", "Die Mieten steigen langsamer")
        .replace("Gut zusammen wohnen", "Gute Nachbarschaft")
        .replace(
            "Mehr geförderte Wohnungen bauen",
            "Mehr geförderte Wohnungen bauen und erhalten",
        )
        .replace("Schulwege zuerst", "Tempo 30 in der ganzen Stadt");
    let next = settled(&next, Some(&draft()));
    assert_eq!(
        short(&next),
        [
            "sz-1-1 reworded",
            "sz-1-1-a reworded",
            "sz-1-2 reworded",
            "sz-2-1-a-2 added",
            "sz-2-1-a retired"
        ]
    );
    let report = next.report(ReportLang::German);
    assert!(
        report.contains("umformuliert: sz-1-2  Strategisches Ziel 2: Gute Nachbarschaft\n"),
        "{report}"
    );
    assert!(
        report.contains("    vorher: Gut zusammen wohnen\n    jetzt: Gute Nachbarschaft\n"),
        "{report}"
    );
    assert!(
        report.ends_with("\n1 neu, 3 umformuliert, 1 entfallen\n"),
        "{report}"
    );
    assert!(
        next.report(ReportLang::English)
            .ends_with("\n1 added, 3 reworded, 1 retired\n")
    );
}

#[test]
fn a_goal_put_in_front_renumbers_the_others_and_moves_none() {
    let new_goal = "### Strategisches Ziel 1: Klug bauen\n\nWir bauen mit Holz.\n\n### Strategisches Ziel 2: Bezahlbar";
    let next = DRAFT
        .replace("Strategisches Ziel 2: Gut", "Strategisches Ziel 3: Gut")
        .replace("### Strategisches Ziel 1: Bezahlbar", new_goal);
    let next = settled(&next, Some(&draft()));
    assert_eq!(
        short(&next),
        [
            "sz-1-1-2 added",
            "sz-1-1 renumbered 1 2",
            "sz-1-2 renumbered 2 3"
        ]
    );
}

#[test]
fn order_counts_as_a_move_of_as_few_as_possible() {
    let next = DRAFT
        .replace("- Mehr geförderte Wohnungen bauen\n", "")
        .replace(
            "einrichten\n",
            "einrichten\n- Mehr geförderte Wohnungen bauen\n",
        );
    assert_eq!(
        short(&settled(&next, Some(&draft()))),
        ["sz-1-1-a moved 0 2"]
    );
}

#[test]
fn a_goal_taken_to_another_field_keeps_its_key() {
    let goal = "### Strategisches Ziel 2: Gut zusammen wohnen\n\nNachbarschaften sind lebendig.\n\n- Treffpunkte in jedem Viertel\n\n";
    let next = format!("{}\n{goal}", DRAFT.replace(goal, ""));
    assert_eq!(short(&settled(&next, Some(&draft()))), ["sz-1-2 moved 1 1"]);

    // Written keys do the same when the words are others too.
    let goal = "### Strategisches Ziel 7: Nachbarn {#sz-1-2}\n\nMan kennt sich.\n";
    let without = DRAFT
        .split("### Strategisches Ziel 2")
        .next()
        .expect("a first part");
    let mobility = DRAFT
        .split("## Handlungsfeld 2")
        .nth(1)
        .expect("a second part");
    let next = settled(
        &format!("{without}## Handlungsfeld 2{mobility}\n{goal}"),
        Some(&draft()),
    );
    let expected = [
        "sz-1-2 moved 1 1",
        "sz-1-2 renumbered 2 7",
        "sz-1-2 reworded",
        "sz-1-2-a retired",
    ];
    assert_eq!(short(&next), expected);
}

#[test]
fn a_retired_key_is_not_given_away_but_can_be_revived() {
    let before = draft();
    let taken: BTreeSet<Key> = ["sz-2-2", "sz-2-2-2", "hf-kultur"]
        .into_iter()
        .flat_map(Key::parse)
        .collect();
    let added = "\n### Strategisches Ziel 2: Rad\n\nMan fährt sicher.\n\n## Handlungsfeld 3: Kultur {#hf-kultur}\n\n### Leitsatz\n\nKultur für alle.\n";
    let parsed = parse(&format!("{DRAFT}{added}")).expect("a good document");
    let next = settle(parsed, Some(&before), &taken).expect("good keys");
    assert_eq!(
        short(&next),
        ["sz-2-2-3 added", "hf-kultur added", "ls-3 added"]
    );
}

#[test]
fn a_key_of_another_kind_and_a_key_twice_are_refused() {
    let mut parsed = parse(&DRAFT.replace("Bezahlbar wohnen", "Bezahlbar wohnen {#ls-1}"))
        .expect("a good document");
    parsed.fields[1].key = Key::parse("ls-1").ok();
    let faults = settle(parsed, Some(&draft()), &BTreeSet::new()).expect_err("two bad keys");
    let kind = ElementKind::Principle;
    let key = Key::parse("ls-1").expect("a key");
    assert_eq!(
        faults.iter().map(|fault| fault.line).collect::<Vec<_>>(),
        [9, 23]
    );
    assert_eq!(
        faults[0].problem,
        Problem::KeyOfOtherKind {
            key: key.clone(),
            kind
        }
    );
    assert_eq!(faults[1].problem, Problem::DuplicateKey { key, first: 9 });
}

#[test]
fn a_written_edition_reads_back_with_its_keys() {
    let again = settled(&render(&draft()), Some(&draft()));
    assert!(again.unchanged(), "{:?}", again.changes);
    assert_eq!(again.edition, draft());
}

#[test]
fn the_tree_shows_counts_and_keys() {
    let tree = draft().tree_text(ReportLang::German);
    assert!(
        tree.contains("2 Handlungsfelder, 1 Leitsatz, 3 strategische Ziele, 6 Handlungsziele\n"),
        "{tree}"
    );
    assert!(
        tree.contains("\n  Strategisches Ziel 2: Gut zusammen wohnen  [sz-1-2]\n"),
        "{tree}"
    );
    assert!(
        tree.contains("\n    Handlungsziel: Treffpunkte in jedem Viertel  [sz-1-2-a]\n"),
        "{tree}"
    );
}
