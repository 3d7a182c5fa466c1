//! The receipt, and what can be done with it.

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{CodeWords, Head, sample};
use super::question::AnswerWords;
use super::start::{ReviewRow, ReviewSurvey};
use crate::base::form::FieldError;
use crate::base::page::View;
use crate::survey::model::TextState;

/// `templates/survey/receipt.html`: thanks, the code, what was counted, what comes next. Fits on one printed page.
#[derive(Serialize)]
pub struct ReceiptPage {
    /// Where one is.
    pub head: Head,
    /// The code.
    pub code: CodeWords,
    /// The address that opens this receipt, with host, as in the QR code.
    pub address: String,
    /// The QR code as an SVG path of unit squares.
    pub qr_path: String,
    /// The number of unit squares along an edge, margin included.
    pub qr_size: i32,
    /// The day of the first submission; none after a withdrawal.
    pub submitted_on: Option<NaiveDate>,
    /// The day of the withdrawal.
    pub withdrawn_on: Option<NaiveDate>,
    /// Whether answers can still be corrected or withdrawn.
    pub is_open: bool,
    /// What can be erased: `all`, `words` once results are published, `nothing`.
    pub ending: &'static str,
    /// Whether something was changed on the pages since and not submitted yet.
    pub has_unsent_changes: bool,
    /// Strategic goals marked.
    pub marks: usize,
    /// Comments and texts written.
    pub texts: usize,
    /// What counts, by survey.
    pub surveys: Vec<ReviewSurvey>,
    /// What became of the texts, where the consultation shows texts to everyone.
    pub texts_told: Vec<TextTold>,
    /// What comes next.
    pub next: Vec<NextStep>,
    /// Whether comments are written under the same code.
    pub has_comments: bool,
}

/// What became of one text, for its author.
#[derive(Clone, Serialize)]
pub struct TextTold {
    /// Its identity.
    pub id: String,
    /// The question it answers.
    pub question: String,
    /// The language of the question, when it is not the town's.
    pub lang: Option<&'static str>,
    /// As everyone reads it or would.
    pub text: String,
    /// Where it stands.
    pub state: TextState,
    /// The text key of the reason, when it is hidden.
    pub reason_key: Option<&'static str>,
    /// Whether she has objected.
    pub is_objected: bool,
    /// Whether she was answered.
    pub is_answered: bool,
}

/// A step that lies ahead or behind.
#[derive(Clone, Serialize)]
pub struct NextStep {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub note: String,
    /// Whether it lies ahead.
    pub is_ahead: bool,
}

/// `templates/survey/pause.html`: how to go on later.
#[derive(Serialize)]
pub struct PausePage {
    /// Where one is.
    pub head: Head,
    /// The code.
    pub code: CodeWords,
    /// The address that leads back, with host.
    pub address: String,
    /// See [`ReceiptPage`].
    pub qr_path: String,
    /// See [`ReceiptPage`].
    pub qr_size: i32,
}

/// `templates/survey/withdrawal.html`: asks once before everything is taken back.
#[derive(Serialize)]
pub struct WithdrawalPage {
    /// Where one is.
    pub head: Head,
    /// The code in the address.
    pub code: String,
    /// Whether answers can still be corrected instead.
    pub is_open: bool,
    /// See [`ReceiptPage`].
    pub ending: &'static str,
    /// Whether there are comments under the same code, which stay.
    pub has_comments: bool,
}

/// `templates/survey/lookup.html`: type the code of a receipt.
#[derive(Serialize)]
pub struct LookupPage {
    /// What was typed.
    pub typed: String,
    /// What has to be corrected.
    pub errors: Vec<FieldError>,
}

impl View for ReceiptPage {
    const TEMPLATE: &'static str = "survey/receipt.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let row = ReviewRow {
            key: "sz-2-4".into(),
            label: "2.4".into(),
            text: "Gewalt verringern".into(),
            lang: None,
            answer: AnswerWords::samples().remove(3),
        };
        let survey = ReviewSurvey {
            slug: "zusammenleben".into(),
            title: "Zusammenleben".into(),
            lang: None,
            rows: vec![row],
        };
        let step = NextStep {
            from: sample::day(),
            until: Some(sample::day()),
            title: "Auswerten".into(),
            note: "Wir lesen jeden Beitrag.".into(),
            is_ahead: true,
        };
        let told = |state: TextState, reason_key, is_objected, is_answered| TextTold {
            id: format!("k7mq4t2x9hrdw3pa6n5e{}", state.as_str()),
            question: "Gewalt verringern".into(),
            lang: None,
            text: "Fragen Sie Frau [geschwärzt].".into(),
            state,
            reason_key,
            is_objected,
            is_answered,
        };
        let page = |is_open, withdrawn: bool, ending| Self {
            texts_told: vec![
                told(TextState::Waiting, None, false, false),
                told(TextState::Released, None, true, true),
                told(TextState::Redacted, None, true, false),
                told(TextState::Hidden, Some("hide-insult"), false, false),
            ],
            head: sample::head(),
            code: sample::code(),
            address: "https://beteiligung.example/p/k7mq4t2x9hrdw3pa6n5ejv8bc2xy".into(),
            qr_path: "M0 0h1v1h-1z".into(),
            qr_size: 33,
            submitted_on: (!withdrawn).then(sample::day),
            withdrawn_on: withdrawn.then(sample::day),
            is_open,
            ending,
            has_unsent_changes: is_open,
            marks: usize::from(!withdrawn) * 3,
            texts: usize::from(!withdrawn),
            surveys: if withdrawn {
                Vec::new()
            } else {
                vec![survey.clone()]
            },
            has_comments: is_open,
            next: vec![
                step.clone(),
                NextStep {
                    until: None,
                    is_ahead: false,
                    ..step.clone()
                },
            ],
        };
        vec![
            page(true, false, "all"),
            page(false, false, "all"),
            page(false, false, "words"),
            page(false, false, "nothing"),
            page(true, true, "all"),
        ]
    }
}

impl View for PausePage {
    const TEMPLATE: &'static str = "survey/pause.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            head: sample::head(),
            code: sample::code(),
            address: "https://beteiligung.example/p/k7mq4t2x9hrdw3pa6n5ejv8bc2xy".into(),
            qr_path: "M0 0h1v1h-1z".into(),
            qr_size: 33,
        }]
    }
}

impl View for WithdrawalPage {
    const TEMPLATE: &'static str = "survey/withdrawal.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        [
            (true, "all"),
            (false, "all"),
            (false, "words"),
            (false, "nothing"),
        ]
        .map(|(is_open, ending)| Self {
            head: sample::head(),
            code: sample::code().plain,
            is_open,
            ending,
            has_comments: is_open,
        })
        .into()
    }
}

impl View for LookupPage {
    const TEMPLATE: &'static str = "survey/lookup.html";

    fn samples() -> Vec<Self> {
        vec![
            Self {
                typed: String::new(),
                errors: Vec::new(),
            },
            Self {
                typed: "K7MQ".into(),
                errors: vec![FieldError::new("code", "error-code-unreadable")],
            },
        ]
    }
}
