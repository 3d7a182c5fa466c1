//! After which answers a question is asked, and what is corrected in it once people have answered.

use chrono::NaiveDate;
use serde::Serialize;

use super::{DeskHead, SurveyHead, Word, sample};
use crate::base::page::{FieldMessage, View};

/// `templates/survey/desk-condition.html`: first the earlier question, then its answers.
#[derive(Serialize)]
pub struct ConditionPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// The question that may be asked or not.
    pub text: String,
    /// The questions before it that can decide.
    pub deciders: Vec<Decider>,
    /// The one that is chosen; none: always asked.
    pub chosen: Option<Decider>,
    /// Its answers: name in the form, word, ticked or not.
    pub answers: Vec<(String, Word, bool)>,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// An earlier question.
#[derive(Clone, Serialize)]
pub struct Decider {
    /// Its key.
    pub key: String,
    /// The question.
    pub text: String,
}

/// `templates/survey/desk-correction.html`: typing errors in a question that people have answered.
#[derive(Serialize)]
pub struct CorrectionPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// The question as it stands now.
    pub text: String,
    /// The texts that can be corrected.
    pub parts: Vec<PartField>,
    /// The note as typed.
    pub note: String,
    /// Most characters of the note.
    pub most_note: usize,
    /// Whether the box "the sense stays the same" is ticked.
    pub is_sure: bool,
    /// What was corrected so far.
    pub before: Vec<CorrectionWords>,
    /// What has to be corrected in the form.
    pub errors: Vec<FieldMessage>,
}

/// One text that can be corrected.
#[derive(Clone, Serialize)]
pub struct PartField {
    /// Its name in the form.
    pub name: String,
    /// `text`, `help`, `option` or `item`.
    pub kind: &'static str,
    /// Which option or row, from 1; 0 for the others.
    pub number: i32,
    /// What was typed, or stands there now.
    pub value: String,
    /// What to do about it.
    pub error: Option<String>,
}

/// A correction in words.
#[derive(Clone, Serialize)]
pub struct CorrectionWords {
    /// The day.
    pub day: NaiveDate,
    /// What stood there.
    pub before: String,
    /// What stands there since.
    pub after: String,
    /// Why.
    pub note: String,
    /// Who corrected it.
    pub by: String,
}

impl View for ConditionPage {
    const TEMPLATE: &'static str = "survey/desk-condition.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let decider = |key: &str| Decider {
            key: key.into(),
            text: "Wie oft treffen Sie Ihre Nachbarn?".into(),
        };
        let word = |text: &str, key| Word {
            text: text.into(),
            key,
        };
        let page = |deciders: Vec<Decider>, chosen: Option<Decider>| Self {
            head: sample::head(true),
            survey: sample::survey(),
            text: "Warum nicht?".into(),
            deciders,
            answers: if chosen.is_some() {
                vec![
                    ("oft".into(), word("Oft", None), true),
                    ("right".into(), word("", Some("mark-right")), false),
                ]
            } else {
                Vec::new()
            },
            chosen,
            errors: Vec::new(),
        };
        let faulty = Self {
            errors: vec![FieldMessage {
                field_id: "answer".into(),
                message: "Wählen Sie mindestens eine Antwort.".into(),
            }],
            ..page(vec![decider("wie-oft")], Some(decider("wie-oft")))
        };
        vec![
            page(Vec::new(), None),
            page(vec![decider("wie-oft"), decider("sz-1")], None),
            page(vec![decider("wie-oft")], Some(decider("wie-oft"))),
            faulty,
        ]
    }
}

impl View for CorrectionPage {
    const TEMPLATE: &'static str = "survey/desk-correction.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let part = |kind, number: i32| PartField {
            name: if number > 0 {
                format!("{kind}-{number}")
            } else {
                String::from(kind)
            },
            kind,
            number,
            value: "Oft".into(),
            error: (kind == "help").then(|| "Bitte prüfen.".into()),
        };
        let page = |parts, errors: Vec<FieldMessage>, before| Self {
            head: sample::head(true),
            survey: sample::survey(),
            text: "Wie oft treffen Sie Ihre Nachbarn?".into(),
            parts,
            note: String::new(),
            most_note: 500,
            is_sure: !errors.is_empty(),
            before,
            errors,
        };
        let parts = vec![
            part("text", 0),
            part("help", 0),
            part("option", 1),
            part("item", 1),
        ];
        let before = CorrectionWords {
            day: NaiveDate::default(),
            before: "Wie offt?".into(),
            after: "Wie oft?".into(),
            note: "Tippfehler".into(),
            by: "Kim Redaktion".into(),
        };
        let errors = ["text", "option-1", "note", "sure"].map(|field| FieldMessage {
            field_id: field.into(),
            message: "Bitte prüfen.".into(),
        });
        vec![
            page(parts.clone(), Vec::new(), Vec::new()),
            page(parts, errors.into(), vec![before]),
            page(Vec::new(), Vec::new(), Vec::new()),
        ]
    }
}
