//! Examples of the pages, for the suite.

mod lists;

pub(super) use lists::{drafts, finishes};

use super::{
    ChildView, Choice, Counts, DiffView, DraftView, ElementView, Gone, Mark, MergePage, Node,
    Piece, PlacePage, SaidView, SplitPage, TreePage, WordsPage,
};
use crate::base::page::FieldMessage;
use crate::strategy::model::tree::Possible;

fn draft() -> DraftView {
    DraftView {
        title: "Stadtentwicklungskonzept".into(),
        strategy_url: "/desk/strategies/sek".into(),
        url: "/desk/strategies/sek/drafts/d1".into(),
        base: Some("Entwurf 1".into()),
        version: 4,
    }
}

fn element() -> ElementView {
    ElementView {
        kind: "goal",
        key: "sz-4".into(),
        label: "2.4".into(),
        name: "Gewalt verringern".into(),
    }
}

fn said() -> SaidView {
    SaidView {
        number: "4".into(),
        title: "Gewalt verringern".into(),
        text: "Alle leben sicher.\n\nUnd gut.".into(),
    }
}

fn diff() -> Option<DiffView> {
    DiffView::between(
        ("Sicherheit", "Alle leben sicher."),
        ("Gewalt verringern", "Alle leben gut."),
    )
}

fn faulty(field: &str) -> Vec<FieldMessage> {
    vec![FieldMessage {
        field_id: field.into(),
        message: "Schreiben Sie bitte einen Titel.".into(),
    }]
}

fn node(kind: &'static str, key: &str, children: Vec<Node>) -> Node {
    let titled = matches!(kind, "field" | "goal");
    Node {
        key: key.into(),
        kind,
        label: if titled { "2".into() } else { String::new() },
        title: if titled {
            "Zusammenleben".into()
        } else {
            String::new()
        },
        excerpt: "Alle leben sicher.".into(),
        marks: Vec::new(),
        can: Possible {
            up: true,
            down: true,
            indent: kind == "goal",
            outdent: kind == "action-goal",
            split: kind != "principle",
            merge: true,
        },
        has_principle: children.iter().any(|one| one.kind == "principle"),
        before: String::new(),
        children,
    }
}

pub(super) fn trees() -> Vec<TreePage> {
    let mut goal = node("goal", "sz-4", vec![node("action-goal", "sz-4-a", vec![])]);
    let all = [
        "added",
        "reworded",
        "renumbered",
        "moved",
        "split",
        "merged",
        "recast",
    ];
    goal.marks = all
        .into_iter()
        .map(|what| Mark {
            what,
            from: "2.3".into(),
        })
        .collect();
    let bare = node("goal", "sz-5", vec![]);
    let field = node(
        "field",
        "hf-a",
        vec![node("principle", "ls-2", vec![]), goal, bare],
    );
    let gone = |key: &str, can_return| Gone {
        key: key.into(),
        kind: "goal",
        label: "1.3".into(),
        name: "Ein Ziel von früher".into(),
        into: if can_return {
            "1.2".into()
        } else {
            String::new()
        },
        can_return,
    };
    vec![
        TreePage {
            draft: draft(),
            undo: Some("Ziel 2.4 geteilt".into()),
            redo: Some("Ziel 2.5 gestrichen".into()),
            counts: Counts {
                added: 1,
                reworded: 2,
                moved: 3,
                renumbered: 1,
                retired: 2,
                all: 41,
            },
            fields: vec![field, node("field", "hf-b", vec![])],
            gone: vec![gone("sz-9", true), gone("sz-10", false)],
            fault: Some("Weiter geht es in dieser Richtung nicht.".into()),
        },
        TreePage {
            draft: DraftView {
                base: None,
                ..draft()
            },
            undo: None,
            redo: None,
            counts: Counts::default(),
            fields: Vec::new(),
            gone: Vec::new(),
            fault: None,
        },
    ]
}

pub(super) fn words() -> Vec<WordsPage> {
    let page = || WordsPage {
        draft: draft(),
        element: Some(element()),
        kind: "goal",
        place: None,
        action: "/desk/strategies/sek/drafts/d1/add?kind=goal&parent=hf-a&after=".into(),
        has_title: true,
        said: said(),
        base: Some(said()),
        diff: diff(),
        conflict: None,
        errors: Vec::new(),
    };
    vec![
        page(),
        WordsPage {
            conflict: Some(said()),
            errors: faulty("title"),
            base: None,
            diff: None,
            ..page()
        },
        WordsPage {
            element: None,
            kind: "principle",
            place: Some("Handlungsfeld 2".into()),
            has_title: false,
            said: SaidView::default(),
            base: None,
            diff: None,
            ..page()
        },
    ]
}

pub(super) fn splits() -> Vec<SplitPage> {
    let page = || SplitPage {
        draft: draft(),
        element: element(),
        has_title: true,
        pieces: vec![
            Piece {
                n: 1,
                text: "Alle leben sicher.".into(),
                is_last: true,
            },
            Piece {
                n: 2,
                text: "Und gut.".into(),
                is_last: false,
            },
        ],
        first: said(),
        second: said(),
        children: vec![ChildView {
            key: "sz-4-a".into(),
            name: "Mehr Licht".into(),
            along: true,
        }],
        conflict: None,
        errors: Vec::new(),
    };
    vec![
        page(),
        SplitPage {
            has_title: false,
            pieces: Vec::new(),
            children: Vec::new(),
            conflict: Some(said()),
            errors: faulty("text"),
            ..page()
        },
    ]
}

fn choices() -> Vec<Choice> {
    vec![Choice {
        value: "sz-5".into(),
        label: "2.5 Orte der Begegnung".into(),
    }]
}

pub(super) fn merges() -> Vec<MergePage> {
    let page = || MergePage {
        draft: draft(),
        element: element(),
        has_title: true,
        partners: choices(),
        other: Some(element()),
        said: said(),
        conflict: None,
        errors: Vec::new(),
    };
    vec![
        page(),
        MergePage {
            partners: Vec::new(),
            other: None,
            ..page()
        },
        MergePage {
            has_title: false,
            conflict: Some(said()),
            errors: faulty("text"),
            ..page()
        },
    ]
}

pub(super) fn places() -> Vec<PlacePage> {
    let page = || PlacePage {
        draft: draft(),
        element: element(),
        spots: choices(),
        chosen: String::new(),
        errors: Vec::new(),
    };
    vec![
        PlacePage {
            errors: faulty("spot"),
            ..page()
        },
        PlacePage {
            spots: Vec::new(),
            ..page()
        },
    ]
}
