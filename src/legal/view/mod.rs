//! The town's own pages as data: for everyone, and at the desk.

mod desk;
mod feedback;

use chrono::NaiveDate;
use serde::Serialize;

use super::form::{REPLY_CHARS, REPORT_CHARS, ReportForm};
use crate::base::page::{FieldMessage, View};

pub use desk::{LanguageRow, PageRow, PagesPage, VersionRow, VersionsPage, WritePage};
pub use feedback::{FeedbackPage, ReportRow};

/// `templates/legal/page.html`: one of the town's own pages.
#[derive(Clone, Debug, Serialize)]
pub struct LegalPage {
    /// Its heading.
    pub title: String,
    /// Its text, in Markdown.
    pub body: String,
    /// The language it is written in, when it is not the visitor's.
    pub other_lang: Option<&'static str>,
    /// When it was published.
    pub as_of: NaiveDate,
    /// The form for barriers, on the page about accessibility.
    pub report: Option<ReportPart>,
}

/// The form for barriers.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPart {
    /// What was typed.
    pub form: ReportForm,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
    /// Most characters of the text.
    pub text_limit: usize,
    /// Most characters of the address.
    pub reply_limit: usize,
}

impl ReportPart {
    /// The form, empty or as it was typed.
    pub fn new(form: ReportForm, errors: Vec<FieldMessage>) -> Self {
        Self {
            form,
            errors,
            text_limit: REPORT_CHARS,
            reply_limit: REPLY_CHARS,
        }
    }
}

fn sample_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 17).unwrap_or_default()
}

fn sample_error(field: &str) -> Vec<FieldMessage> {
    vec![FieldMessage {
        field_id: field.to_owned(),
        message: "Schreiben Sie bitte, was nicht geht.".to_owned(),
    }]
}

impl View for LegalPage {
    const TEMPLATE: &'static str = "legal/page.html";

    fn samples() -> Vec<Self> {
        let bare = Self {
            title: "Impressum".to_owned(),
            body: "Stadt Lindenau\n\n- eins\n- [zwei](/privacy)\n\n## Vertretung\n\nText"
                .to_owned(),
            other_lang: None,
            as_of: sample_day(),
            report: None,
        };
        let typed = ReportForm {
            text: String::new(),
            reply_to: "anna@".to_owned(),
        };
        vec![
            Self {
                other_lang: Some("en"),
                report: Some(ReportPart::new(ReportForm::default(), Vec::new())),
                ..bare.clone()
            },
            Self {
                report: Some(ReportPart::new(typed, sample_error("text"))),
                ..bare.clone()
            },
            bare,
        ]
    }
}
