//! Papers for everyone.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Choice, EditionShown, FileRow, NextStep, sample};
use crate::base::page::{Listing, View};
use crate::strategy::view::way::StepShown;

/// By what the list can be sorted.
pub const SORTS: [&str; 3] = ["-date", "reference", "subject"];

/// `templates/council/papers.html`: the published papers.
#[derive(Clone, Debug, Serialize)]
pub struct PapersPage {
    /// What is searched for and filtered.
    pub listing: Listing,
    /// The papers of this page.
    pub rows: Vec<PaperRow>,
    /// The kinds to filter by.
    pub kinds: Vec<Choice>,
}

/// One paper in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PaperRow {
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
    /// What comes next.
    pub next: Option<NextStep>,
    /// The text and the badge of its last public outcome.
    pub outcome: Option<(&'static str, &'static str)>,
}

/// `templates/council/paper.html`: one paper with its way.
#[derive(Clone, Debug, Serialize)]
pub struct PaperPage {
    /// Its page.
    pub url: String,
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
    /// Who works on it, where the editor says so.
    pub clerk: Option<String>,
    /// The day on it.
    pub dated_on: NaiveDate,
    /// The edition it brings, where everyone may read that.
    pub edition: Option<EditionShown>,
    /// The decided edition that came of it, where everyone may read that.
    pub decided: Option<EditionShown>,
    /// Where everyone reads what people said and what changed because of it.
    pub briefing: Option<String>,
    /// Its way through the bodies.
    pub steps: Vec<StepShown>,
    /// Its files.
    pub files: Vec<FileRow>,
}

impl View for PapersPage {
    const TEMPLATE: &'static str = "council/papers.html";

    fn samples() -> Vec<Self> {
        let row = |next, outcome| PaperRow {
            url: "/papers/k7mq".into(),
            reference: "354/20".into(),
            kind_key: "paper-kind-decision",
            subject: "Ziele für Lindenau 2035".into(),
            dated_on: NaiveDate::default(),
            next,
            outcome,
        };
        let page = |total, rows| Self {
            listing: Listing::sample(total, &SORTS),
            rows,
            kinds: Choice::papers(),
        };
        let empty = Self {
            listing: Listing {
                is_narrowed: false,
                ..Listing::sample(0, &SORTS)
            },
            ..page(0, Vec::new())
        };
        vec![
            page(
                3,
                vec![
                    row(Some(sample::next(Some("Gemeinderat"))), None),
                    row(Some(sample::next(None)), None),
                    row(None, Some(("step-outcome-decided", "success"))),
                ],
            ),
            empty,
        ]
    }
}

impl View for PaperPage {
    const TEMPLATE: &'static str = "council/paper.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            url: "/papers/k7mq".into(),
            reference: "I0264/09".into(),
            kind_key: "paper-kind-decision",
            subject: "Ziele für Lindenau 2035".into(),
            summary: vec!["Der Entwurf wurde überarbeitet.".into()],
            office: "Stabsstelle Stadtentwicklung".into(),
            co_offices: vec!["Amt für Soziales".into()],
            clerk: Some("Kim Beispiel".into()),
            dated_on: NaiveDate::default(),
            edition: Some(sample::edition(true)),
            decided: Some(sample::edition(true)),
            briefing: Some("/consultations/ziele/briefing".into()),
            steps: StepShown::samples(),
            files: vec![sample::file()],
        };
        let bare = Self {
            summary: Vec::new(),
            co_offices: Vec::new(),
            clerk: None,
            edition: None,
            decided: None,
            briefing: None,
            steps: Vec::new(),
            files: Vec::new(),
            ..full.clone()
        };
        vec![full, bare]
    }
}
