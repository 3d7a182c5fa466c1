//! Papers at the desk.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Choice, EditionShown, FileRow, NextStep, sample};
use crate::base::page::{FieldMessage, Listing, View};
use crate::strategy::view::way::StepShown;

/// By what the list can be sorted.
pub const SORTS: [&str; 4] = ["-date", "reference", "subject", "state"];

/// `templates/council/desk-papers.html`: papers with their state and what comes next.
#[derive(Clone, Debug, Serialize)]
pub struct DeskPapersPage {
    /// What is searched for and filtered.
    pub listing: Listing,
    /// The papers of this page.
    pub rows: Vec<DeskPaperRow>,
    /// The kinds to filter by.
    pub kinds: Vec<Choice>,
    /// Whether whoever looks writes papers.
    pub can_edit: bool,
    /// Whether there are bodies; without any no paper has a way.
    pub has_bodies: bool,
    /// The bodies of a councillor, by name; none for others.
    pub own: Option<Vec<String>>,
}

/// One paper in the list.
#[derive(Clone, Debug, Serialize)]
pub struct DeskPaperRow {
    /// Its page.
    pub url: String,
    /// Its reference.
    pub reference: String,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// What it is about.
    pub subject: String,
    /// The day on it.
    pub dated_on: NaiveDate,
    /// Whether everyone may read it.
    pub is_public: bool,
    /// What comes next.
    pub next: Option<NextStep>,
    /// Whether a body has met and nobody has written down what came of it.
    pub waits: bool,
}

/// `templates/council/desk-paper.html`: one paper with its way, its files and its editions.
#[derive(Clone, Debug, Serialize)]
pub struct DeskPaperPage {
    /// Its page at the desk.
    pub url: String,
    /// Its page for everyone.
    pub public_url: String,
    /// Its reference.
    pub reference: String,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// What it is about.
    pub subject: String,
    /// The same in a few sentences, in paragraphs.
    pub summary: Vec<String>,
    /// The office in charge.
    pub office: String,
    /// Offices that sign too.
    pub co_offices: Vec<String>,
    /// Who works on it, and whether everyone may read the name; empty when nobody is named.
    pub clerk: (String, bool),
    /// The day on it.
    pub dated_on: NaiveDate,
    /// Whether everyone may read it.
    pub is_public: bool,
    /// Whether whoever looks may change anything.
    pub can_edit: bool,
    /// Whether it may be deleted.
    pub can_delete: bool,
    /// The edition it brings.
    pub edition: Option<EditionShown>,
    /// Where the council reads what people said and what changed because of it.
    pub briefing: Option<String>,
    /// The decided edition, as far as it goes.
    pub decision: Option<Decision>,
    /// Its way through the bodies.
    pub steps: Vec<DeskStep>,
    /// Steps that were taken away and can be put back.
    pub removed: Vec<RemovedStep>,
    /// Its files.
    pub files: Vec<FileRow>,
    /// Most files, and the most they may have together in mebibytes.
    pub file_limits: (usize, usize),
    /// What is wrong with files that were sent.
    pub errors: Vec<FieldMessage>,
}

/// A step at the desk.
#[derive(Clone, Debug, Serialize)]
pub struct DeskStep {
    /// Its id; empty when it is not open to whoever looks.
    pub id: String,
    /// As it is shown.
    pub shown: StepShown,
    /// Whether somebody has to write down what came of it.
    pub waits: bool,
    /// Whether it can go before its neighbour of the same day.
    pub can_up: bool,
    /// Whether it can go behind it.
    pub can_down: bool,
}

/// A step that was taken away.
#[derive(Clone, Debug, Serialize)]
pub struct RemovedStep {
    /// Which.
    pub id: String,
    /// The body.
    pub body: String,
    /// The day.
    pub day: NaiveDate,
}

/// How far the decided edition is.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// `open`: nothing is made yet; `in-work`; `written`: to be published; `public`.
    pub state: &'static str,
    /// The body and the day of the decision.
    pub body: String,
    /// The day.
    pub day: NaiveDate,
    /// Whether the body has amended it.
    pub is_amended: bool,
    /// Where its wording is worked on.
    pub url: Option<String>,
    /// The decided edition.
    pub edition: Option<EditionShown>,
}

