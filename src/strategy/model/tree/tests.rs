//! No key is lost, doubled or passed on, and every act leaves a tree that could be printed.

use proptest::prelude::*;

use super::*;
use crate::strategy::model::{ElementKind, MAX_TEXT_CHARS};

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn element(kind: ElementKind, name: &str, children: Vec<Element>) -> Element {
    let titled = kind.has_title();
    Element {
        kind,
        key: key(name),
        number: None,
        title: if titled {
            format!("Titel {name}")
        } else {
            String::new()
        },
        text: format!("Text von {name}. Ein zweiter Satz."),
        children,
    }
}

/// Two fields; the first with a principle and three goals, of which the second has two action goals.
fn small() -> DraftTree {
    use ElementKind::{ActionGoal, Field, Goal, Principle};
    let steps = vec![
        element(ActionGoal, "sz-2-a", vec![]),
        element(ActionGoal, "sz-2-b", vec![]),
    ];
    let goals = vec![
        element(Principle, "ls-1", vec![]),
        element(Goal, "sz-1", vec![]),
        element(Goal, "sz-2", steps),
        element(Goal, "sz-3", vec![]),
    ];
    let second = vec![element(Goal, "sz-4", vec![])];
    DraftTree::of(Edition {
        strategy_title: "Strategie".into(),
        name: "Entwurf".into(),
        fields: vec![
            element(Field, "hf-a", goals),
            element(Field, "hf-b", second),
        ],
    })
}

fn done(tree: &DraftTree, act: &Act) -> DraftTree {
    tree.apply(act, &BTreeSet::new()).unwrap().0
}

fn order(tree: &DraftTree) -> String {
    let keys = tree.edition.walk();
    let keys: Vec<_> = keys.iter().map(|v| v.element.key.as_str()).collect();
    keys.join(" ")
}

fn said(title: &str, text: &str) -> Said {
    Said {
        number: String::new(),
        title: title.into(),
        text: text.into(),
    }
}

fn fault(tree: &DraftTree, act: &Act) -> TreeFault {
    tree.apply(act, &BTreeSet::new()).unwrap_err()
}

fn step(name: &str, step: Step) -> Act {
    Act::Move {
        key: key(name),
        step,
    }
}

#[test]
fn elements_move_past_each_other_and_into_the_next_parent() {
    let tree = small();
    let up = done(&tree, &step("sz-2", Step::Up));
    assert_eq!(
        order(&up),
        "hf-a ls-1 sz-2 sz-2-a sz-2-b sz-1 sz-3 hf-b sz-4"
    );
    let over = done(&tree, &step("sz-3", Step::Down));
    assert_eq!(
        order(&over),
        "hf-a ls-1 sz-1 sz-2 sz-2-a sz-2-b hf-b sz-3 sz-4"
    );
    let below = done(&tree, &step("sz-2-a", Step::Up));
    assert_eq!(
        below.edition.parent_of(&key("sz-2-a")),
        Ok(Some(key("sz-1")))
    );
    let field = done(&tree, &step("hf-b", Step::Up));
    assert_eq!(
        order(&field),
        "hf-b sz-4 hf-a ls-1 sz-1 sz-2 sz-2-a sz-2-b sz-3"
    );

    assert_eq!(fault(&tree, &step("sz-1", Step::Up)), TreeFault::AtTheEdge);
    assert_eq!(
        fault(&tree, &step("ls-1", Step::Down)),
        TreeFault::AtTheEdge
    );
    assert_eq!(fault(&tree, &step("weg", Step::Up)), TreeFault::Gone);
}

#[test]
fn a_goal_and_an_action_goal_change_rank_and_back() {
    let tree = small();
    let below = done(&tree, &Act::Indent(key("sz-3")));
    let step = below.find(&key("sz-2-c")).unwrap();
    assert_eq!(step.kind, ElementKind::ActionGoal);
    assert_eq!(step.text, "Titel sz-3\n\nText von sz-3. Ein zweiter Satz.");
    let known = tree.keys();
    let origins = below.lasting_origins(&known);
    assert_eq!(origins.len(), 1);
    assert_eq!(origins[0].from, key("sz-3"));

    let back = done(&below, &Act::Outdent(key("sz-2-c")));
    assert_eq!(back, tree, "the old key, title and text are back");
    assert_eq!(
        fault(&tree, &Act::Indent(key("sz-2"))),
        TreeFault::HasActionGoals
    );
    assert_eq!(
        fault(&tree, &Act::Indent(key("sz-1"))),
        TreeFault::AtTheEdge
    );
}

