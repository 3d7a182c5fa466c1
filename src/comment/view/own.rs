//! What a receipt code opens: one's own comments.

use chrono::NaiveDate;
use serde::Serialize;

use super::sample;
use super::{AnswerShown, Head, OverviewGroup, Subject};
use crate::base::page::{FieldMessage, View};
use crate::comment::form::CommentForm;
use crate::survey::TextState;
use crate::survey::view::CodeWords;

/// `templates/comment/own.html`: the receipt of somebody's comments: the code, and what became of each.
#[derive(Clone, Serialize)]
pub struct OwnCommentsPage {
    /// The consultation.
    pub head: Head,
    /// The code.
    pub code: CodeWords,
    /// The address that opens this page, with host, as in the QR code.
    pub address: String,
    /// The QR code as an SVG path of unit squares.
    pub qr_path: String,
    /// The number of unit squares along an edge, margin included.
    pub qr_size: i32,
    /// The parts of the draft to go on commenting under this code; none once the time is over.
    pub groups: Vec<OverviewGroup>,
    /// The comments, the oldest day first.
    pub rows: Vec<OwnRow>,
    /// The comments of others that she sees the same way.
    pub agreed: Vec<AgreedRow>,
    /// Whether there is a survey that goes on under the same code.
    pub has_survey: bool,
}

/// One own comment.
#[derive(Clone, Serialize)]
pub struct OwnRow {
    /// Its identity.
    pub id: String,
    /// The key of the element.
    pub key: String,
    /// The title of the element, or the beginning of its text.
    pub title: String,
    /// As she wrote it.
    pub paragraphs: Vec<String>,
    /// As she wants to be named.
    pub name: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// Where it stands.
    pub state: TextState,
    /// The text key of the reason, when it is hidden.
    pub reason_key: Option<&'static str>,
    /// Whether she has objected.
    pub is_objected: bool,
    /// Whether her objection was answered.
    pub is_answered: bool,
    /// What the administration answered in public.
    pub answer: Option<AnswerShown>,
}

/// A comment of somebody else that she sees the same way.
#[derive(Clone, Serialize)]
pub struct AgreedRow {
    /// Its identity.
    pub id: String,
    /// The key of the element.
    pub key: String,
    /// The title of the element, or the beginning of its text.
    pub title: String,
    /// Its first words.
    pub words: String,
}

/// `templates/comment/own-one.html`: correct one's comment or take it back.
#[derive(Clone, Serialize)]
pub struct OwnCommentPage {
    /// The consultation.
    pub head: Head,
    /// What it is about.
    pub subject: Subject,
    /// The code in the address.
    pub code: String,
    /// Its identity.
    pub id: String,
    /// What was typed.
    pub form: CommentForm,
    /// How many see it the same way: other words lose that.
    pub supports: i64,
    /// Whether the administration has answered, so that the words stay.
    pub is_fixed: bool,
    /// Whether results are published, so that its words go and its place stays.
    pub is_frozen: bool,
    /// Most characters of text and name.
    pub limits: [usize; 2],
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

impl View for OwnCommentsPage {
    const TEMPLATE: &'static str = "comment/own.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let row = |state: TextState, name: Option<&str>| OwnRow {
            id: format!("{}{}", state.as_str(), name.unwrap_or_default()),
            key: "sz-4".into(),
            title: "Gewalt verringern".into(),
            paragraphs: vec!["Am Bach fehlt Licht.".into()],
            name: name.map(str::to_owned),
            on: super::discussion::some_day(),
            supports: 3,
            state,
            reason_key: Some("hide-insult").filter(|_| state == TextState::Hidden),
            is_objected: name.is_some(),
            is_answered: name.is_some() && state == TextState::Released,
            answer: name.map(|_| sample::answer()),
        };
        let page = |state, publishes, rows: Vec<OwnRow>| Self {
            head: sample::head(state, publishes),
            code: sample::code(),
            address: "https://beteiligung.example/p/k7mq".into(),
            qr_path: "M0 0h1v1h-1z".into(),
            qr_size: 33,
            groups: Vec::from_iter((state == "open").then(sample::group)),
            agreed: rows
                .iter()
                .map(|row| AgreedRow {
                    id: format!("other{}", row.id),
                    key: row.key.clone(),
                    title: row.title.clone(),
                    words: "Am Bahnhof auch.".into(),
                })
                .collect(),
            has_survey: publishes,
            rows,
        };
        let rows = vec![
            row(TextState::Waiting, None),
            row(TextState::Released, Some("Kim")),
            row(TextState::Redacted, None),
            row(TextState::Hidden, None),
            row(TextState::Hidden, Some("Kim")),
        ];
        vec![
            page("open", true, rows.clone()),
            page("over", true, rows.clone()),
            page("open", false, rows),
            page("open", true, Vec::new()),
        ]
    }
}

impl View for OwnCommentPage {
    const TEMPLATE: &'static str = "comment/own-one.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state, (is_fixed, is_frozen), supports, errors| Self {
            head: sample::head(state, true),
            subject: sample::subject("goal"),
            code: sample::CODE.into(),
            id: "k7mq4t2x9hrdw3pa6n5ejv8bc2".into(),
            form: CommentForm {
                text: "Am Bach fehlt Licht.".into(),
                ..CommentForm::default()
            },
            supports,
            is_fixed,
            is_frozen,
            limits: [2_000, 60],
            errors,
        };
        vec![
            page("open", (false, false), 0, Vec::new()),
            page("open", (false, false), 2, sample::errors(&["text", "name"])),
            page("open", (true, false), 2, Vec::new()),
            page("over", (false, false), 0, Vec::new()),
            page("over", (false, true), 0, Vec::new()),
        ]
    }
}
