//! Statements and the segments they are split into.

use serde::Serialize;

use super::{FilterOption, Head};
use crate::base::page::{Faults, Listing, View};
use crate::statement::model::PART_CHARS;
use crate::theme::model::Spot;
use crate::theme::model::segment::{Split, SplitState};

/// `templates/theme/desk-statement-segments.html`: the statements that count, and how far they are split.
#[derive(Clone, Serialize)]
pub struct SegmentListPage {
    /// The consultation.
    pub head: Head,
    /// What is filtered.
    pub listing: Listing,
    /// The statements.
    pub rows: Vec<Split>,
    /// How many of all have to be split, or again.
    pub open: usize,
    /// How many of all count.
    pub all: usize,
    /// Statements nobody has split yet that were written element by element.
    pub by_element: usize,
    /// Whether whoever reads may split.
    pub may_split: bool,
}

/// `templates/theme/desk-segments.html`: one statement beside its segments.
#[derive(Clone, Serialize)]
pub struct SegmentsPage {
    /// The consultation.
    pub head: Head,
    /// The number of the statement.
    pub number: i32,
    /// The organisation; none for people.
    pub name: Option<String>,
    /// The version that is split.
    pub version: String,
    /// Whether it says in one word that there is nothing to object.
    pub is_nil: bool,
    /// Its parts.
    pub parts: Vec<SplitPart>,
    /// Whether a paragraph is in no segment yet.
    pub has_free: bool,
    /// Its segments.
    pub segments: Vec<SegmentRow>,
    /// Segments of an earlier version.
    pub older: Vec<SegmentRow>,
    /// The elements to choose from.
    pub elements: Vec<FilterOption>,
    /// The chosen element of the ticked paragraphs.
    pub element: String,
    /// Its files.
    pub files: Vec<SplitFile>,
    /// Words from a file, as typed.
    pub typed: String,
    /// What they are about, as chosen.
    pub typed_element: String,
    /// Most characters of them.
    pub typed_limit: usize,
    /// Whether whoever reads may split.
    pub may_split: bool,
    /// A segment that was just taken away and can be put back.
    pub undo: Option<String>,
    /// The next statement that waits.
    pub next: Option<i32>,
    /// What has to be corrected.
    pub faults: Faults,
}

/// A part of a statement.
#[derive(Clone, Debug, Serialize)]
pub struct SplitPart {
    /// What it was written on; none for the whole.
    pub spot: Option<Spot>,
    /// Its paragraphs.
    pub paragraphs: Vec<SplitParagraph>,
}

/// A paragraph.
#[derive(Clone, Debug, Serialize)]
pub struct SplitParagraph {
    /// Its place, as the form sends it.
    pub value: String,
    /// Its words.
    pub text: String,
    /// The number of the segment it is in.
    pub segment: Option<usize>,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

/// A segment.
#[derive(Clone, Debug, Serialize)]
pub struct SegmentRow {
    /// Its identity, also as a contribution.
    pub id: String,
    /// Its number on this page.
    pub n: usize,
    /// What it is about; none for the whole.
    pub spot: Option<Spot>,
    /// Its first words.
    pub excerpt: String,
    /// How many paragraphs; none when it was typed off a file.
    pub paragraphs: Option<usize>,
    /// Whether somebody has put it under themes.
    pub is_read: bool,
    /// Whether the town has said something to it alone.
    pub is_approved: bool,
    /// Whether its words stand in the version that counts.
    pub stays: bool,
    /// Whether its place is being changed, and to what.
    pub placing: Option<String>,
}

/// A file of a statement.
#[derive(Clone, Debug, Serialize)]
pub struct SplitFile {
    /// Where it is.
    pub url: String,
    /// Its name.
    pub name: String,
}

impl Split {
    /// An example.
    pub fn sample(state: SplitState) -> Self {
        Self {
            number: 7,
            name: (state != SplitState::Open).then(|| "Turnverein Lindenau".into()),
            paragraphs: 6,
            inside: 4,
            segments: 3,
            files: usize::from(state == SplitState::Some),
            state,
            is_by_element: false,
        }
    }
}

impl View for SegmentListPage {
    const TEMPLATE: &'static str = "theme/desk-statement-segments.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let rows = SplitState::ALL.map(Split::sample).to_vec();
        let page = Self {
            head: Head::sample(),
            listing: Listing::sample(rows.len(), &["number"]),
            rows,
            open: 2,
            all: 5,
            by_element: 3,
            may_split: true,
        };
        let done = Self {
            open: 0,
            by_element: 0,
            may_split: false,
            ..page.clone()
        };
        let empty = Self {
            listing: Listing::sample(0, &["number"]),
            rows: Vec::new(),
            open: 0,
            all: 0,
            by_element: 0,
            ..page.clone()
        };
        vec![page, done, empty]
    }
}

impl View for SegmentsPage {
    const TEMPLATE: &'static str = "theme/desk-segments.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let paragraph = |n: usize, segment| SplitParagraph {
            value: format!("0.{n}"),
            text: "Gewalt auf der Straße und zu Hause sind zweierlei.".into(),
            segment,
            is_ticked: n == 1,
        };
        let part = |spot| SplitPart {
            spot,
            paragraphs: vec![paragraph(0, Some(1)), paragraph(1, None)],
        };
        let row = |n, spot, stays: bool| SegmentRow {
            id: format!("x{n}{stays}"),
            n,
            excerpt: "Gewalt auf der Straße …".into(),
            paragraphs: stays.then_some(1),
            is_read: stays,
            is_approved: !stays,
            stays,
            placing: (n == 2).then(|| "whole".into()),
            spot,
        };
        let page = Self {
            head: Head::sample(),
            number: 7,
            name: Some("Turnverein Lindenau".into()),
            version: "v2".into(),
            is_nil: false,
            parts: vec![part(None), part(Some(Spot::sample()))],
            has_free: true,
            segments: vec![row(1, Some(Spot::sample()), true), row(2, None, true)],
            older: vec![row(1, None, true), row(2, Some(Spot::sample()), false)],
            elements: vec![FilterOption {
                value: "sz-4".into(),
                label: "2.4 Gewalt verringern".into(),
            }],
            element: "part".into(),
            files: vec![SplitFile {
                url: "/desk/x".into(),
                name: "Brief.pdf".into(),
            }],
            typed: String::new(),
            typed_element: String::new(),
            typed_limit: PART_CHARS,
            may_split: true,
            undo: Some("x3".into()),
            next: Some(9),
            faults: Faults::default(),
        };
        let faulty = Self {
            faults: Faults::sample(&[
                "paragraph",
                "element",
                "typed",
                "typed_element",
                "place_element",
                "segments",
            ]),
            undo: None,
            older: Vec::new(),
            next: None,
            ..page.clone()
        };
        let reader = Self {
            name: None,
            may_split: false,
            faults: Faults::default(),
            ..faulty.clone()
        };
        let nil = Self {
            is_nil: true,
            parts: Vec::new(),
            segments: Vec::new(),
            files: Vec::new(),
            has_free: false,
            faults: Faults::default(),
            ..faulty.clone()
        };
        vec![page, faulty, reader, nil]
    }
}
