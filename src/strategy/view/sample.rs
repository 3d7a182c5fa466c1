//! Values for samples.

use super::{Entry, Head, Talk};
use crate::translation::Reading;

pub fn head() -> Head {
    Head {
        strategy: "sek".into(),
        title: "Stadtentwicklungskonzept".into(),
        number: 2,
        name: "Überarbeiteter Entwurf".into(),
        goals: 41,
    }
}

fn entry(kind: &'static str, key: &str, label: &str, title: &str, text: &str) -> Entry {
    Entry {
        kind,
        key: key.into(),
        label: label.into(),
        title: title.into(),
        paragraphs: super::paragraphs(text),
        children: Vec::new(),
        reading: Reading::default(),
        talk: (kind != "principle").then(|| Talk {
            url: format!("/consultations/ziele/comments/{key}"),
            count: i64::from(kind == "goal") * 3,
            is_open: kind != "action_goal",
            is_earlier: false,
        }),
    }
}

pub fn field() -> Entry {
    let steps = vec![entry("action_goal", "sz-4-a", "", "", "Wege sind hell.")];
    let goal = entry(
        "goal",
        "sz-4",
        "2.4",
        "Gewalt verringern",
        "Alle leben sicher.\n\nUnd gut.",
    );
    Entry {
        children: vec![
            entry("principle", "ls-2", "", "", "Wir halten zusammen."),
            Entry {
                children: steps,
                ..goal
            },
        ],
        ..entry("field", "hf-zusammenleben", "2", "Zusammenleben", "")
    }
}

pub fn bare() -> Entry {
    entry(
        "field",
        "hf-verwaltung",
        "3",
        "Verwaltung",
        "Eine Einleitung.",
    )
}
