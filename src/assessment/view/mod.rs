//! What the pages around assessments show.

mod blocks;
mod list;
mod one;

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{Assessment, Position};
use crate::account::store::names::Author;

pub use blocks::TextBlocksPage;
pub use list::{AssessmentListPage, AssessmentRow};
pub use one::{AssessmentPage, EffectRow};

/// An assessment as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct AssessmentView {
    /// What the town does about it.
    pub position: Position,
    /// The text that names it.
    pub label_key: &'static str,
    /// How its badge looks.
    pub badge: &'static str,
    /// Why, paragraph by paragraph.
    pub reason: Vec<String>,
    /// The responsible office.
    pub office: String,
    /// Whether it is the word of the administration.
    pub is_approved: bool,
    /// The day it was written.
    pub on: NaiveDate,
    /// Who wrote it; none where pages do not say.
    pub by: Option<Author>,
}

impl AssessmentView {
    /// An assessment on a day of the town.
    pub fn of(assessment: &Assessment, on: NaiveDate, by: Option<Author>) -> Self {
        Self {
            position: assessment.position,
            label_key: assessment.position.label_key(),
            badge: assessment.position.badge(),
            reason: crate::theme::page::paragraphs(&assessment.reason),
            office: assessment.office.clone(),
            is_approved: assessment.is_approved,
            on,
            by,
        }
    }

    /// An example.
    pub fn sample(position: Position, is_approved: bool) -> Self {
        Self {
            position,
            label_key: position.label_key(),
            badge: position.badge(),
            reason: vec!["Die Ursachen sind verschieden, die Hilfen auch.".into()],
            office: if is_approved { "Stabsstelle" } else { "" }.into(),
            is_approved,
            on: NaiveDate::default(),
            by: is_approved.then(|| Author {
                name: "Ada Berg".into(),
                ..Author::default()
            }),
        }
    }
}
