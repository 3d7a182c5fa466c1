//! What is typed about papers and steps.

use serde::Serialize;

use super::Choice;
use crate::base::page::{Faults, View};
use crate::council::form::{
    OFFICE_CHARS, PaperForm, REFERENCE_CHARS, SUBJECT_CHARS, SUMMARY_CHARS, StepForm, WORDING_CHARS,
};

/// `templates/council/desk-paper-form.html`: what is known about a paper, new or to be changed.
#[derive(Clone, Debug, Serialize)]
pub struct PaperFormPage {
    /// Where the form goes.
    pub url: String,
    /// Where nothing happens.
    pub back_url: String,
    /// The reference of the paper that is changed.
    pub changed: Option<String>,
    /// As it is typed.
    pub form: PaperForm,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// The editions it can bring: id and name.
    pub editions: Vec<EditionOption>,
    /// Longest reference, subject, summary and office, in characters.
    pub limits: [usize; 4],
    /// What to do about the fields.
    pub faults: Faults,
}

/// An edition to choose.
#[derive(Clone, Debug, Serialize)]
pub struct EditionOption {
    /// As the form sends it.
    pub value: String,
    /// Strategy and edition.
    pub label: String,
}

/// `templates/council/desk-step.html`: one step, new or to be changed.
#[derive(Clone, Debug, Serialize)]
pub struct StepFormPage {
    /// The paper's page.
    pub paper_url: String,
    /// The paper's reference.
    pub reference: String,
    /// Whether it is a new step.
    pub is_new: bool,
    /// As it is typed.
    pub form: StepForm,
    /// The bodies to choose from: id and name.
    pub bodies: Vec<EditionOption>,
    /// What bodies do with papers.
    pub roles: Vec<Choice>,
    /// What can come of it.
    pub outcomes: Vec<Choice>,
    /// Longest wording, in characters.
    pub limit: usize,
    /// What to do about the fields.
    pub faults: Faults,
}

impl View for PaperFormPage {
    const TEMPLATE: &'static str = "council/desk-paper-form.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let new = Self {
            url: "/desk/papers/new".into(),
            back_url: "/desk/papers".into(),
            changed: None,
            form: PaperForm::default(),
            kinds: Choice::papers(),
            editions: vec![EditionOption {
                value: "k7mq".into(),
                label: "Ziele, Entwurf 1".into(),
            }],
            limits: [REFERENCE_CHARS, SUBJECT_CHARS, SUMMARY_CHARS, OFFICE_CHARS],
            faults: Faults::default(),
        };
        let fields = [
            "kind",
            "reference",
            "subject",
            "summary",
            "office",
            "co_offices",
        ];
        let faulty = Self {
            changed: Some("354/20".into()),
            faults: Faults::sample(&[&fields[..], &["clerk", "dated_on", "edition"]].concat()),
            ..new.clone()
        };
        vec![new, faulty]
    }
}

impl View for StepFormPage {
    const TEMPLATE: &'static str = "council/desk-step.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let new = Self {
            paper_url: "/desk/papers/k7mq".into(),
            reference: "354/20".into(),
            is_new: true,
            form: StepForm::default(),
            bodies: Vec::new(),
            roles: Choice::roles(),
            outcomes: Choice::outcomes(),
            limit: WORDING_CHARS,
            faults: Faults::default(),
        };
        let fields = ["body", "day", "role", "publicity", "outcome", "vote"];
        let faulty = Self {
            is_new: false,
            bodies: vec![EditionOption {
                value: "k7mq".into(),
                label: "Gemeinderat".into(),
            }],
            faults: Faults::sample(
                &[&fields[..], &["yes", "no", "abstentions", "wording"]].concat(),
            ),
            ..new.clone()
        };
        vec![new, faulty]
    }
}
