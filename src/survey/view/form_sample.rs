//! A questionnaire with every kind of question, for samples of pages.

use chrono::NaiveDate;

use super::form::{FormAfter, FormChoice, FormQuestion, FormSection, marks};
use super::head::sample;
use crate::strategy::view::Entry;
use crate::survey::model::{MAX_LONG, QuestionKind};

/// Values for samples, of every kind of question.
pub(super) fn sample_sections() -> Vec<FormSection> {
    let choice = |code: i32, label: &str| FormChoice {
        code,
        value: format!("wahl-{code}"),
        label: label.to_owned(),
        label_key: None,
        is_chosen: code == 1,
        chosen: String::new(),
    };
    let question = |(n, kind): (usize, QuestionKind)| {
        let has_options = matches!(
            kind,
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::Scale
        );
        let has_rows = matches!(kind, QuestionKind::Scale | QuestionKind::Ranking);
        let row = |code: i32, label: &str| FormChoice {
            chosen: "wahl-1".into(),
            ..choice(code, label)
        };
        FormQuestion {
            number: n + 1,
            field: format!("q{n}"),
            label: if kind == QuestionKind::Goal {
                "2.4".into()
            } else {
                String::new()
            },
            kind: kind.as_str(),
            text: "Wie zufrieden sind Sie?".into(),
            help: "Ein Kreuz genügt.".into(),
            goal: (kind == QuestionKind::Goal).then(|| Entry {
                talk: None,
                kind: "goal",
                key: "sz-2-4".into(),
                label: "2.4".into(),
                title: "Gewalt verringern".into(),
                paragraphs: vec!["Die Stadt schützt alle, die von Gewalt bedroht sind.".into()],
                children: Vec::new(),
                reading: crate::translation::Reading::default(),
            }),
            after: (kind == QuestionKind::LongText).then(|| FormAfter {
                number: 2,
                labels: vec!["ja".into(), "nein".into()],
                label_keys: vec!["mark-right"],
            }),
            options: match kind {
                QuestionKind::Goal => marks(&["right"]),
                _ if has_options => vec![choice(1, "sehr"), choice(2, "gar nicht")],
                _ => Vec::new(),
            },
            is_blank: !has_options,
            items: if has_rows {
                vec![row(1, "Bus"), row(2, "Bahn")]
            } else {
                Vec::new()
            },
            typed: "12".into(),
            most: MAX_LONG,
            error: None,
        }
    };
    vec![FormSection {
        slug: "zusammenleben".into(),
        label: "2".into(),
        title: "Zusammenleben".into(),
        intro: "Worum es geht.".into(),
        questions: QuestionKind::ALL
            .into_iter()
            .enumerate()
            .map(question)
            .collect(),
    }]
}

/// A day for samples.
pub(super) fn sample_day() -> NaiveDate {
    sample::day()
}
