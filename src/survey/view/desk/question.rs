//! One question: its kind, then its fields.

use serde::Serialize;

use super::{DeskHead, SurveyHead, sample};
use crate::base::page::{FieldMessage, View};
use crate::survey::model::QuestionKind;

/// `templates/survey/desk-kinds.html`: which kind of question to add.
#[derive(Serialize)]
pub struct KindsPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// The kinds: name, text key of the label, text key of the hint.
    pub kinds: Vec<(&'static str, &'static str, &'static str)>,
}

impl KindsPage {
    /// All kinds an editor adds by hand; goals come from the document.
    pub fn of(head: DeskHead, survey: SurveyHead) -> Self {
        let kinds = QuestionKind::ALL.into_iter();
        Self {
            head,
            survey,
            kinds: kinds
                .filter(|kind| *kind != QuestionKind::Goal)
                .map(|kind| (kind.as_str(), kind.label_key(), kind.hint_key()))
                .collect(),
        }
    }
}

/// `templates/survey/desk-question.html`: the fields of a question, by its kind.
#[derive(Serialize)]
pub struct QuestionFormPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// The question's key in addresses; none when it is new.
    pub key: Option<String>,
    /// `single`, `ranking`, …
    pub kind: &'static str,
    /// The text key of the kind.
    pub kind_key: &'static str,
    /// The question as typed.
    pub text: String,
    /// The helping sentence as typed.
    pub help: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// The options as typed, one a line.
    pub options: String,
    /// The rows of a scale as typed, one a line.
    pub items: String,
    /// Most characters of a question.
    pub most_text: usize,
    /// Most characters of an option or row.
    pub most_label: usize,
    /// How many options at least and at most; 0 at most when the kind has none.
    pub count: (usize, usize),
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

impl View for KindsPage {
    const TEMPLATE: &'static str = "survey/desk-kinds.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self::of(sample::head(true), sample::survey())]
    }
}

impl View for QuestionFormPage {
    const TEMPLATE: &'static str = "survey/desk-question.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |kind: QuestionKind, key| Self {
            head: sample::head(true),
            survey: sample::survey(),
            key,
            kind: kind.as_str(),
            kind_key: kind.label_key(),
            text: "Wie oft treffen Sie Ihre Nachbarn?".into(),
            help: String::new(),
            is_required: false,
            options: "Oft\nNie".into(),
            items: String::new(),
            most_text: 2000,
            most_label: 300,
            count: (*kind.choices().0.start(), *kind.choices().0.end()),
            errors: Vec::new(),
        };
        let mut pages: Vec<_> = QuestionKind::ALL.map(|kind| page(kind, None)).into();
        pages.push(page(QuestionKind::Goal, Some("sz-1".into())));
        let mut faulty = page(QuestionKind::Scale, Some("wie-oft".into()));
        faulty.is_required = true;
        faulty.errors = ["text", "help", "options", "items"]
            .map(|field| FieldMessage {
                field_id: field.into(),
                message: "Bitte ausfüllen.".into(),
            })
            .into();
        pages.push(faulty);
        pages
    }
}
