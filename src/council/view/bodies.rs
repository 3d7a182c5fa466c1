//! The bodies at the desk.

use serde::Serialize;

use super::Choice;
use crate::base::page::{Faults, View};
use crate::council::form::{BODY_CHARS, BodyForm, SHORT_CHARS};

/// `templates/council/desk-bodies.html`: the bodies of the town.
#[derive(Clone, Debug, Serialize)]
pub struct BodiesPage {
    /// In the order the town names them.
    pub rows: Vec<BodyRow>,
}

/// One body in the list.
#[derive(Clone, Debug, Serialize)]
pub struct BodyRow {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// Those who sit in it and have an account.
    pub members: Vec<String>,
    /// How many steps of papers it has.
    pub steps: usize,
}

/// `templates/council/desk-body.html`: one body, new or to be changed.
#[derive(Clone, Debug, Serialize)]
pub struct BodyPage {
    /// Whether it is a new one.
    pub is_new: bool,
    /// Where it is taken from the list; none once papers have been before it.
    pub removal_url: Option<String>,
    /// As it is typed.
    pub form: BodyForm,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// The councillors who can sit in it.
    pub councillors: Vec<Councillor>,
    /// Longest name and longest short name, in characters.
    pub limits: [usize; 2],
    /// What to do about the fields.
    pub faults: Faults,
}

/// A councillor with an account.
#[derive(Clone, Debug, Serialize)]
pub struct Councillor {
    /// Her account.
    pub id: String,
    /// Her name.
    pub name: String,
}

impl View for BodiesPage {
    const TEMPLATE: &'static str = "council/desk-bodies.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |members: &[&str], steps| BodyRow {
            url: "/desk/bodies/k7mq".into(),
            name: "Gemeinderat".into(),
            short_name: "GR".into(),
            kind_key: "body-kind-council",
            members: members.iter().map(|name| (*name).to_owned()).collect(),
            steps,
        };
        vec![
            Self {
                rows: vec![row(&["Kim Beispiel", "Alex Muster"], 2), row(&[], 0)],
            },
            Self { rows: Vec::new() },
        ]
    }
}

impl View for BodyPage {
    const TEMPLATE: &'static str = "council/desk-body.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let new = Self {
            is_new: true,
            removal_url: None,
            form: BodyForm::default(),
            kinds: Choice::bodies(),
            councillors: Vec::new(),
            limits: [BODY_CHARS, SHORT_CHARS],
            faults: Faults::sample(&["name", "short_name", "kind"]),
        };
        let old = Self {
            is_new: false,
            removal_url: Some("/desk/bodies/k7mq/removal".into()),
            councillors: vec![Councillor {
                id: "k7mq".into(),
                name: "Kim Beispiel".into(),
            }],
            faults: Faults::default(),
            ..new.clone()
        };
        vec![new, old]
    }
}
