//! What an editor says about bodies, papers and steps.

mod body;
mod paper;
mod step;

use serde::Deserialize;

use crate::base::form::{FieldError, Refill, tidy};

pub use body::{BodyForm, NewBody};
pub use paper::PaperForm;
pub use step::{NewStep, StepForm};

/// Longest name of a body, in characters.
pub const BODY_CHARS: usize = 120;
/// Longest short name of a body, in characters.
pub const SHORT_CHARS: usize = 30;
/// Longest reference, in characters.
pub const REFERENCE_CHARS: usize = 40;
/// Longest subject of a paper, in characters.
pub const SUBJECT_CHARS: usize = 250;
/// Longest summary, in characters.
pub const SUMMARY_CHARS: usize = 3_000;
/// Longest name of an office or a clerk, in characters.
pub const OFFICE_CHARS: usize = 120;
/// Most offices that sign too.
pub const CO_OFFICES: usize = 12;
/// Longest decided wording, in characters.
pub const WORDING_CHARS: usize = 8_000;

/// A form without fields of its own.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Press {}

/// Something is done with a step in the list.
#[derive(Clone, Debug, Deserialize)]
pub struct StepAct {
    /// Which step.
    pub step: String,
    /// `up`, `down`, `remove` or `restore`.
    pub act: String,
}

/// Something is done with the decided edition.
#[derive(Clone, Debug, Deserialize)]
pub struct DecisionForm {
    /// `unchanged`, `amended` or `release`.
    pub act: String,
}

/// A text on one line, that is not too long.
fn line<F>(refill: &mut Refill<F>, field: &str, text: &str, most: usize) -> String {
    let text = tidy(text).replace(['\n', '\t'], " ");
    refill
        .errors
        .extend(FieldError::too_long(field, &text, most));
    text
}

/// The same, where one is needed.
fn needed<F>(
    refill: &mut Refill<F>,
    field: &str,
    text: &str,
    most: usize,
    missing: &'static str,
) -> String {
    let text = line(refill, field, text, most);
    if text.is_empty() {
        refill.fault(field, missing);
    }
    text
}
