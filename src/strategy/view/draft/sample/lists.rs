//! Examples of the page before finishing, and of the list of drafts.

use super::{diff, draft};
use crate::base::page::Faults;
use crate::strategy::view::draft::{ChangeRow, DraftRow, DraftsPage, FindingRow, FinishPage};

pub(in crate::strategy::view::draft) fn finishes() -> Vec<FinishPage> {
    let whats = [
        "added",
        "reworded",
        "renumbered",
        "moved",
        "retired",
        "split",
        "recast",
        "gone-into",
    ];
    let row = |what| ChangeRow {
        what,
        kind: "goal",
        key: "sz-4".into(),
        label: "2.4".into(),
        name: "Gewalt verringern".into(),
        is_there: !matches!(what, "retired" | "gone-into"),
        from: "2.3".into(),
        diff: diff().filter(|_| what == "reworded"),
        cause: match what {
            "reworded" => Some("heard".into()),
            "retired" => Some("council".into()),
            _ => None,
        },
        reason: if what == "retired" {
            "Beschluss vom 9. Dezember."
        } else {
            ""
        }
        .into(),
    };
    let finding = |what| FindingRow {
        what,
        key: "sz-4".into(),
        name: "4".into(),
    };
    let page = || FinishPage {
        draft: draft(),
        newest: Some("Entwurf 1".into()),
        is_overtaken: false,
        changes: whats.into_iter().map(row).collect(),
        findings: Vec::new(),
        is_blocked: false,
        name: "Entwurf 2".into(),
        without_cause: whats.len() - 2,
        rest_kind: String::new(),
        rest_reason: String::new(),
        reason_limit: 600,
        faults: Faults::default(),
    };
    vec![
        page(),
        FinishPage {
            newest: None,
            changes: Vec::new(),
            findings: ["no-field", "same-number", "unnumbered"]
                .map(finding)
                .into(),
            is_blocked: true,
            without_cause: 0,
            ..page()
        },
        FinishPage {
            is_overtaken: true,
            findings: vec![finding("unnumbered")],
            faults: Faults::sample(&["name", "rest_kind", "rest_reason"]),
            ..page()
        },
    ]
}

pub(in crate::strategy::view::draft) fn drafts() -> Vec<DraftsPage> {
    let row = || DraftRow {
        id: "d1".into(),
        url: "/desk/strategies/sek/drafts/d1".into(),
        begun_on: "2026-07-17".into(),
    };
    let page = || DraftsPage {
        title: "Stadtentwicklungskonzept".into(),
        strategy_url: "/desk/strategies/sek".into(),
        open: Some(row()),
        discarded: vec![row()],
    };
    vec![
        page(),
        DraftsPage {
            open: None,
            discarded: Vec::new(),
            ..page()
        },
        DraftsPage {
            open: None,
            ..page()
        },
    ]
}
