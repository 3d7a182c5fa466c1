//! The author's page of one of her texts.

use serde::Serialize;

use crate::base::page::{FieldMessage, View};
use crate::survey::TextState;
use crate::survey::view::Head;

/// `templates/moderation/objection.html`: what became of a text and why, and the one sentence against it.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectionPage {
    /// Where one is.
    pub head: Head,
    /// The page that lists the text.
    pub back_url: String,
    /// The code in the address.
    pub code: String,
    /// The text's identity.
    pub id: String,
    /// Where it stands.
    pub state: TextState,
    /// The question it answers.
    pub question: String,
    /// The language of the question, when it is not the town's.
    pub question_lang: Option<&'static str>,
    /// As she wrote it.
    pub text: String,
    /// As everyone reads it, where passages were blacked out.
    pub redacted: Option<String>,
    /// The text key of the reason.
    pub reason_key: Option<&'static str>,
    /// What was added to the reason.
    pub note: String,
    /// Her objection, if she made one.
    pub objection: Option<String>,
    /// What she was answered.
    pub answer: Option<String>,
    /// What she typed.
    pub typed: String,
    /// Most characters.
    pub limit: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

impl View for ObjectionPage {
    const TEMPLATE: &'static str = "moderation/objection.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        let hidden = Self {
            head: Head {
                slug: "ziele".into(),
                title: "Ziele für die Stadt".into(),
                lang: None,
                closes: chrono::NaiveDate::default(),
            },
            back_url: "/p/k7mq/receipt#texts".into(),
            code: "k7mq4t2x9hrdw3pa6n5ejv8bc2xy".into(),
            id: "k7mq4t2x9hrdw3pa6n5ejv8bc2".into(),
            state: TextState::Hidden,
            question: "Wege sind hell".into(),
            question_lang: None,
            text: "Fragen Sie Frau Beispiel.".into(),
            redacted: None,
            reason_key: Some("hide-personal-data"),
            note: "Bitte ohne Namen.".into(),
            objection: None,
            answer: None,
            typed: String::new(),
            limit: 1_000,
            errors: Vec::new(),
        };
        let faulty = Self {
            errors: vec![FieldMessage {
                field_id: "objection".into(),
                message: "Schreiben Sie, was Sie anders sehen.".into(),
            }],
            ..hidden.clone()
        };
        let redacted = Self {
            state: TextState::Redacted,
            redacted: Some("Fragen Sie Frau [geschwärzt].".into()),
            reason_key: None,
            note: String::new(),
            objection: Some("Der Name ist wichtig.".into()),
            ..hidden.clone()
        };
        let answered = Self {
            state: TextState::Released,
            answer: Some("Sie haben recht.".into()),
            ..redacted.clone()
        };
        vec![hidden, faulty, redacted, answered]
    }
}