#[test]
fn one_becomes_two_and_two_become_one() {
    let tree = small();
    let split = Act::Split {
        key: key("sz-2"),
        first: said("Erster", "Eins."),
        second: said("Zweiter", "Zwei."),
        along: BTreeSet::from([key("sz-2-b")]),
    };
    let (two, focus) = tree
        .apply(&split, &BTreeSet::from([key("sz-1-4")]))
        .unwrap();
    let new = focus.unwrap();
    assert_eq!(
        order(&two),
        format!("hf-a ls-1 sz-1 sz-2 sz-2-a {new} sz-2-b sz-3 hf-b sz-4")
    );
    assert_ne!(new, key("sz-1-4"), "that key was in use once");
    let known = tree.keys();
    assert_eq!(
        two.lasting_origins(&known),
        [Origin {
            of: new.clone(),
            from: key("sz-2"),
            kind: OriginKind::Split
        }]
    );

    let merge = Act::Merge {
        key: new.clone(),
        other: key("sz-2"),
        said: said("Beide", "Eins. Zwei."),
    };
    let one = done(&two, &merge);
    assert_eq!(
        order(&one),
        format!("hf-a ls-1 sz-1 {new} sz-2-b sz-2-a sz-3 hf-b sz-4")
    );
    assert_eq!(one.lasting_origins(&known)[0].from, key("sz-2"));

    let unlike = Act::Merge {
        key: key("sz-1"),
        other: key("hf-a"),
        said: said("x", "y"),
    };
    assert_eq!(fault(&tree, &unlike), TreeFault::Unlike);
}

#[test]
fn merged_fields_have_one_principle() {
    let mut tree = small();
    let principle = element(ElementKind::Principle, "ls-2", vec![]);
    tree.edition.fields[1].children.insert(0, principle);
    let merge = Act::Merge {
        key: key("hf-a"),
        other: key("hf-b"),
        said: said("Beide Felder", ""),
    };
    let one = done(&tree, &merge);
    assert_eq!(order(&one), "hf-a ls-1 sz-1 sz-2 sz-2-a sz-2-b sz-3 sz-4");
    assert!(
        one.find(&key("ls-1"))
            .unwrap()
            .text
            .contains("Text von ls-2")
    );
    assert_eq!(one.lasting_origins(&tree.keys()).len(), 2);
}

#[test]
fn what_was_taken_out_comes_back_with_what_was_below() {
    let tree = small();
    let gone = done(&tree, &Act::Retire(key("sz-2")));
    assert_eq!(order(&gone), "hf-a ls-1 sz-1 sz-3 hf-b sz-4");
    let restore = Act::Restore {
        element: tree.find(&key("sz-2")).unwrap().clone(),
        at: Spot {
            parent: Some(key("hf-a")),
            after: Some(key("sz-1")),
        },
    };
    assert_eq!(done(&gone, &restore), tree);
    assert_eq!(fault(&tree, &restore), TreeFault::AlreadyThere);
}

#[test]
fn words_are_tidied_and_have_their_limits() {
    let tree = small();
    let reword = |kind_key: &str, said: Said| Act::Reword {
        key: key(kind_key),
        said,
    };
    let words = said(
        "  Ein   Titel ",
        "Eine Zeile\r\nweiter.\r\n\r\n\r\nAbsatz  zwei.\n",
    );
    let next = done(&tree, &reword("sz-1", words));
    let goal = next.find(&key("sz-1")).unwrap();
    assert_eq!(goal.title, "Ein Titel");
    assert_eq!(goal.text, "Eine Zeile weiter.\n\nAbsatz zwei.");
    for (name, words, why) in [
        ("sz-1", said("", "x"), TreeFault::NoTitle),
        ("sz-1", said("x", " \n"), TreeFault::NoText),
        ("sz-1", said(&"x".repeat(201), "x"), TreeFault::TitleTooLong),
        (
            "ls-1",
            said("", &"x".repeat(MAX_TEXT_CHARS + 1)),
            TreeFault::TextTooLong,
        ),
        ("sz-2-a", said("", "x\u{202e}y"), TreeFault::Unprintable),
        (
            "sz-1",
            Said {
                number: "vier".into(),
                ..said("x", "x")
            },
            TreeFault::NoNumber,
        ),
    ] {
        assert_eq!(fault(&tree, &reword(name, words)), why);
    }
    let bare = done(&tree, &reword("hf-b", said("Nur ein Titel", "")));
    assert_eq!(bare.find(&key("hf-b")).unwrap().text, "");
}

