//! Decisions about one statement.

use chrono::NaiveDate;
use serde::Serialize;

use super::VersionCard;
use crate::base::page::{Faults, View};
use crate::consultation::view::{Subject, sample as consultation};
use crate::statement::form::desk::DecisionForm;

/// `templates/statement/desk-admission.html`: whether a statement that came late is considered.
#[derive(Clone, Debug, Serialize)]
pub struct AdmissionPage {
    /// The consultation.
    pub subject: Subject,
    /// The statement's number.
    pub number: i32,
    /// Whose it is.
    pub name: String,
    /// The last day that counted for it.
    pub until: NaiveDate,
    /// When it came.
    pub received_on: NaiveDate,
    /// By how many days it is late.
    pub days_late: i64,
    /// How many people get a mail about the decision.
    pub mails: usize,
    /// What was chosen and typed.
    pub form: DecisionForm,
    /// Most characters of the reason.
    pub limit: usize,
    /// What to do about the fields.
    pub faults: Faults,
}

impl View for AdmissionPage {
    const TEMPLATE: &'static str = "statement/desk-admission.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            subject: consultation::subject(),
            number: 7,
            name: "Mieterverein Lindenau und Umgebung e.V.".into(),
            until: consultation::day(0),
            received_on: consultation::day(6),
            days_late: 6,
            mails: 0,
            form: DecisionForm::default(),
            limit: 1_000,
            faults: Faults::default(),
        };
        vec![
            Self {
                mails: 2,
                form: DecisionForm {
                    outcome: "admitted".into(),
                    reason: String::new(),
                },
                faults: Faults::sample(&["outcome", "reason"]),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/statement/desk-publication.html`: whether everyone reads a statement, and what they would see.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationPage {
    /// The consultation.
    pub subject: Subject,
    /// The statement's number.
    pub number: i32,
    /// Whose it is, as everyone would read it; empty for a person, whose name is not shown.
    pub public_name: String,
    /// Whose it is.
    pub name: String,
    /// Why it cannot be shown: the text that says so.
    pub hindrance: Option<&'static str>,
    /// Whether everyone reads it now.
    pub is_public: bool,
    /// What they see.
    pub version: VersionCard,
    /// What was chosen and typed.
    pub form: DecisionForm,
    /// Most characters of the reason.
    pub limit: usize,
    /// What to do about the fields.
    pub faults: Faults,
}

impl View for PublicationPage {
    const TEMPLATE: &'static str = "statement/desk-publication.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            subject: consultation::subject(),
            number: 7,
            public_name: "Mieterverein Lindenau und Umgebung e.V.".into(),
            name: "Mieterverein Lindenau und Umgebung e.V.".into(),
            hindrance: None,
            is_public: false,
            version: VersionCard::sample(1, true),
            form: DecisionForm::default(),
            limit: 1_000,
            faults: Faults::default(),
        };
        vec![
            Self {
                version: VersionCard::sample(2, true),
                form: DecisionForm {
                    outcome: "published".into(),
                    reason: String::new(),
                },
                faults: Faults::sample(&["outcome", "reason"]),
                ..bare.clone()
            },
            Self {
                public_name: String::new(),
                hindrance: Some("statement-desk-no-consent"),
                version: VersionCard::sample(1, false),
                ..bare.clone()
            },
            Self {
                is_public: true,
                ..bare.clone()
            },
            bare,
        ]
    }
}
