//! Documents that are refused, with the line of each fault.

use proptest::prelude::*;

use super::tests::{COMPLETE, key};
use super::*;

/// One of each thing that cannot be in a strategy document.
const REFUSED: &str = "\
Vorwort

# Strategie, Entwurf

Gruß

## Handlungsfeld: Wohnen {#Wohnen}

- Liste

### Leitsatz: Schön

### Leitsatz

Text {#text}

### Strategisches Ziel 1:

- Punkt
  - Unterpunkt
-

Danach

### Strategisches Ziel 1: Eins {#sz-1}

Text ![Bild](bild.png)

***

> Zitat

    eingerückt

| a | b |
|---|---|
| 1 | 2 |

<div>html</div>

[1]: https://beispiel.de

## Ausblick

### Strategisches Ziel 9: Verloren

Bleibt ohne Folgefehler.

# Zweiter Titel

## Handlungsfeld: Leer

### Handlungsfeld: Tief {#sz-1}

#### Maßnahmen

Unterstrichen
---

Steuer\u{1b}zeichen
";

fn problems(source: &str) -> Vec<(usize, Problem)> {
    let faults = parse(source).expect_err("a document with faults");
    faults
        .into_iter()
        .map(|fault| (fault.line, fault.problem))
        .collect()
}

#[test]
fn every_fault_is_told_with_its_line() {
    use ElementKind::{ActionGoal, Field, Goal, Principle};
    let expected = [
        (1, Problem::BeforeTitle),
        (5, Problem::ParagraphBelowTitle),
        (7, Problem::InvalidKey("Wohnen".to_owned())),
        (9, Problem::ListOutOfPlace),
        (11, Problem::PrincipleWithTitle),
        (11, Problem::WithoutText(Principle)),
        (13, Problem::SecondPrinciple(11)),
        (15, Problem::MisplacedKey("text".to_owned())),
        (17, Problem::WithoutTitle(Goal)),
        (17, Problem::WithoutText(Goal)),
        (20, Problem::NestedList),
        (21, Problem::WithoutText(ActionGoal)),
        (23, Problem::ParagraphAfterList),
        (
            25,
            Problem::DuplicateNumber {
                kind: Goal,
                number: "1".to_owned(),
                first: 17,
            },
        ),
        (27, Problem::Image),
        (29, Problem::Rule),
        (31, Problem::BlockQuote),
        (33, Problem::CodeBlock),
        (35, Problem::Table),
        (39, Problem::HtmlBlock),
        (41, Problem::Footnote),
        (43, Problem::UnknownHeading("Ausblick".to_owned())),
        (49, Problem::SecondTitle),
        (51, Problem::EmptyField),
        (
            53,
            Problem::WrongLevel {
                kind: Field,
                expected: 2,
            },
        ),
        (
            53,
            Problem::DuplicateKey {
                key: key("sz-1"),
                first: 25,
            },
        ),
        (55, Problem::UnknownHeading("Maßnahmen".to_owned())),
        (57, Problem::UnderlinedHeading),
        (60, Problem::Unprintable('\u{1b}')),
    ];
    let found = problems(REFUSED);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn documents_without_a_title_or_a_field_are_refused() {
    assert_eq!(problems(""), [(1, Problem::EmptyDocument)]);
    assert_eq!(problems("\u{feff}\r\n \n"), [(1, Problem::EmptyDocument)]);
    assert_eq!(problems("\n# Strategie"), [(2, Problem::NoField)]);
    assert_eq!(
        problems("# , Entwurf\n## Handlungsfeld: A\n### Leitsatz\nB"),
        [(1, Problem::MissingTitle)]
    );
    assert_eq!(
        problems("## Handlungsfeld: A\n### Leitsatz\nB"),
        [(1, Problem::MissingTitle)]
    );
    let goal = Problem::OutsideField(ElementKind::Goal);
    assert_eq!(
        problems("# S\n### Strategisches Ziel 1: A\nB")[0],
        (2, goal)
    );
    let field = Problem::WrongLevel {
        kind: ElementKind::Field,
        expected: 2,
    };
    assert_eq!(
        problems("# Handlungsfeld: A\n### Leitsatz\nB"),
        [(1, Problem::MissingTitle), (1, field)]
    );
    assert_eq!(
        problems("# S\n## Handlungsfeld: A\n### Leitsatz\nB[^1]\n\n[^1]: C"),
        [(6, Problem::Footnote)]
    );
}

#[test]
fn texts_over_the_limits_are_refused() {
    use crate::strategy::model::{MAX_ELEMENTS, MAX_FIELDS, MAX_TEXT_CHARS, MAX_TITLE_CHARS};
    let document = |title: usize, text: usize| {
        format!(
            "# S\n## Handlungsfeld: {}\n### Leitsatz\n{}",
            "ü".repeat(title),
            "ü".repeat(text)
        )
    };
    assert!(parse(&document(MAX_TITLE_CHARS, MAX_TEXT_CHARS)).is_ok());
    let expected = [
        (2, Problem::TitleTooLong(201)),
        (3, Problem::TextTooLong(4_001)),
    ];
    assert_eq!(problems(&document(201, 4_001)), expected);

    let fields = "## Handlungsfeld: A\n### Leitsatz\nB\n".repeat(MAX_FIELDS + 1);
    assert_eq!(
        problems(&format!("# S\n{fields}")),
        [(2 + 3 * MAX_FIELDS, Problem::TooManyFields)]
    );
    let items = "- C\n".repeat(MAX_ELEMENTS - 1);
    let many = format!("# S\n## Handlungsfeld: A\n### Strategisches Ziel 1: B\nT\n{items}");
    assert_eq!(
        problems(&many),
        [(3 + MAX_ELEMENTS, Problem::TooManyElements)]
    );
    assert_eq!(
        problems(&"x".repeat(MAX_BYTES + 1)),
        [(1, Problem::FileTooLarge(MAX_BYTES))]
    );
}

/// Lines as they occur in such files, in any order.
fn any_lines() -> impl Strategy<Value = String> {
    let lines = prop::sample::select(REFUSED.lines().chain(COMPLETE.lines()).collect::<Vec<_>>());
    prop::collection::vec(lines, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_lines_that_exist(source in prop_oneof![any::<String>(), any_lines(), "[-#>*+`|~=\\[\\]!<{}1.) \t\n\\\\a:^]{0,80}"]) {
        let Err(faults) = parse(&source) else { return Ok(()) };
        prop_assert!(!faults.is_empty());
        prop_assert!(faults.is_sorted_by_key(|fault| fault.line));
        let last = source.replace("\r\n", "\n").replace('\r', "\n").split('\n').count();
        prop_assert!(faults.iter().all(|fault| (1..=last).contains(&fault.line)), "{faults:?}");
    }
}
