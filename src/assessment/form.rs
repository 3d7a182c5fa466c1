//! What the desk may send around assessments.

use serde::{Deserialize, Serialize};

use super::model::{MAX_OFFICE, MAX_REASON, MAX_TITLE, NewAssessment, Position};
use crate::base::form::{FieldError, tidy};

/// An assessment as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct AssessmentForm {
    /// What the town does about it.
    pub position: String,
    /// Why.
    pub reason: String,
    /// The responsible office.
    pub office: String,
    /// The text block to put in.
    pub block: String,
    /// The newest assessment that was on the screen.
    pub seen: String,
    /// The button: `insert` puts a text block in, `approve` approves as well; else it is kept as a draft.
    #[serde(skip_serializing)]
    pub act: String,
}

impl AssessmentForm {
    /// The assessment, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<NewAssessment, Vec<FieldError>> {
        let reason = tidy(&self.reason);
        let office = tidy(&self.office).replace('\n', " ");
        let position = Position::parse(&self.position);
        let mut errors = Vec::new();
        if position.is_none() {
            errors.push(FieldError::new("position", "error-assessment-position"));
        }
        if reason.is_empty() {
            errors.push(FieldError::new("reason", "error-assessment-reason"));
        }
        errors.extend(FieldError::too_long("reason", &reason, MAX_REASON));
        errors.extend(FieldError::too_long("office", &office, MAX_OFFICE));
        match position {
            Some(position) if errors.is_empty() => Ok(NewAssessment {
                position,
                reason,
                office,
            }),
            _ => Err(errors),
        }
    }

    /// The same with a text block behind what was typed.
    #[must_use]
    pub fn with_block(mut self, text: &str) -> Self {
        let typed = self.reason.trim_end();
        self.reason = if typed.is_empty() {
            text.to_owned()
        } else {
            format!("{typed}\n\n{text}")
        };
        self
    }
}

/// A text block as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct BlockForm {
    /// The block that is changed; empty for a new one.
    pub id: String,
    /// What it is called in the list.
    pub title: String,
    /// Its words.
    pub text: String,
    /// The button: `remove`; else it is kept.
    #[serde(skip_serializing)]
    pub act: String,
}

impl BlockForm {
    /// Title and words, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<(String, String), Vec<FieldError>> {
        let title = tidy(&self.title).replace('\n', " ");
        let text = tidy(&self.text);
        let mut errors = Vec::new();
        if title.is_empty() {
            errors.push(FieldError::new("title", "error-block-title"));
        }
        if text.is_empty() {
            errors.push(FieldError::new("text", "error-block-text"));
        }
        errors.extend(FieldError::too_long("title", &title, MAX_TITLE));
        errors.extend(FieldError::too_long("text", &text, MAX_REASON));
        if errors.is_empty() {
            Ok((title, text))
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assessment_says_what_and_why() {
        let form = |position: &str, reason: &str| AssessmentForm {
            position: position.into(),
            reason: reason.into(),
            ..AssessmentForm::default()
        };
        assert!(form("followed", "Das stimmt.").parse().is_ok());
        assert_eq!(form("", " ").parse().unwrap_err().len(), 2);
        assert!(form("followed", &"x".repeat(2_001)).parse().is_err());
        assert_eq!(form("", "A\n").with_block("B").reason, "A\n\nB");
        assert_eq!(form("", "").with_block("B").reason, "B");
    }
}
