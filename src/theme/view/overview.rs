//! How far the evaluation is.

use serde::Serialize;

use super::Head;
use crate::base::page::View;
use crate::theme::model::Spot;

/// `templates/theme/desk-evaluation.html`: how far the reading is, field by field.
#[derive(Clone, Serialize)]
pub struct EvaluationPage {
    /// The consultation.
    pub head: Head,
    /// All contributions.
    pub all: i64,
    /// Those that somebody has put under themes, or under none.
    pub coded: i64,
    /// How many themes there are.
    pub themes: usize,
    /// How many proposals people have looked at.
    pub suggested: i64,
    /// How many of them they took, in whole per cent; none while there were too few.
    pub taken_share: Option<i64>,
    /// How many people have coded.
    pub coders: usize,
    /// Whether the consultation takes statements.
    pub has_statements: bool,
    /// The fields of action.
    pub fields: Vec<FieldProgress>,
    /// Contributions about the whole, or about what the edition has no more.
    pub whole: Option<(i64, i64)>,
}

/// A field of action.
#[derive(Clone, Serialize)]
pub struct FieldProgress {
    /// The field.
    pub field: SpotProgress,
    /// What is in it and has contributions of its own.
    pub parts: Vec<SpotProgress>,
}

/// One element.
#[derive(Clone, Serialize)]
pub struct SpotProgress {
    /// Which.
    pub spot: Spot,
    /// All contributions about it; of a field also those about what is in it.
    pub all: i64,
    /// Those that were read.
    pub coded: i64,
}

impl View for EvaluationPage {
    const TEMPLATE: &'static str = "theme/desk-evaluation.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let spot = |all, coded| SpotProgress {
            spot: Spot::sample(),
            all,
            coded,
        };
        let page = Self {
            head: Head::sample(),
            all: 62,
            coded: 30,
            themes: 9,
            suggested: 40,
            taken_share: Some(80),
            coders: 2,
            has_statements: true,
            fields: vec![FieldProgress {
                field: spot(62, 30),
                parts: vec![spot(20, 20), spot(40, 10)],
            }],
            whole: Some((2, 0)),
        };
        let begun = Self {
            coded: 0,
            themes: 0,
            suggested: 3,
            taken_share: None,
            coders: 0,
            has_statements: false,
            whole: None,
            ..page.clone()
        };
        let empty = Self {
            all: 0,
            coded: 0,
            fields: Vec::new(),
            ..begun.clone()
        };
        let done = Self {
            coded: 62,
            ..page.clone()
        };
        vec![page, begun, empty, done]
    }
}