#[test]
fn numbers_follow_the_order_and_keep_their_lead() {
    let mut tree = small();
    tree.edition.fields[0].children[2].number = Some("2.7".into());
    assert!(tree.findings().iter().all(|finding| !finding.blocks()));
    assert_eq!(tree.findings().len(), 2);
    let next = done(&tree, &Act::Renumber(Some(key("hf-a"))));
    let numbers: Vec<_> = next.edition.fields[0].children[1..]
        .iter()
        .map(|goal| goal.number.clone().unwrap())
        .collect();
    assert_eq!(numbers, ["2.1", "2.2", "2.3"]);
    assert_eq!(next.findings(), []);
    tree.edition.fields[0].children[1].number = Some("2.7".into());
    assert!(tree.findings().iter().any(Finding::blocks));
}

#[test]
fn a_key_that_somebody_else_took_in_the_meantime_is_left_to_them() {
    let tree = small();
    let add = Act::Add {
        kind: ElementKind::Goal,
        at: Spot {
            parent: Some(key("hf-b")),
            after: None,
        },
        said: Said {
            number: "9".into(),
            ..said("Neu", "Neu.")
        },
    };
    let (mut next, focus) = tree.apply(&add, &BTreeSet::new()).unwrap();
    let new = focus.unwrap();
    next.make_room(&tree.keys(), &BTreeSet::from([new.clone()]));
    assert!(next.find(&new).is_none());
    assert_eq!(next.edition.walk().len(), tree.edition.walk().len() + 1);
}

#[test]
fn a_text_is_cut_between_its_sentences() {
    let text = "Am 17. Juli beginnt es, z. B. mit Musik. Alle kommen!\n\nDanach: „Wir tanzen.“ ja";
    assert_eq!(
        pieces(text),
        [
            "Am 17. Juli beginnt es, z. B. mit Musik. ",
            "Alle kommen!\n\n",
            "Danach: ",
            "„Wir tanzen.“ ja"
        ]
    );
    assert_eq!(pieces("Nur eins."), ["Nur eins."]);
    assert!(pieces("").is_empty());
}

#[test]
fn a_merge_is_offered_with_the_next_sibling_first() {
    let tree = small();
    let keys: Vec<_> = tree
        .partners(&key("sz-2"))
        .iter()
        .map(|one| one.key.to_string())
        .collect();
    assert_eq!(keys, ["sz-3", "sz-1", "sz-4"]);
    let joined = tree.joined(&key("sz-1"), &key("sz-2")).unwrap();
    assert_eq!(joined.title, "Titel sz-1; Titel sz-2");
    let labels = tree.edition.labels();
    assert_eq!(labels[&key("sz-4")], "2.1");
}

/// An act at some element, by its place in reading order.
fn acts() -> impl Strategy<Value = Vec<(u8, usize, usize)>> {
    prop::collection::vec((0..12_u8, 0..40_usize, 0..40_usize), 0..25)
}

fn act_of(tree: &DraftTree, (what, one, two): (u8, usize, usize)) -> Option<Act> {
    let visits = tree.edition.walk();
    let pick = |n: usize| Some(visits.get(n % visits.len().max(1))?.element.key.clone());
    let (key, other) = (pick(one)?, pick(two)?);
    let words = said("Ein Titel", "Erster Satz. Zweiter Satz.");
    Some(match what {
        0 => Act::Move {
            key,
            step: Step::Up,
        },
        1 => Act::Move {
            key,
            step: Step::Down,
        },
        2 => Act::Indent(key),
        3 => Act::Outdent(key),
        4 => Act::Retire(key),
        5 => Act::Split {
            key,
            first: words.clone(),
            second: words,
            along: BTreeSet::from([other]),
        },
        6 => Act::Merge {
            key,
            other,
            said: words,
        },
        7 => Act::Reword { key, said: words },
        8 => Act::Renumber(Some(key)),
        9 => {
            let kind = ElementKind::ALL[two % 4];
            let at = Spot {
                parent: Some(key).filter(|_| kind != ElementKind::Field),
                after: None,
            };
            Act::Add {
                kind,
                at,
                said: words,
            }
        }
        10 => Act::Place {
            key,
            at: Spot {
                parent: Some(other),
                after: None,
            },
        },
        _ => Act::Restore {
            element: tree.find(&key)?.clone(),
            at: Spot {
                parent: Some(other),
                after: None,
            },
        },
    })
}

