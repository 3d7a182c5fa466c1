//! Results in two parts: with access codes and without.

use serde::Serialize;

use super::QuestionResult;
use crate::base::figures::Shown;

/// What came with access codes and what came without, as far as both may be shown.
#[derive(Clone, Serialize)]
pub struct Apart {
    /// Questionnaires with a code and without; none on the overview, or when one part is too small.
    pub questionnaires: Option<Vec<u64>>,
    /// Surveys or goals.
    pub rows: Vec<ApartRow>,
    /// The free-standing questions: with a code, without.
    pub questions: Vec<Vec<QuestionResult>>,
}

/// A survey or goal in two parts.
#[derive(Clone, Serialize)]
pub struct ApartRow {
    /// "2.4".
    pub label: String,
    /// Its title.
    pub title: String,
    /// With a code, without; none when one of both is too small.
    pub parts: Option<Vec<ApartPart>>,
}

/// The marks of one part.
#[derive(Clone, Serialize)]
pub struct ApartPart {
    /// The distribution in chart order.
    pub shown: Shown,
    /// How many marks.
    pub marks: u64,
}
