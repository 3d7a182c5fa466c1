//! Comments at the desk: all of a consultation, and the public answer to one.

use chrono::NaiveDate;
use serde::Serialize;

use super::discussion::some_day;
use super::sample;
use super::{AnswerShown, CommentRow, Head};
use crate::base::page::{FieldMessage, Listing, View};
use crate::comment::form::AnswerForm;
use crate::survey::TextState;

/// `templates/comment/desk-comments.html`: the comments of a consultation.
#[derive(Clone, Serialize)]
pub struct DeskCommentsPage {
    /// The consultation.
    pub head: Head,
    /// What is searched for and filtered.
    pub listing: Listing,
    /// The comments of this page.
    pub rows: Vec<DeskRow>,
    /// Whether whoever reads may answer.
    pub may_answer: bool,
}

/// One comment.
#[derive(Clone, Serialize)]
pub struct DeskRow {
    /// Its identity.
    pub id: String,
    /// The title of the element, or its key.
    pub title: String,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// As its author wants to be named.
    pub name: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// Where it stands.
    pub state: TextState,
    /// What the administration answered.
    pub answer: Option<AnswerShown>,
    /// Where everyone reads it; none while not everyone may.
    pub public_url: Option<String>,
}

/// `templates/comment/desk-answer.html`: the public answer to one comment.
#[derive(Clone, Serialize)]
pub struct DeskAnswerPage {
    /// The consultation.
    pub head: Head,
    /// The title of the element.
    pub title: String,
    /// The comment.
    pub comment: CommentRow,
    /// What was typed.
    pub form: AnswerForm,
    /// Most characters.
    pub limit: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

impl View for DeskCommentsPage {
    const TEMPLATE: &'static str = "comment/desk-comments.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |state: TextState, is_public: bool| DeskRow {
            id: format!("{}{}", sample::CODE, state.as_str()),
            title: "Gewalt verringern".into(),
            paragraphs: vec!["Am Bach fehlt Licht.".into()],
            name: is_public.then(|| "Kim".into()),
            on: some_day(),
            supports: 3,
            state,
            answer: is_public.then(sample::answer),
            public_url: is_public.then(|| "/consultations/ziele/comments/sz-4#c-1".into()),
        };
        let page = |rows: Vec<DeskRow>, may_answer| Self {
            head: sample::head("open", true),
            listing: Listing::sample(rows.len(), &["-support", "-day", "element"]),
            rows,
            may_answer,
        };
        let rows = vec![
            row(TextState::Released, true),
            row(TextState::Redacted, false),
            row(TextState::Waiting, false),
            row(TextState::Hidden, false),
        ];
        vec![
            page(rows.clone(), true),
            page(rows, false),
            page(Vec::new(), true),
        ]
    }
}

impl View for DeskAnswerPage {
    const TEMPLATE: &'static str = "comment/desk-answer.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |n: usize, errors| Self {
            head: sample::head("open", true),
            title: "Gewalt verringern".into(),
            comment: sample::rows().remove(n),
            form: AnswerForm::default(),
            limit: 2_000,
            errors,
        };
        vec![page(0, Vec::new()), page(1, sample::errors(&["answer"]))]
    }
}
