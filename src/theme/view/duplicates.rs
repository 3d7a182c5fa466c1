//! Texts that say the same in nearly the same words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{ContributionRow, Head};
use crate::base::page::{Faults, Listing, View};
use crate::strategy::diff::{Mark, Segment};
use crate::theme::model::Spot;

/// `templates/theme/desk-duplicates.html`: form letters and near-duplicates, each shown once.
#[derive(Clone, Serialize)]
pub struct DuplicatesPage {
    /// The consultation.
    pub head: Head,
    /// What is filtered.
    pub listing: Listing,
    /// The groups of this page, the largest first.
    pub groups: Vec<AlikeGroup>,
    /// How many groups there are in all.
    pub all: usize,
    /// How many texts are in them.
    pub texts: usize,
    /// The group that is laid open.
    pub open: Option<AlikeOpen>,
    /// What the form carries on: the filters of the list.
    pub query: String,
    /// Whether whoever reads may code.
    pub may_code: bool,
    /// The group she has just coded and can take back.
    pub undo: Option<String>,
    /// What has to be corrected.
    pub faults: Faults,
}

/// A group.
#[derive(Clone, Debug, Serialize)]
pub struct AlikeGroup {
    /// The first of its texts, which stands for it.
    pub id: String,
    /// Where it is laid open.
    pub url: String,
    /// The first words of the text that most of them have.
    pub excerpt: String,
    /// What the first is about.
    pub spot: Option<Spot>,
    /// How many texts.
    pub count: usize,
    /// How many are the same word for word.
    pub same: usize,
    /// How many somebody has read.
    pub coded: usize,
}

/// A group laid open.
#[derive(Clone, Serialize)]
pub struct AlikeOpen {
    /// The first of its texts.
    pub id: String,
    /// One of those that most say word for word.
    pub row: ContributionRow,
    /// How many texts.
    pub count: usize,
    /// How many are the same word for word.
    pub same: usize,
    /// How many somebody has read.
    pub coded: usize,
    /// Whether they are about several elements.
    pub is_scattered: bool,
    /// The other wordings, the most frequent first.
    pub variants: Vec<Variant>,
    /// How many more wordings there are.
    pub more: usize,
    /// The themes to choose from.
    pub themes: Vec<ThemeChoice>,
    /// The ticked ones.
    pub chosen: BTreeSet<String>,
}

/// A theme to tick.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeChoice {
    /// Its identity.
    pub value: String,
    /// Its name.
    pub label: String,
    /// What belongs to it.
    pub hint: Option<String>,
}

/// Another wording of the same.
#[derive(Clone, Debug, Serialize)]
pub struct Variant {
    /// How many texts have it.
    pub count: usize,
    /// One of them.
    pub url: String,
    /// How it differs from the most frequent one, paragraph by paragraph.
    pub paragraphs: Vec<Vec<Segment>>,
}

impl View for DuplicatesPage {
    const TEMPLATE: &'static str = "theme/desk-duplicates.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let group = |is_about: bool| AlikeGroup {
            id: format!("x{is_about}"),
            url: "/desk/consultations/ziele/duplicates?group=x".into(),
            excerpt: "Wir fordern Sie auf, den Spielplatz zu erhalten".into(),
            spot: is_about.then(Spot::sample),
            count: 14,
            same: 11,
            coded: if is_about { 14 } else { 3 },
        };
        let piece = |mark, text: &str| Segment {
            mark,
            text: text.into(),
        };
        let open = AlikeOpen {
            id: "xfalse".into(),
            row: ContributionRow::sample(true),
            count: 14,
            same: 11,
            coded: 3,
            is_scattered: true,
            variants: vec![Variant {
                count: 2,
                url: "/desk/consultations/ziele/contributions/x".into(),
                paragraphs: vec![vec![
                    piece(Mark::Same, "Wir "),
                    piece(Mark::Removed, "fordern"),
                    piece(Mark::Added, "bitten"),
                ]],
            }],
            more: 1,
            themes: vec![ThemeChoice {
                value: "t1".into(),
                label: "Spielplatz erhalten".into(),
                hint: Some("Auch die Bäume dort".into()),
            }],
            chosen: BTreeSet::from(["t1".to_owned()]),
        };
        let page = Self {
            head: Head::sample(),
            listing: Listing::sample(2, &["count"]),
            groups: vec![group(false), group(true)],
            all: 2,
            texts: 28,
            open: Some(open.clone()),
            query: "?state=open".into(),
            may_code: true,
            undo: Some("xtrue".into()),
            faults: Faults::default(),
        };
        let faulty = Self {
            faults: Faults::sample(&["theme"]),
            ..page.clone()
        };
        let without_themes = Self {
            open: Some(AlikeOpen {
                same: 14,
                coded: 14,
                is_scattered: false,
                themes: Vec::new(),
                variants: Vec::new(),
                more: 0,
                ..open
            }),
            ..page.clone()
        };
        let reader = Self {
            may_code: false,
            undo: None,
            ..page.clone()
        };
        let empty = Self {
            groups: Vec::new(),
            all: 0,
            texts: 0,
            open: None,
            listing: Listing::sample(0, &["count"]),
            ..page.clone()
        };
        vec![page, faulty, without_themes, reader, empty]
    }
}
