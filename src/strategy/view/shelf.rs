//! The administration's shelf of strategies, as data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::Listing;
use crate::base::page::{FieldMessage, View};
use crate::strategy::form::shelf::NewStrategyForm;
use crate::strategy::model::standing::{Standing, State};

/// By what the list of strategies is sorted.
pub const ORDERS: [&str; 3] = ["title", "-created", "-editions"];

/// `templates/strategy/desk-list.html`: all strategies of the town.
#[derive(Serialize)]
pub struct ShelfPage {
    /// What stands around the rows.
    pub listing: Listing,
    /// The strategies.
    pub rows: Vec<ShelfRow>,
    /// Whether whoever looks may create one.
    pub can_edit: bool,
}

/// A strategy in the list.
#[derive(Serialize)]
pub struct ShelfRow {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The town's day on which it was created.
    pub created_on: NaiveDate,
    /// How many editions it has.
    pub editions: usize,
    /// The newest one.
    pub newest: Option<EditionRow>,
    /// Drafts that are worked on.
    pub drafts: usize,
    /// Documents that wait.
    pub uploads: usize,
}

/// An edition in a list.
#[derive(Clone, Serialize)]
pub struct EditionRow {
    /// Its number.
    pub number: i32,
    /// Its name.
    pub name: String,
    /// What it is at the moment.
    pub state: StateShown,
}

/// What an edition is at the moment, for its badge.
#[derive(Clone, Serialize)]
pub struct StateShown {
    /// The text of the badge.
    pub label_key: &'static str,
    /// The look of the badge.
    pub badge: &'static str,
    /// Whether everyone may read it.
    pub is_public: bool,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// The reason or the note that goes with it.
    pub note: Option<String>,
}

impl StateShown {
    /// What is shown of an edition's standing.
    pub fn of(standing: &Standing) -> Self {
        let state = standing.state();
        let marked = standing.marked.as_ref();
        let speaks = !matches!(state, State::Published | State::Internal);
        Self {
            label_key: state.label_key(),
            badge: state.badge(),
            is_public: standing.is_public(),
            decided_on: marked.and_then(|marked| marked.on_day).filter(|_| speaks),
            note: marked
                .and_then(|marked| marked.note.clone())
                .filter(|_| speaks),
        }
    }
}

/// `templates/strategy/desk-new.html`: a new strategy.
#[derive(Serialize)]
pub struct NewStrategyPage {
    /// What was typed.
    pub form: NewStrategyForm,
    /// Most characters of the title.
    pub max_title: usize,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

/// `templates/strategy/desk-folder.html`: a strategy with its editions, drafts and documents.
#[derive(Serialize)]
pub struct FolderPage {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its editions, the newest first.
    pub editions: Vec<EditionRow>,
    /// Drafts that are worked on.
    pub drafts: Vec<DraftLink>,
    /// Documents that wait for their preview to be confirmed.
    pub uploads: Vec<UploadRow>,
    /// Whether whoever looks may change anything.
    pub can_edit: bool,
    /// Largest file that is taken, in MiB.
    pub max_mib: usize,
    /// What to do about the file.
    pub errors: Vec<FieldMessage>,
}

/// A draft that is worked on.
#[derive(Serialize)]
pub struct DraftLink {
    /// Where it is worked on.
    pub url: String,
    /// The town's day on which it was begun.
    pub begun_on: NaiveDate,
}

/// A document that waits.
#[derive(Serialize)]
pub struct UploadRow {
    /// Its identity.
    pub id: String,
    /// Its file's name.
    pub file_name: String,
    /// The town's day on which it came.
    pub on: NaiveDate,
}

impl View for ShelfPage {
    const TEMPLATE: &'static str = "strategy/desk-list.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |newest, drafts, uploads| ShelfRow {
            slug: "sek".into(),
            title: "Stadtentwicklungskonzept".into(),
            created_on: NaiveDate::default(),
            editions: 2,
            newest,
            drafts,
            uploads,
        };
        let rows = vec![row(Some(sample::edition("success")), 1, 2), row(None, 0, 0)];
        vec![
            Self {
                listing: Listing::sample(2, &ORDERS),
                rows,
                can_edit: true,
            },
            Self {
                listing: Listing::sample(0, &ORDERS),
                rows: Vec::new(),
                can_edit: false,
            },
        ]
    }
}

impl View for NewStrategyPage {
    const TEMPLATE: &'static str = "strategy/desk-new.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |errors: &[&str]| Self {
            form: NewStrategyForm {
                title: "Grün für alle".into(),
                slug: "grün".into(),
            },
            max_title: 200,
            errors: errors.iter().map(|field| sample::message(field)).collect(),
        };
        vec![page(&[]), page(&["title", "slug"])]
    }
}

impl View for FolderPage {
    const TEMPLATE: &'static str = "strategy/desk-folder.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = |can_edit| Self {
            slug: "sek".into(),
            title: "Stadtentwicklungskonzept".into(),
            editions: Vec::new(),
            drafts: Vec::new(),
            uploads: Vec::new(),
            can_edit,
            max_mib: 10,
            errors: Vec::new(),
        };
        let full = Self {
            editions: vec![sample::edition("info"), sample::edition("plain")],
            drafts: vec![DraftLink {
                url: "/desk/strategies/sek/drafts/x".into(),
                begun_on: NaiveDate::default(),
            }],
            uploads: vec![UploadRow {
                id: "x".into(),
                file_name: "Entwurf.docx".into(),
                on: NaiveDate::default(),
            }],
            errors: vec![sample::message("file")],
            ..bare(true)
        };
        vec![bare(true), bare(false), full]
    }
}

pub(super) mod sample {
    use super::{EditionRow, FieldMessage, NaiveDate, StateShown};

    pub fn message(field: &str) -> FieldMessage {
        FieldMessage {
            field_id: field.to_owned(),
            message: "Bitte ändern.".into(),
        }
    }

    pub fn edition(badge: &'static str) -> EditionRow {
        EditionRow {
            number: 2,
            name: "Überarbeiteter Entwurf".into(),
            state: StateShown {
                label_key: "edition-state-decided",
                badge,
                is_public: badge == "success",
                decided_on: (badge == "info").then(NaiveDate::default),
                note: Some("Mit Mehrheit.".into()),
            },
        }
    }
}
