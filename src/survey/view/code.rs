//! Begin with an access code.

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{Head, sample};
use crate::base::page::{FieldMessage, View};

/// `templates/survey/code.html`: the box for an access code.
#[derive(Serialize)]
pub struct AccessCodePage {
    /// Where one is.
    pub head: Head,
    /// `later`, `open` or `over`.
    pub state: &'static str,
    /// The first day of the survey.
    pub opens: NaiveDate,
    /// What was typed, or stood in the address of the letter.
    pub typed: String,
    /// Whether one may also take part without a code.
    pub is_open_to_all: bool,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

impl View for AccessCodePage {
    const TEMPLATE: &'static str = "survey/code.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state, is_open_to_all| Self {
            head: sample::head(),
            state,
            opens: sample::day(),
            typed: String::new(),
            is_open_to_all,
            errors: Vec::new(),
        };
        let error = FieldMessage {
            field_id: "access".into(),
            message: "Den Code kennen wir nicht.".into(),
        };
        vec![
            page("later", false),
            page("open", true),
            Self {
                typed: "K7MQ 4T2X 9HRD".into(),
                errors: vec![error],
                ..page("open", false)
            },
            page("over", false),
        ]
    }
}
