//! What the pages of the evaluation desk show.

mod coders;
mod coding;
mod duplicates;
mod list;
mod overview;
mod segments;
mod themes;

use serde::Serialize;

use crate::consultation::Consultation;
use crate::theme::model::Spot;

pub use coders::{CoderRow, CodersPage, DifferRow, PairPage, PairRow, ThemeAgreement};
pub use coding::{CodingPage, Near, Pick, Piece};
pub use duplicates::{AlikeGroup, AlikeOpen, DuplicatesPage, ThemeChoice, Variant};
pub use list::{AlikeRows, ContributionListPage, ContributionRow, FilterOption, OtherText};
pub use overview::{EvaluationPage, FieldProgress, SpotProgress};
pub use segments::{
    SegmentListPage, SegmentRow, SegmentsPage, SplitFile, SplitParagraph, SplitPart,
};
pub use themes::{ThemeFormPage, ThemeListPage, ThemeRow};

/// The consultation a page of the desk belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

impl From<&Consultation> for Head {
    fn from(consultation: &Consultation) -> Self {
        Self {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
        }
    }
}

impl Head {
    /// An example.
    pub fn sample() -> Self {
        Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
        }
    }
}

impl Spot {
    /// An example.
    pub fn sample() -> Self {
        Self {
            key: "sz-4".into(),
            label: "2.4".into(),
            title: "Gewalt verringern".into(),
            text: "In Lindenau leben alle Menschen sicher.".into(),
            is_field: false,
        }
    }
}