impl View for DeskPapersPage {
    const TEMPLATE: &'static str = "council/desk-papers.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |is_public, next, waits| DeskPaperRow {
            url: "/desk/papers/k7mq".into(),
            reference: "354/20".into(),
            kind_key: "paper-kind-decision",
            subject: "Ziele für Lindenau 2035".into(),
            dated_on: NaiveDate::default(),
            is_public,
            next,
            waits,
        };
        let page = |listing, rows, can_edit, own| Self {
            listing,
            rows,
            kinds: Choice::papers(),
            can_edit,
            has_bodies: true,
            own,
        };
        let rows = vec![
            row(true, Some(sample::next(Some("Gemeinderat"))), false),
            row(true, Some(sample::next(None)), true),
            row(false, None, false),
        ];
        let none = || Listing {
            is_narrowed: false,
            ..Listing::sample(0, &SORTS)
        };
        let own = Some(vec!["Gemeinderat".into()]);
        vec![
            page(Listing::sample(3, &SORTS), rows.clone(), true, None),
            page(Listing::sample(3, &SORTS), rows, false, own),
            Self {
                has_bodies: false,
                ..page(none(), Vec::new(), true, None)
            },
            page(none(), Vec::new(), false, Some(Vec::new())),
        ]
    }
}

impl View for DeskPaperPage {
    const TEMPLATE: &'static str = "council/desk-paper.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let steps = StepShown::samples().into_iter().map(|shown| DeskStep {
            id: if shown.open.is_some() { "k7mq" } else { "" }.into(),
            waits: shown.is_ahead,
            can_up: shown.is_next,
            can_down: !shown.is_next,
            shown,
        });
        let decision = |state, is_amended| Decision {
            state,
            body: "Gemeinderat".into(),
            day: NaiveDate::default(),
            is_amended,
            url: (state == "in-work").then(|| "/desk/strategies/ziele/drafts/k7mq".into()),
            edition: matches!(state, "written" | "public").then(|| sample::edition(true)),
        };
        let full = Self {
            url: "/desk/papers/k7mq".into(),
            public_url: "/papers/k7mq".into(),
            reference: "I0264/09".into(),
            kind_key: "paper-kind-decision",
            subject: "Ziele für Lindenau 2035".into(),
            summary: vec!["Der Entwurf wurde überarbeitet.".into()],
            office: "Stabsstelle Stadtentwicklung".into(),
            co_offices: vec!["Amt für Soziales".into()],
            clerk: ("Kim Beispiel".into(), true),
            dated_on: NaiveDate::default(),
            is_public: true,
            can_edit: true,
            can_delete: false,
            edition: Some(sample::edition(true)),
            briefing: Some("/desk/briefings/ziele".into()),
            decision: Some(decision("open", true)),
            steps: steps.collect(),
            removed: vec![RemovedStep {
                id: "k7mq".into(),
                body: "Gemeinderat".into(),
                day: NaiveDate::default(),
            }],
            files: vec![sample::file()],
            file_limits: (10, 20),
            errors: Vec::new(),
        };
        let bare = Self {
            summary: Vec::new(),
            co_offices: Vec::new(),
            clerk: (String::new(), false),
            is_public: false,
            can_delete: true,
            edition: None,
            briefing: None,
            decision: None,
            steps: Vec::new(),
            removed: Vec::new(),
            files: Vec::new(),
            errors: vec![FieldMessage {
                field_id: "file".into(),
                message: "Wählen Sie eine Datei.".into(),
            }],
            ..full.clone()
        };
        let with = |state, is_amended| Self {
            decision: Some(decision(state, is_amended)),
            edition: Some(sample::edition(false)),
            clerk: ("Kim Beispiel".into(), false),
            ..full.clone()
        };
        vec![
            with("open", false),
            with("in-work", true),
            with("written", true),
            with("public", false),
            Self {
                can_edit: false,
                ..with("open", false)
            },
            full,
            bare,
        ]
    }
}
