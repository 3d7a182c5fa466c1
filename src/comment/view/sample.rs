//! Values for samples.

use super::discussion::some_day;
use super::{AnswerShown, CommentRow, Head, OverviewGroup, OverviewRow, Subject};
use crate::base::page::FieldMessage;
use crate::survey::view::CodeWords;
use crate::translation::Reading;

pub const CODE: &str = "k7mq4t2x9hrdw3pa6n5ejv8bc2xy";

pub fn head(state: &'static str, publishes: bool) -> Head {
    Head {
        slug: "ziele".into(),
        title: "Ziele für die Stadt".into(),
        lang: None,
        state,
        opens: some_day(),
        closes: some_day(),
        publishes,
    }
}

pub fn code() -> CodeWords {
    CodeWords {
        plain: CODE.into(),
        grouped: "K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2XY".into(),
    }
}

pub fn subject(kind: &'static str) -> Subject {
    let is_goal = kind == "goal";
    Subject {
        kind,
        key: "sz-4".into(),
        label: if is_goal { "2.4" } else { "" }.into(),
        title: if is_goal { "Gewalt verringern" } else { "" }.into(),
        paragraphs: vec!["Alle leben sicher.".into(), "Und gut.".into()],
        points: Vec::from_iter(is_goal.then(|| "Wege sind hell.".to_owned())),
        reading: Reading::default(),
        url: "/strategies/sek/editions/2/hf-zusammenleben#sz-4".into(),
        edition: "Überarbeiteter Entwurf".into(),
    }
}

pub fn answer() -> AnswerShown {
    AnswerShown {
        paragraphs: vec!["Danke, wir prüfen das.".into()],
        on: some_day(),
    }
}

pub fn rows() -> Vec<CommentRow> {
    let row = |n: i64, name: Option<&str>| CommentRow {
        id: format!("k7mq4t2x9hrdw3pa6n5ejv8bc{n}"),
        paragraphs: vec!["Am Bach fehlt Licht.".into(), "Bitte bald!".into()],
        name: name.map(str::to_owned),
        on: some_day(),
        supports: n,
        is_own: n == 2,
        is_supported: n == 1,
        is_earlier: n == 1,
        answer: name.map(|_| answer()),
    };
    vec![row(0, None), row(1, Some("Kim")), row(2, None)]
}

pub fn errors(fields: &[&str]) -> Vec<FieldMessage> {
    let error = |field: &&str| FieldMessage {
        field_id: (*field).to_owned(),
        message: "Schreiben Sie einen Satz.".into(),
    };
    fields.iter().map(error).collect()
}

pub fn group() -> OverviewGroup {
    let row = |kind, count| OverviewRow {
        kind,
        label: if kind == "goal" { "2.4" } else { "" }.into(),
        title: "Gewalt verringern".into(),
        reading: Reading::default(),
        url: "/consultations/ziele/comments/sz-4".into(),
        count,
    };
    OverviewGroup {
        key: "hf-zusammenleben".into(),
        label: "2".into(),
        title: "Zusammenleben".into(),
        reading: Reading::default(),
        rows: vec![row("field", 0), row("principle", 1), row("goal", 12)],
    }
}
