//! The pages on which an edition is read.

pub mod compare;
pub mod draft;
pub mod preview;
mod sample;
pub mod shelf;
pub mod standing;
pub mod way;

use chrono::NaiveDate;
use serde::Serialize;

use self::compare::Choosable;
use self::way::{PaperWay, Source};
use super::laid::{LaidEdition, LaidElement};
use super::model::standing::{Standing, State};
use crate::base::page::View;
use crate::translation::Reading;
use crate::translation::view::Languages;

pub use self::compare::ComparePage;
pub use self::preview::PreviewPage;
pub use self::shelf::{FolderPage, NewStrategyPage, ShelfPage};
pub use self::standing::{CouncilPage, DeskEditionPage, HinderedPage};

/// `templates/strategy/edition.html`: the table of contents of an edition.
#[derive(Serialize)]
pub struct EditionPage {
    /// Which edition.
    pub edition: Head,
    /// What it is at the moment, where that is more than published.
    pub standing: Option<StandingShown>,
    /// Whether there is another edition to compare it with.
    pub can_compare: bool,
    /// The newest edition, if this one is older.
    pub newer: Option<Choosable>,
    /// Its fields of action with their goals.
    pub fields: Vec<Entry>,
    /// The languages to read in.
    pub languages: Languages,
    /// Out of which paper it came, when the council has decided on it.
    pub source: Option<Source>,
    /// The papers that bring it to the council, with their way.
    pub papers: Vec<PaperWay>,
}

/// What an edition is for the council.
#[derive(Clone, Serialize)]
pub struct StandingShown {
    /// Whether the council has decided on it; else it is going to.
    pub is_decided: bool,
    /// The day of the decision.
    pub day: Option<NaiveDate>,
    /// What the administration tells about it.
    pub note: Option<String>,
}

impl StandingShown {
    /// What people are told about an edition; none when it is simply published.
    pub fn of(standing: &Standing) -> Option<Self> {
        let is_decided = match standing.state() {
            State::Decided => true,
            State::ForDecision => false,
            _ => return None,
        };
        let marked = standing.marked.as_ref();
        Some(Self {
            is_decided,
            day: marked.and_then(|marked| marked.on_day),
            note: marked.and_then(|marked| marked.note.clone()),
        })
    }
}

/// `templates/strategy/field.html`: one field of action, every element with a link of its own.
#[derive(Serialize)]
pub struct FieldPage {
    /// Which edition.
    pub edition: Head,
    /// The field, with what is below it.
    pub field: Entry,
    /// The field before and the one after, to leaf through.
    pub before: Option<Entry>,
    /// See `before`.
    pub after: Option<Entry>,
    /// The languages to read in.
    pub languages: Languages,
}

/// Which edition is being read.
#[derive(Clone, Serialize)]
pub struct Head {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The strategy's title.
    pub title: String,
    /// The edition's number.
    pub number: i32,
    /// The edition's name.
    pub name: String,
    /// How many strategic goals it has.
    pub goals: usize,
}

/// An element as a page shows it.
#[derive(Clone, Serialize)]
pub struct Entry {
    /// `field`, `principle`, `goal` or `action_goal`.
    pub kind: &'static str,
    /// Its lasting name, which is also its place on the page.
    pub key: String,
    /// "2.4"; empty for principles and action goals.
    pub label: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its text in paragraphs.
    pub paragraphs: Vec<String>,
    /// What is below it.
    pub children: Vec<Entry>,
    /// How its texts read.
    pub reading: Reading,
    /// What is said about it, where people comment.
    pub talk: Option<Talk>,
}

/// The comments on an element: where they are read and written.
#[derive(Clone, Debug, Serialize)]
pub struct Talk {
    /// Their address.
    pub url: String,
    /// How many everyone may read.
    pub count: i64,
    /// Whether somebody can write one now.
    pub is_open: bool,
    /// Whether they are about an earlier edition.
    pub is_earlier: bool,
}

