//! Contributions to choose from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Head;
use crate::base::page::{Listing, View};
use crate::theme::model::{ContributionKind, Spot};

/// `templates/theme/desk-contributions.html`: contributions, narrowed by what the clerk looks for.
#[derive(Clone, Serialize)]
pub struct ContributionListPage {
    /// The consultation.
    pub head: Head,
    /// What is searched for and filtered.
    pub listing: Listing,
    /// The elements to choose from.
    pub elements: Vec<FilterOption>,
    /// The themes to choose from.
    pub themes: Vec<FilterOption>,
    /// Answers about the person to choose from; only such as enough people gave.
    pub profiles: Vec<FilterOption>,
    /// The contributions of this page.
    pub rows: Vec<ContributionRow>,
    /// What stands behind some of them, by their identity: near-duplicates.
    pub alike: BTreeMap<String, AlikeRows>,
    /// How many stand behind others in all.
    pub folded: usize,
    /// Whether each of them stands on its own.
    pub is_single: bool,
    /// Where it is the other way round.
    pub alike_url: String,
    /// What the links to single contributions carry on: the filters of this list.
    pub query: String,
    /// The first one nobody has read, to begin with.
    pub begin_url: Option<String>,
}

/// Texts for which another one stands, because they say the same.
#[derive(Clone, Debug, Serialize)]
pub struct AlikeRows {
    /// How many.
    pub count: usize,
    /// Some of them.
    pub others: Vec<OtherText>,
    /// How many are not named.
    pub more: usize,
    /// Where all are put under themes at once.
    pub group_url: String,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct OtherText {
    /// Its page.
    pub url: String,
    /// Its first words.
    pub excerpt: String,
}

/// Something to filter by.
#[derive(Clone, Debug, Serialize)]
pub struct FilterOption {
    /// What the address says.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// One contribution.
#[derive(Clone, Serialize)]
pub struct ContributionRow {
    /// Its identity.
    pub id: String,
    /// Where it comes from.
    pub kind: ContributionKind,
    /// The text that names it.
    pub kind_key: &'static str,
    /// The text that names how it came.
    pub channel_key: &'static str,
    /// The text of the mark given with it.
    pub mark_key: Option<&'static str>,
    /// What it is about.
    pub spot: Option<Spot>,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The names of its themes.
    pub themes: Vec<String>,
    /// Whether somebody has read it.
    pub is_read: bool,
}

impl ContributionRow {
    /// An example.
    pub fn sample(is_read: bool) -> Self {
        Self {
            id: format!("k7mq4t2x9hrdw3pa6n5ejv8b{}", u8::from(is_read)),
            kind: ContributionKind::Answer,
            kind_key: "contribution-answer",
            channel_key: "channel-online",
            mark_key: is_read.then_some("mark-unclear"),
            spot: is_read.then(Spot::sample),
            paragraphs: vec!["Gewalt auf der Straße und zu Hause sind zweierlei.".into()],
            themes: Vec::from_iter(is_read.then(|| "Zwei Themen trennen".to_owned())),
            is_read,
        }
    }
}

impl View for ContributionListPage {
    const TEMPLATE: &'static str = "theme/desk-contributions.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let option = FilterOption {
            value: "sz-4".into(),
            label: "2.4 Gewalt verringern".into(),
        };
        let alike = AlikeRows {
            count: 9,
            others: vec![OtherText {
                url: "/desk/consultations/ziele/contributions/x".into(),
                excerpt: "Wir fordern Sie auf, den Spielplatz zu erhalten".into(),
            }],
            more: 8,
            group_url: "/desk/consultations/ziele/duplicates?group=x#group".into(),
        };
        let page = |rows: Vec<ContributionRow>| Self {
            head: Head::sample(),
            listing: Listing::sample(rows.len(), &["id"]),
            elements: vec![option.clone()],
            themes: vec![option.clone()],
            profiles: vec![option.clone()],
            alike: rows
                .iter()
                .take(1)
                .map(|row| (row.id.clone(), alike.clone()))
                .collect(),
            folded: rows.len(),
            is_single: rows.is_empty(),
            alike_url: "/desk/consultations/ziele/contributions?alike=single".into(),
            query: "?element=sz-4".into(),
            begin_url: (!rows.is_empty()).then(|| {
                "/desk/consultations/ziele/contributions/k7mq4t2x9hrdw3pa6n5ejv8bc2".into()
            }),
            rows,
        };
        let bare = Self {
            themes: Vec::new(),
            profiles: Vec::new(),
            ..page(Vec::new())
        };
        vec![
            page(vec![
                ContributionRow::sample(true),
                ContributionRow::sample(false),
            ]),
            bare,
        ]
    }
}
