//! Values for samples.

use super::{
    Card, ChangeRow, ConsultationPage, EditionLink, FieldRow, Languages, Moved, Reading,
    StatementsCard, StepRow, TimeWords,
};
use crate::base::chart::{Timeline, tracks};
use crate::strategy::view::way::PaperWay;
use crate::translation::ContentLang;
use chrono::NaiveDate;

fn day(n: u64) -> NaiveDate {
    NaiveDate::default() + chrono::Days::new(20_000 + n)
}

pub fn card(key: &'static str) -> Card {
    Card {
        slug: "ziele".into(),
        title: "Ziele für die Stadt".into(),
        lead: "Was soll die Stadt erreichen?".into(),
        reading: Reading::missing(ContentLang::Turkish),
        opens: day(0),
        closes: day(39),
        time: TimeWords {
            key,
            days: 11,
            day: day(39),
        },
        survey_open: key == "time-remains",
        results_since: None,
        people: 96,
        questionnaires: 264,
        fields: 10,
        goals: 41,
    }
}

pub fn published() -> Card {
    Card {
        results_since: Some(day(112)),
        ..card("time-ended")
    }
}

/// Papers, once it is over.
fn papers(key: &str) -> Vec<PaperWay> {
    let is_over = key == "time-ended";
    is_over.then(PaperWay::sample).into_iter().collect()
}

/// Two strands from today on, and a day half a year later.
fn timeline() -> Timeline {
    let spans = [
        (day(0), Some(day(39))),
        (day(0), Some(day(53))),
        (day(180), None),
    ];
    tracks(&spans, day(20))
}

pub fn consultation(key: &'static str) -> ConsultationPage {
    let step = StepRow {
        sort: "track",
        label_key: Some("track-survey"),
        title: None,
        note: None,
        from: day(0),
        until: Some(day(39)),
        state: "open",
        time: Some(TimeWords {
            key,
            days: 11,
            day: day(39),
        }),
        changes: Vec::new(),
    };
    let changed = StepRow {
        label_key: Some("track-statements"),
        changes: vec![
            ChangeRow {
                on: day(10),
                begin: Some(Moved {
                    before: day(0),
                    after: day(2),
                }),
                end: Some(Moved {
                    before: day(39),
                    after: day(53),
                }),
                reason: "Viele Vereine haben darum gebeten.".into(),
            },
            ChangeRow {
                on: day(12),
                begin: None,
                end: Some(Moved {
                    before: day(53),
                    after: day(20),
                }),
                reason: "Der Server wird umgezogen.".into(),
            },
        ],
        state: "later",
        ..step.clone()
    };
    let milestone = StepRow {
        sort: "milestone",
        label_key: None,
        title: Some("Beschluss".into()),
        note: Some("Die Sitzung ist öffentlich.".into()),
        until: None,
        time: None,
        ..step.clone()
    };
    ConsultationPage {
        card: card(key),
        languages: Languages::sample(),
        contact: Some("Stabsstelle Stadtentwicklung".into()),
        timeline: timeline(),
        steps: vec![step, changed, milestone],
        today: day(20),
        has_outcome: key == "time-ended",
        comments: if key == "time-ended" { "over" } else { "open" },
        papers: papers(key),
        statements: match key {
            "time-begins" => None,
            _ => Some(StatementsCard {
                moment: if key == "time-ended" { "over" } else { "open" },
                until: day(53),
                extensions: vec![(1, day(60)), (3, day(84))],
            }),
        },
        edition: EditionLink {
            strategy: "sek".into(),
            number: 1,
            name: "Entwurf 1".into(),
        },
        rows: vec![
            FieldRow {
                key: "hf-wohnen".into(),
                label: "1".into(),
                title: "Wohnen und Bauen".into(),
                reading: Reading::default(),
                goals: 5,
                questionnaires: Some(38),
            },
            FieldRow {
                key: "hf-verwaltung".into(),
                label: "2".into(),
                title: "Verwaltung".into(),
                reading: Reading::missing(ContentLang::Turkish),
                goals: 1,
                questionnaires: None,
            },
        ],
    }
}
