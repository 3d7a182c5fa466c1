//! Descriptions of consultations, as an editor writes them in TOML.

use std::collections::BTreeSet;

use trialog::consultation::TrackKind;
use trialog::survey::plan;

use super::documents::laid;
use super::forms::is_clean;
use super::xml::DEEP;
use crate::support::town::{CONSULTATION, ZONE};

/// What means something in a description of a consultation.
pub const WORDS: &[&str] = &[
    "[[survey]]\n",
    "[[survey.question]]\n",
    "[[track]]\n",
    "[[milestone]]\n",
    "kind = \"scale\"\n",
    "kind = \"ranking\"\n",
    "kind = \"comments\"\n",
    "required = true\n",
    "options = []\n",
    "only_if = { question = \"wie-oft\", answers = [\"nie\"] }\n",
    "slug = \"a\"\n",
    "\"\"\"",
    "'''",
    "\\u0000",
    "\\u0007",
    "\\n",
    "[",
    "]",
    "{",
    "}",
    "[a.b.c]\n",
    "a.b.c = 1\n",
    "9999-12-31",
    "0001-01-01",
    "0000-01-01",
    "1e9",
    "inf",
    "0x7f",
    "= \"\"",
    "profile = true\n",
    "opens = 2026-06-08T00:00:00Z\n",
];

pub fn seeds() -> Vec<Vec<u8>> {
    let unseen = CONSULTATION.replace("Ziele für Lindenau", "Ziele\\u0000für");
    let deep = format!(
        "{CONSULTATION}\nx = {}{}",
        "[".repeat(DEEP),
        "]".repeat(DEEP)
    );
    let dots = format!("{CONSULTATION}\n[{}a]\n", "a.".repeat(DEEP));
    let spielplaetze = include_str!("../../../src/demo/town/spielplaetze.toml");
    [CONSULTATION, spielplaetze, &deep, &dots, &unseen]
        .map(|text| text.as_bytes().to_vec())
        .to_vec()
}

/// A description of a consultation with its surveys.
pub fn consultation(input: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(input) else {
        return "not UTF-8".to_owned();
    };
    let plan = match plan::read(text, &laid(), ZONE) {
        Ok(plan) => plan,
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            let short = |fault: &String| {
                fault
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .take(24)
                    .collect()
            };
            let words: BTreeSet<String> = faults.iter().map(short).collect();
            return words.into_iter().take(4).collect::<Vec<_>>().join(" ");
        }
    };
    let new = &plan.consultation;
    assert!(!new.tracks.is_empty(), "a consultation without an end");
    for (kind, window) in &new.tracks {
        assert!(window.opens_at < window.closes_at, "{kind:?}");
        let days = (window.first_day(ZONE), window.last_day(ZONE));
        assert_eq!(TrackKind::parse(kind.as_str()), Some(*kind));
        assert!(days.0 <= days.1);
    }
    let mut texts = vec![&new.title, &new.lead];
    texts.extend(&new.contact);
    texts.extend(
        new.milestones
            .iter()
            .flat_map(|step| [&step.title, &step.note]),
    );
    for survey in &plan.surveys {
        texts.extend([&survey.title, &survey.intro]);
        let mut keys = BTreeSet::new();
        for question in &survey.questions {
            texts.extend([&question.text, &question.help]);
            let labels = question.options.iter().chain(&question.items);
            texts.extend(labels.map(|choice| &choice.label));
            assert!(keys.insert(&question.key), "{} stands twice", question.key);
            assert!(
                question
                    .condition
                    .as_ref()
                    .is_none_or(|only| !only.codes.is_empty())
            );
        }
    }
    // What a database refuses is refused before it is asked.
    for text in texts {
        assert!(is_clean(text), "{text:?}");
        assert!(
            text.chars().count() <= 4_000,
            "a text of {} characters",
            text.chars().count()
        );
    }
    format!(
        "{} tracks, {} steps, {} surveys",
        new.tracks.len(),
        new.milestones.len(),
        plan.surveys.len()
    )
}