impl From<&LaidEdition> for Head {
    fn from(edition: &LaidEdition) -> Self {
        Self {
            strategy: edition.strategy.clone(),
            title: edition.title.clone(),
            number: edition.number,
            name: edition.name.clone(),
            goals: edition.goal_count(),
        }
    }
}

impl From<&LaidElement> for Entry {
    fn from(element: &LaidElement) -> Self {
        Self {
            kind: element.kind.as_str(),
            key: element.key.clone(),
            label: element.label.clone(),
            title: element.title.clone(),
            paragraphs: paragraphs(&element.text),
            children: element.children.iter().map(Self::from).collect(),
            reading: element.reading,
            talk: None,
        }
    }
}

impl EditionPage {
    /// The table of contents of an edition by itself, as a preview shows it.
    pub fn of(edition: &LaidEdition, languages: Languages) -> Self {
        Self {
            edition: Head::from(edition),
            standing: None,
            can_compare: false,
            newer: None,
            fields: edition.fields.iter().map(Entry::with_goals).collect(),
            languages,
            source: None,
            papers: Vec::new(),
        }
    }
}

impl FieldPage {
    /// One field of action of an edition, if it has one of that key.
    pub fn of(edition: &LaidEdition, key: &str, languages: Languages) -> Option<Self> {
        let at = edition.fields.iter().position(|field| field.key == key)?;
        let near = |n: Option<usize>| n.and_then(|n| edition.fields.get(n)).map(Entry::from);
        Some(Self {
            edition: Head::from(edition),
            field: Entry::from(&edition.fields[at]),
            before: near(at.checked_sub(1)),
            after: near(Some(at + 1)),
            languages,
        })
    }
}

impl Entry {
    /// Notes at this element and all below it what is said about each.
    #[must_use]
    pub fn with_talk(mut self, talk: &dyn Fn(&str) -> Option<Talk>) -> Self {
        self.talk = talk(&self.key);
        self.children = self
            .children
            .into_iter()
            .map(|child| child.with_talk(talk))
            .collect();
        self
    }

    /// A field of action for a table of contents: of what is below it only the strategic goals.
    pub fn with_goals(field: &LaidElement) -> Self {
        Self {
            children: field.goals().map(Self::from).collect(),
            ..Self::from(field)
        }
    }
}

/// A text in its paragraphs.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

impl View for EditionPage {
    const TEMPLATE: &'static str = "strategy/edition.html";

    fn samples() -> Vec<Self> {
        let page = |standing, newer: Option<Choosable>| Self {
            edition: sample::head(),
            standing,
            can_compare: newer.is_some(),
            newer,
            fields: vec![sample::field(), sample::bare()],
            languages: Languages::sample(),
            source: None,
            papers: Vec::new(),
        };
        let standing = |is_decided, note: Option<&str>| StandingShown {
            is_decided,
            day: NaiveDate::from_ymd_opt(2026, 11, 12),
            note: note.map(str::to_owned),
        };
        let newer = Choosable {
            number: 3,
            name: "Beschluss".into(),
        };
        vec![
            page(None, None),
            Self {
                source: Some(Source::sample()),
                papers: vec![PaperWay::sample()],
                ..page(Some(standing(true, Some("Mit 2 Änderungen."))), Some(newer))
            },
            page(
                Some(StandingShown {
                    day: None,
                    ..standing(false, None)
                }),
                None,
            ),
        ]
    }
}

impl View for FieldPage {
    const TEMPLATE: &'static str = "strategy/field.html";

    fn samples() -> Vec<Self> {
        vec![
            Self {
                edition: sample::head(),
                field: sample::field(),
                before: None,
                after: None,
                languages: Languages::default(),
            },
            Self {
                edition: sample::head(),
                field: sample::bare(),
                before: Some(sample::field()),
                after: Some(sample::field()),
                languages: Languages::sample(),
            },
        ]
    }
}
