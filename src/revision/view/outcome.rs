//! What became of the contributions, for everyone.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::page::View;
use crate::strategy::view::compare::ChangedElement;
use crate::theme::view::Head;

/// `templates/revision/outcome.html`: what became of everything, field by field.
#[derive(Clone, Serialize)]
pub struct OutcomePage {
    /// The consultation.
    pub head: Head,
    /// Since when everyone reads it.
    pub since: NaiveDate,
    /// How many contributions of each kind: its text, how many.
    pub kinds: Vec<(&'static str, i64)>,
    /// All of them.
    pub all: i64,
    /// How many themes.
    pub themes: usize,
    /// How many themes got which answer: its text, how many.
    pub positions: Vec<(&'static str, usize)>,
    /// The edition that answers; none while there is none.
    pub answer: Option<EditionName>,
    /// The fields of action.
    pub fields: Vec<FieldOutcome>,
    /// Themes that go across.
    pub across: Vec<ThemeOutcome>,
}

/// An edition with the way to it.
#[derive(Clone, Debug, Serialize)]
pub struct EditionName {
    /// Its name.
    pub name: String,
    /// Where one reads it.
    pub url: String,
    /// Where it is compared with the one before.
    pub compare_url: String,
    /// Where old and new stand side by side with the reasons.
    pub synopsis_url: String,
    /// Which editions, as its query says it.
    pub synopsis_query: String,
}

/// One field of action.
#[derive(Clone, Debug, Serialize)]
pub struct FieldOutcome {
    /// Its page.
    pub url: String,
    /// "2".
    pub label: String,
    /// Its title.
    pub title: String,
    /// How many contributions it has.
    pub contributions: i64,
    /// How many of its elements became different.
    pub changed: usize,
}

/// A theme with what the town says to it.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeOutcome {
    /// Its identity.
    pub id: String,
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: String,
    /// How many contributions it has.
    pub count: i64,
    /// What the town says.
    pub said: Option<AssessmentView>,
}

/// `templates/revision/outcome-field.html`: one field of action, old beside new, with the themes behind each change.
#[derive(Serialize)]
pub struct FieldOutcomePage {
    /// The consultation.
    pub head: Head,
    /// Its lasting name.
    pub key: String,
    /// "2".
    pub label: String,
    /// Its title.
    pub title: String,
    /// How many contributions it has.
    pub contributions: i64,
    /// How many themes.
    pub themes: usize,
    /// How many themes got which answer: its text, how many.
    pub positions: Vec<(&'static str, usize)>,
    /// The name of the edition that was laid open.
    pub before: String,
    /// The edition that answers; none while there is none.
    pub answer: Option<EditionName>,
    /// What became different.
    pub changed: Vec<ElementOutcome>,
    /// What stayed as it was and has themes.
    pub unchanged: Vec<ElementOutcome>,
    /// How many elements stayed as they were without a theme.
    pub quiet: usize,
}

/// An element with why it became different, or why not.
#[derive(Serialize)]
pub struct ElementOutcome {
    /// As it was and as it is.
    pub element: ChangedElement,
    /// How many contributions are about it.
    pub count: i64,
    /// The themes that are named for the change, or that are about it.
    pub themes: Vec<ThemeOutcome>,
    /// How many of them, the first ones, are named for the change.
    pub heard: usize,
    /// What everyone reads about the change beside its themes.
    pub reasons: Vec<String>,
    /// Editorial causes: the text of the sort, and the reason.
    pub editorial: Vec<(&'static str, String)>,
}

impl ThemeOutcome {
    /// An example.
    pub fn sample(n: u8, said: Option<AssessmentView>) -> Self {
        Self {
            id: format!("x{n}"),
            url: format!("/consultations/ziele/outcome/themes/x{n}"),
            name: "Zwei Themen trennen: Straße und Zuhause".into(),
            count: 11,
            said,
        }
    }
}

fn answer() -> EditionName {
    EditionName {
        name: "Überarbeiteter Entwurf".into(),
        url: "/strategies/sek/editions/2".into(),
        compare_url: "/strategies/sek/compare?from=1&to=2".into(),
        synopsis_url: "/strategies/sek/synopsis".into(),
        synopsis_query: "?from=1&to=2".into(),
    }
}

impl View for OutcomePage {
    const TEMPLATE: &'static str = "revision/outcome.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            head: Head::sample(),
            since: NaiveDate::default(),
            kinds: vec![("contribution-answer", 434), ("contribution-comment", 46)],
            all: 480,
            themes: 9,
            positions: vec![("position-followed", 4), ("position-not-followed", 2)],
            answer: Some(answer()),
            fields: vec![FieldOutcome {
                url: "/consultations/ziele/outcome/hf-2".into(),
                label: "2".into(),
                title: "Zusammenleben".into(),
                contributions: 47,
                changed: 2,
            }],
            across: vec![ThemeOutcome::sample(
                1,
                Some(AssessmentView::sample(Position::Noted, true)),
            )],
        };
        let bare = Self {
            answer: None,
            fields: Vec::new(),
            across: Vec::new(),
            ..page.clone()
        };
        vec![page, bare]
    }
}

impl View for FieldOutcomePage {
    const TEMPLATE: &'static str = "revision/outcome-field.html";

    fn samples() -> Vec<Self> {
        let element = |layout: &'static str| ElementOutcome {
            element: ChangedElement::sample(layout),
            count: 27,
            themes: vec![ThemeOutcome::sample(
                layout.len().try_into().unwrap_or_default(),
                Some(AssessmentView::sample(Position::Followed, true)),
            )],
            heard: 1,
            reasons: vec!["Die Ursachen sind verschieden.".into()],
            editorial: vec![("cause-structure", "Nummern angepasst.".into())],
        };
        let page = |answer: Option<EditionName>| Self {
            head: Head::sample(),
            key: "hf-2".into(),
            label: "2".into(),
            title: "Zusammenleben".into(),
            contributions: 47,
            themes: 9,
            positions: vec![("position-followed", 4)],
            before: "Entwurf".into(),
            changed: if answer.is_some() {
                ["changed", "added", "retired"].map(element).into()
            } else {
                Vec::new()
            },
            unchanged: vec![element("same")],
            quiet: usize::from(answer.is_some()) * 2,
            answer,
        };
        vec![page(Some(answer())), page(None)]
    }
}
