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
    /// What everyone reads about the change beside its themes.
    pub reasons: Vec<String>,
    /// Editorial causes: the text of the sort, and the reason.
    pub editorial: Vec<(&'static str, String)>,
}

/// `templates/revision/outcome-theme.html`: one theme: what people wrote, what the town says, what it changed.
#[derive(Clone, Serialize)]
pub struct ThemeOutcomePage {
    /// The consultation.
    pub head: Head,
    /// The theme.
    pub theme: ThemeOutcome,
    /// What belongs to it.
    pub about: String,
    /// What it is about: "2.4 Gewalt verringern".
    pub spot: Option<String>,
    /// What it changed: edition, text of what happened, name, address.
    pub effects: Vec<EffectShown>,
    /// Contributions that everyone may read.
    pub quotes: Vec<QuoteShown>,
    /// How many of them there are.
    pub shown: i64,
    /// Which page of them.
    pub page: i64,
    /// How many pages.
    pub pages: i64,
}

/// A change.
#[derive(Clone, Debug, Serialize)]
pub struct EffectShown {
    /// The edition.
    pub edition: String,
    /// `added`, `reworded`, …
    pub what: String,
    /// What it is called.
    pub name: String,
    /// Where one reads it.
    pub url: String,
}

/// A contribution that everyone may read.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteShown {
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The text of its mark.
    pub mark_key: Option<&'static str>,
    /// What it is about.
    pub spot: Option<String>,
}

/// `templates/revision/outcome-own.html`: what became of one's own contributions.
#[derive(Clone, Serialize)]
pub struct OwnOutcomePage {
    /// The consultation.
    pub head: Head,
    /// The code of the receipt.
    pub code: String,
    /// One thread for each contribution.
    pub threads: Vec<ThreadShown>,
    /// Whether everyone may read the outcome already.
    pub is_out: bool,
    /// How many of them changed the text.
    pub changed: usize,
}

/// One's own contribution and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct ThreadShown {
    /// A short name of it in addresses on the page.
    pub id: String,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The text of its mark.
    pub mark_key: Option<&'static str>,
    /// What it is about.
    pub spot: Option<String>,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// Its themes with what the town says.
    pub themes: Vec<ThemeOutcome>,
    /// What the town says to it alone.
    pub own: Option<AssessmentView>,
    /// What its themes changed.
    pub effects: Vec<EffectShown>,
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
    }
}

fn effect() -> EffectShown {
    EffectShown {
        edition: "Überarbeiteter Entwurf".into(),
        what: "reworded".into(),
        name: "Öffentliche Räume sicherer machen".into(),
        url: "/strategies/sek/editions/2".into(),
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
            reasons: vec!["Die Ursachen sind verschieden.".into()],
            editorial: vec![("cause-structure", "Nummern angepasst.".into())],
        };
        let page = |answer: Option<EditionName>| Self {
            head: Head::sample(),
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

impl View for ThemeOutcomePage {
    const TEMPLATE: &'static str = "revision/outcome-theme.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            head: Head::sample(),
            theme: ThemeOutcome::sample(1, Some(AssessmentView::sample(Position::Followed, true))),
            about: "Sicherheit und Schutz sollen zwei Ziele sein.".into(),
            spot: Some("2.4 Gewalt verringern".into()),
            effects: vec![effect()],
            quotes: vec![QuoteShown {
                paragraphs: vec!["Bitte trennen.".into()],
                mark_key: Some("mark-unclear"),
                spot: Some("2.4 Gewalt verringern".into()),
            }],
            shown: 60,
            page: 1,
            pages: 2,
        };
        let bare = Self {
            theme: ThemeOutcome::sample(2, None),
            about: String::new(),
            spot: None,
            effects: Vec::new(),
            quotes: Vec::new(),
            shown: 0,
            pages: 1,
            ..page.clone()
        };
        vec![page, bare]
    }
}

impl View for OwnOutcomePage {
    const TEMPLATE: &'static str = "revision/outcome-own.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let said = || Some(AssessmentView::sample(Position::Followed, true));
        let thread = |n: u8, is_read: bool| ThreadShown {
            id: format!("c{n}"),
            paragraphs: vec!["Bitte trennen.".into()],
            mark_key: is_read.then_some("mark-unclear"),
            spot: is_read.then(|| "2.4 Gewalt verringern".to_owned()),
            is_read,
            themes: Vec::from_iter(is_read.then(|| ThemeOutcome::sample(n, said()))),
            own: said().filter(|_| n == 3),
            effects: Vec::from_iter((n == 1).then(effect)),
        };
        let page = Self {
            head: Head::sample(),
            code: "k7mq4t2x9hrdw3pa6n5ejv8bc2xy".into(),
            threads: vec![thread(1, true), thread(2, false), thread(3, true)],
            is_out: true,
            changed: 1,
        };
        let waiting = Self {
            is_out: false,
            changed: 0,
            ..page.clone()
        };
        let none = Self {
            threads: Vec::new(),
            changed: 0,
            ..page.clone()
        };
        vec![page, waiting, none]
    }
}
