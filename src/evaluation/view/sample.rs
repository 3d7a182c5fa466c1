//! Values for the samples of this slice's pages.

use chrono::{Days, NaiveDate};

use super::{
    AnswerBlock, Apart, ApartPart, ApartRow, Bases, Channels, CorrectionNote, DayBar,
    FieldResultsPage, GoalResult, Head, QuestionResult, Quote, ResultsPage, SurveyRow,
};
use crate::base::chart::{columns, diverging};
use crate::base::figures::{Limits, shown};

pub fn day() -> NaiveDate {
    NaiveDate::default() + Days::new(20_651)
}

pub fn head() -> Head {
    Head {
        slug: "ziele".into(),
        title: "Ziele für die Stadt".into(),
        published_on: day(),
        number: 1,
        checksum: ["4f8a", "21c7", "e09b"].map(Into::into).into(),
        min_questionnaires: 5,
        min_marks: 20,
    }
}

const MARKS: [u64; 5] = [1, 2, 15, 9, 5];
const BASES: Bases = Bases {
    people: 34,
    questionnaires: 34,
    marks: 131,
    texts: 47,
};

pub fn quote() -> Quote {
    Quote {
        paragraphs: vec!["Das sind zwei verschiedene Dinge.".into()],
        label: "2.4".into(),
        about: "Gewalt verringern".into(),
        mark_key: Some("mark-unclear"),
    }
}

fn days() -> Vec<DayBar> {
    let bar = |n: u64, count| DayBar {
        from: day() + Days::new(7 * n),
        until: day() + Days::new(7 * n + 6),
        n: count,
    };
    vec![bar(0, 5), bar(1, 9)]
}

fn channels(large: bool) -> Channels {
    if large {
        Channels {
            rows: vec![("channel-online", 27)],
            together: Some((vec!["channel-paper", "channel-event"], 7)),
        }
    } else {
        Channels {
            rows: Vec::new(),
            together: None,
        }
    }
}

fn question(kind: &'static str) -> QuestionResult {
    QuestionResult {
        key: format!("frage-{}", kind.replace('_', "-")),
        text: "Wo treffen Sie Ihre Nachbarn?".into(),
        kind,
        answered: 30,
        blocks: vec![AnswerBlock {
            title: if kind == "scale" {
                "Bus".into()
            } else {
                String::new()
            },
            labels: if kind == "date" {
                [
                    "2026-07-01",
                    "2026-07-02",
                    "2026-07-03",
                    "2026-07-04",
                    "2026-07-05",
                ]
            } else {
                [
                    "Im Park",
                    "Im Café",
                    "Im Verein",
                    "Im Treppenhaus",
                    "Nirgends",
                ]
            }
            .map(Into::into)
            .into(),
            shown: shown(&MARKS, 30, Limits::default()),
            places: if kind == "ranking" {
                vec![Some((1, 8)), Some((2, 0)), Some((2, 4)), Some((3, 1)), None]
            } else {
                Vec::new()
            },
        }],
    }
}

pub fn overview(large: bool) -> ResultsPage {
    let questionnaires = if large { 34 } else { 3 };
    ResultsPage {
        head: head(),
        bases: BASES,
        marks: shown(&MARKS, questionnaires, Limits::default()),
        rows: vec![SurveyRow {
            slug: "zusammenleben".into(),
            label: "2".into(),
            title: "Zusammenleben".into(),
            bases: BASES,
            shown: shown(&MARKS, questionnaires, Limits::default()),
            bar: large.then_some(0),
        }],
        chart: if large {
            diverging(&[[3, 6, 47, 28, 16]])
        } else {
            diverging(&[])
        },
        columns: columns(&days().iter().map(|bar| bar.n).collect::<Vec<_>>()),
        days: if large { days() } else { Vec::new() },
        channels: channels(large),
        profile: if large {
            vec![question("single")]
        } else {
            Vec::new()
        },
        corrections: if large {
            vec![correction()]
        } else {
            Vec::new()
        },
        apart: large.then(|| Apart {
            questionnaires: None,
            ..apart()
        }),
    }
}

fn apart() -> Apart {
    let part = |counts: &[u64; 5]| ApartPart {
        shown: shown(counts, 30, Limits::default()),
        marks: counts.iter().sum(),
    };
    let row = |parts| ApartRow {
        label: "2.4".into(),
        title: "Gewalt verringern".into(),
        parts,
    };
    let pair = |kind, name: &str| {
        let mut result = question(kind);
        result.key = format!("{}-{name}", result.key);
        result
    };
    Apart {
        questionnaires: Some(vec![12, 22]),
        rows: vec![
            row(Some(vec![part(&[0, 1, 5, 2, 0]), part(&MARKS)])),
            row(None),
        ],
        questions: vec![vec![pair("scale", "invited"), pair("scale", "open")]],
    }
}

pub fn field(large: bool) -> FieldResultsPage {
    let questionnaires = if large { 34 } else { 3 };
    let few = [0, 1, 5, 2, 0];
    let goal = |key: &str, counts: &[u64; 5], bar| GoalResult {
        key: key.into(),
        label: "2.4".into(),
        title: "Gewalt verringern".into(),
        marks: counts.iter().sum(),
        comments: 12,
        shown: shown(counts, questionnaires, Limits::default()),
        bar,
    };
    FieldResultsPage {
        head: head(),
        survey: "zusammenleben".into(),
        label: "2".into(),
        title: "Zusammenleben".into(),
        bases: BASES,
        marks: shown(&MARKS, questionnaires, Limits::default()),
        goals: vec![
            goal("sz-2-4", &MARKS, large.then_some(0)),
            goal("sz-2-3", &few, None),
        ],
        chart: if large {
            diverging(&[[3, 6, 47, 28, 16]])
        } else {
            diverging(&[])
        },
        questions: [
            "single",
            "multiple",
            "scale",
            "ranking",
            "number",
            "date",
            "long_text",
        ]
        .map(question)
        .into(),
        quotes: if large { vec![quote()] } else { Vec::new() },
        released: if large { 47 } else { 0 },
        columns: columns(&days().iter().map(|bar| bar.n).collect::<Vec<_>>()),
        days: if large { days() } else { Vec::new() },
        channels: channels(large),
        corrections: if large {
            vec![correction()]
        } else {
            Vec::new()
        },
        apart: large.then(apart),
    }
}

fn correction() -> CorrectionNote {
    CorrectionNote {
        day: day(),
        before: "Wie offt treffen Sie Ihre Nachbarn?".into(),
        after: "Wie oft treffen Sie Ihre Nachbarn?".into(),
        note: "Ein Buchstabe zu viel".into(),
    }
}
