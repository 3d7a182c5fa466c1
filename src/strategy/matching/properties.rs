//! Keys are never lost, doubled or passed on, whatever an editor does to a document.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::strategy::markdown::{parse, render};
use crate::strategy::model::{ElementKind, ReportLang};

/// Texts with everything that means something in Markdown, on one line.
fn words() -> impl Strategy<Value = String> {
    let odd = r"[-a-zA-ZäöüßÄ0-9*_#+.)(<>&|`~=!\[\]{}\\:,;/'„“–$^% ]{0,40}[a-zß0-9}#\\*]";
    let plain =
        "(Wohnen|Rad|Mieten|Bürger\\*innen|Ruhe|Orte)( (für|ohne|alle|mehr|Lärm|Platz)){0,3}";
    prop_oneof![odd, plain].prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// One or two paragraphs.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(words(), 1..3).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

fn element(
    kind: ElementKind,
    title: String,
    text: String,
    children: Vec<ParsedElement>,
) -> ParsedElement {
    ParsedElement {
        kind,
        key: None,
        fresh: false,
        number: None,
        title,
        text,
        children,
        line: 1,
    }
}

fn goal() -> impl Strategy<Value = ParsedElement> {
    let action_goals = prop::collection::vec(text(), 0..5);
    (words(), text(), action_goals).prop_map(|(title, text, action_goals)| {
        let action_goals = action_goals
            .into_iter()
            .map(|text| element(ElementKind::ActionGoal, String::new(), text, Vec::new()));
        element(ElementKind::Goal, title, text, action_goals.collect())
    })
}

fn field() -> impl Strategy<Value = ParsedElement> {
    let introduction = prop_oneof![Just(String::new()), text()];
    let principle = prop::option::of(text());
    let goals = prop::collection::vec((goal(), any::<bool>()), 1..4);
    (words(), introduction, principle, goals).prop_map(|(title, text, principle, goals)| {
        let principle =
            principle.map(|text| element(ElementKind::Principle, String::new(), text, Vec::new()));
        let goals = goals
            .into_iter()
            .enumerate()
            .map(|(index, (mut goal, numbered))| {
                goal.number = numbered.then(|| (index + 1).to_string());
                goal
            });
        element(
            ElementKind::Field,
            title,
            text,
            principle.into_iter().chain(goals).collect(),
        )
    })
}

fn document() -> impl Strategy<Value = ParsedEdition> {
    let fields = prop::collection::vec(field(), 1..4);
    (words(), "[a-zA-Z0-9#*\\\\]{1,9}", fields).prop_map(|(title, name, fields)| {
        let strategy_title = format!("Strategie {title}");
        ParsedEdition {
            strategy_title,
            name,
            fields,
        }
    })
}

/// What an editor may do to the elements of a document, by their place in it.
#[derive(Debug, Clone)]
enum Edit {
    Reword(String),
    Number(Option<String>),
    Remove,
    Double,
    ToEnd,
}

fn edits() -> impl Strategy<Value = Vec<(usize, Edit)>> {
    let edit = prop_oneof![
        words().prop_map(Edit::Reword),
        prop::option::of("[1-9]").prop_map(Edit::Number),
        Just(Edit::Remove),
        Just(Edit::Double),
        Just(Edit::ToEnd),
    ];
    prop::collection::vec((0..40_usize, edit), 0..8)
}

/// Carries out one edit at the element with the given place in reading order, if there is one.
fn apply(siblings: &mut Vec<ParsedElement>, place: &mut usize, edit: &Edit) -> bool {
    for index in 0..siblings.len() {
        if *place == 0 {
            match edit {
                Edit::Reword(words) if siblings[index].title.is_empty() => {
                    siblings[index].text.clone_from(words);
                }
                Edit::Reword(words) => siblings[index].title.clone_from(words),
                Edit::Number(number) => siblings[index].number.clone_from(number),
                Edit::Remove => drop(siblings.remove(index)),
                Edit::Double => siblings.insert(index, siblings[index].clone()),
                Edit::ToEnd => siblings[index..].rotate_left(1),
            }
            return true;
        }
        *place -= 1;
        if apply(&mut siblings[index].children, place, edit) {
            return true;
        }
    }
    false
}

fn keys(edition: &Edition) -> BTreeSet<Key> {
    edition
        .walk()
        .iter()
        .map(|visit| visit.element.key.clone())
        .collect()
}

fn kinds(edition: &Edition) -> BTreeMap<Key, ElementKind> {
    edition
        .walk()
        .iter()
        .map(|visit| (visit.element.key.clone(), visit.element.kind))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_was_written_reads_back_to_the_letter(document in document()) {
        let first = settle(document, None, &BTreeSet::new()).expect("no keys, no faults");
        let source = render(&first.edition);
        let parsed = parse(&source).map_err(|faults| TestCaseError::fail(format!("{faults:?}\n{source}")))?;
        let again = settle(parsed, Some(&first.edition), &keys(&first.edition)).expect("good keys");
        prop_assert_eq!(&again.edition, &first.edition, "{}", source);
        prop_assert!(again.unchanged());
    }

    #[test]
    fn the_same_document_is_recognised_without_any_key(document in document()) {
        let first = settle(document.clone(), None, &BTreeSet::new()).expect("no keys, no faults");
        let again = settle(document, Some(&first.edition), &keys(&first.edition)).expect("no keys");
        prop_assert!(again.unchanged(), "{}", again.report(ReportLang::German));
        prop_assert_eq!(again.edition, first.edition);
    }

    #[test]
    fn no_edit_loses_doubles_or_passes_on_a_key(document in document(), edits in edits()) {
        let first = settle(document.clone(), None, &BTreeSet::new()).expect("no keys, no faults").edition;
        let retired: BTreeSet<Key> = ["sz-1-9", "sz-1-1-b", "sz-2-1"].into_iter().flat_map(Key::parse).collect();
        let retired: BTreeSet<Key> = retired.difference(&keys(&first)).cloned().collect();
        let taken: BTreeSet<Key> = keys(&first).union(&retired).cloned().collect();

        let mut next = document;
        for (place, edit) in edits {
            apply(&mut next.fields, &mut { place }, &edit);
        }
        let next = settle(next, Some(&first), &taken).expect("no keys, no faults");
        let (old_keys, new_keys) = (keys(&first), keys(&next.edition));

        prop_assert_eq!(new_keys.len(), next.edition.walk().len(), "a key twice");
        prop_assert!(new_keys.is_disjoint(&retired), "a retired key given away");
        let (old_kinds, new_kinds) = (kinds(&first), kinds(&next.edition));
        for key in old_keys.intersection(&new_keys) {
            prop_assert_eq!(old_kinds.get(key), new_kinds.get(key), "a key of another kind");
        }
        let changed = |wanted: fn(&What) -> bool| -> BTreeSet<Key> {
            next.changes.iter().filter(|change| wanted(&change.what)).map(|change| change.key.clone()).collect()
        };
        let added: BTreeSet<Key> = new_keys.difference(&old_keys).cloned().collect();
        let gone: BTreeSet<Key> = old_keys.difference(&new_keys).cloned().collect();
        prop_assert_eq!(changed(|what| matches!(what, What::Added)), added);
        prop_assert_eq!(changed(|what| matches!(what, What::Retired)), gone);
    }
}