fn assert_printable(tree: &DraftTree) -> Result<(), TestCaseError> {
    let mut seen = BTreeSet::new();
    for visit in tree.edition.walk() {
        let element = visit.element;
        prop_assert!(seen.insert(element.key.clone()), "{} twice", element.key);
        let above = tree.edition.kind_at(visit.parent).unwrap();
        prop_assert_eq!(above, element.kind.above());
        prop_assert!(Said::by(element).fit(element.kind).is_ok());
        let principles = element
            .children
            .iter()
            .filter(|one| one.kind == ElementKind::Principle);
        prop_assert!(principles.count() <= 1);
        let first = element
            .children
            .iter()
            .position(|one| one.kind == ElementKind::Principle);
        prop_assert!(first.is_none_or(|place| place == 0));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_act_leaves_a_tree_that_could_be_printed(acts in acts()) {
        let start = small();
        let mut kinds: std::collections::BTreeMap<Key, ElementKind> = std::collections::BTreeMap::new();
        let mut tree = start.clone();
        for act in acts {
            let Some(act) = act_of(&tree, act) else { continue };
            let before = tree.clone();
            let taken: BTreeSet<Key> = kinds.keys().cloned().collect();
            let Ok((next, focus)) = tree.apply(&act, &taken) else { continue };
            assert_printable(&next)?;
            prop_assert!(focus.is_none_or(|key| next.find(&key).is_some()));
            for visit in next.edition.walk() {
                let kind = *kinds.entry(visit.element.key.clone()).or_insert(visit.element.kind);
                prop_assert_eq!(kind, visit.element.kind, "a key of another kind");
            }
            let (old, new) = (before.edition.walk().len(), next.edition.walk().len());
            match act {
                Act::Add { .. } | Act::Split { .. } => prop_assert_eq!(new, old + 1),
                Act::Retire(_) => prop_assert!(new < old),
                Act::Merge { .. } => prop_assert!(new + 1 == old || new + 2 == old),
                Act::Restore { .. } => prop_assert!(new > old),
                _ => prop_assert_eq!(new, old),
            }
            tree = next;
        }
        let known = start.keys();
        for origin in tree.lasting_origins(&known) {
            prop_assert!(tree.find(&origin.of).is_some());
            prop_assert!(known.contains(&origin.from) || tree.find(&origin.from).is_some());
            prop_assert_ne!(origin.of, origin.from);
        }
        let json = serde_json::to_string(&tree).unwrap();
        prop_assert_eq!(serde_json::from_str::<DraftTree>(&json).unwrap(), tree);
    }

    #[test]
    fn what_is_offered_can_be_done_and_nothing_else(acts in acts()) {
        let mut tree = small();
        for act in acts {
            let Some(act) = act_of(&tree, act) else { continue };
            if let Ok((next, _)) = tree.apply(&act, &BTreeSet::new()) {
                tree = next;
            }
        }
        let works = |act: Act| tree.apply(&act, &BTreeSet::new()).is_ok();
        for (visit, can) in tree.edition.walk().iter().zip(tree.possible()) {
            let key = || visit.element.key.clone();
            prop_assert_eq!(can.up, works(Act::Move { key: key(), step: Step::Up }), "up {}", key());
            prop_assert_eq!(can.down, works(Act::Move { key: key(), step: Step::Down }), "down {}", key());
            prop_assert_eq!(can.indent, works(Act::Indent(key())), "indent {}", key());
            prop_assert_eq!(can.outdent, works(Act::Outdent(key())), "outdent {}", key());
            let words = said("Ein Titel", "Ein Text.");
            let split = Act::Split { key: key(), first: words.clone(), second: words, along: BTreeSet::new() };
            prop_assert_eq!(can.split, works(split));
            prop_assert_eq!(can.merge, !tree.partners(&key()).is_empty());
            for at in tree.spots(&key()) {
                let (next, _) = tree.apply(&Act::Place { key: key(), at }, &BTreeSet::new()).unwrap();
                prop_assert_ne!(&next, &tree);
            }
        }
    }

    #[test]
    fn up_then_down_is_nothing(acts in acts(), place in 0..40_usize) {
        let mut tree = small();
        for act in acts {
            let Some(act) = act_of(&tree, act) else { continue };
            if let Ok((next, _)) = tree.apply(&act, &BTreeSet::new()) {
                tree = next;
            }
        }
        let keys = tree.edition.walk();
        if let Some(visit) = keys.get(place % keys.len().max(1)) {
            for (there, back) in [(Step::Up, Step::Down), (Step::Down, Step::Up)] {
                let key = visit.element.key.clone();
                let act = Act::Move { key: key.clone(), step: there };
                let Ok((moved, _)) = tree.apply(&act, &BTreeSet::new()) else { continue };
                let act = Act::Move { key, step: back };
                prop_assert_eq!(&moved.apply(&act, &BTreeSet::new()).unwrap().0, &tree);
            }
        }
    }
}
