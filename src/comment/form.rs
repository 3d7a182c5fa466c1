//! What may be sent around a comment, and what it means.

use serde::{Deserialize, Serialize};

use super::model::{MAX_ANSWER, MAX_NAME, MAX_REPORT, MAX_TEXT, NewComment};
use crate::base::form::{FieldError, tidy};
use crate::survey::HideReason;

/// A comment as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct CommentForm {
    /// The words.
    pub text: String,
    /// The name to stand under them.
    pub name: String,
    /// The code of a receipt somebody has already.
    pub code: String,
    /// The button: `withdraw` takes an own comment back.
    #[serde(skip_serializing)]
    pub act: String,
    /// The button "I see it that way too" under a comment: its identity.
    #[serde(skip_serializing)]
    pub support: String,
    /// The button that takes that back.
    #[serde(skip_serializing)]
    pub unsupport: String,
}

impl CommentForm {
    /// The comment, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<NewComment, Vec<FieldError>> {
        let text = tidy(&self.text);
        let name = tidy(&self.name).replace(['\n', '\t'], " ");
        let mut errors = Vec::new();
        if text.is_empty() {
            errors.push(FieldError::new("text", "error-comment-missing"));
        }
        errors.extend(FieldError::too_long("text", &text, MAX_TEXT));
        errors.extend(FieldError::too_long("name", &name, MAX_NAME));
        if errors.is_empty() {
            let name = Some(name).filter(|name| !name.is_empty());
            Ok(NewComment { text, name })
        } else {
            Err(errors)
        }
    }
}

/// A report as it is typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ReportForm {
    /// One of the reasons.
    pub reason: String,
    /// What is added to it.
    pub words: String,
}

impl ReportForm {
    /// Reason and words, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<(HideReason, String), Vec<FieldError>> {
        let words = tidy(&self.words);
        let reason = HideReason::parse(&self.reason);
        let mut errors = Vec::new();
        if reason.is_none() {
            errors.push(FieldError::new("reason", "error-report-reason"));
        }
        if reason == Some(HideReason::Other) && words.is_empty() {
            errors.push(FieldError::new("words", "error-report-words"));
        }
        errors.extend(FieldError::too_long("words", &words, MAX_REPORT));
        match (reason, errors.is_empty()) {
            (Some(reason), true) => Ok((reason, words)),
            _ => Err(errors),
        }
    }
}

/// An answer of the administration as it is typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AnswerForm {
    /// The words.
    pub answer: String,
    /// The button: `withdraw` takes an answer back.
    #[serde(skip_serializing)]
    pub act: String,
}

impl AnswerForm {
    /// The answer, or none when it is taken back.
    ///
    /// # Errors
    /// What has to be corrected.
    pub fn parse(&self) -> Result<Option<String>, Vec<FieldError>> {
        if self.act == "withdraw" {
            return Ok(None);
        }
        let words = tidy(&self.answer);
        if words.is_empty() {
            return Err(vec![FieldError::new("answer", "error-comment-answer")]);
        }
        match FieldError::too_long("answer", &words, MAX_ANSWER) {
            Some(error) => Err(vec![error]),
            None => Ok(Some(words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, name: &str) -> CommentForm {
        CommentForm {
            text: text.into(),
            name: name.into(),
            ..CommentForm::default()
        }
    }

    #[test]
    fn a_comment_needs_words_and_no_name() {
        let fine = typed(" Mehr Licht\0\r\n ", "\n").parse();
        let text = "Mehr Licht".to_owned();
        assert_eq!(fine, Ok(NewComment { text, name: None }));
        let empty = typed(" \n", "Kim").parse().unwrap_err();
        assert_eq!(empty[0].key, "error-comment-missing");
        let long = typed(&"ä".repeat(2_001), &"x".repeat(61)).parse();
        assert_eq!(long.unwrap_err().len(), 2);
    }

    #[test]
    fn another_reason_needs_words() {
        let report = |reason: &str, words: &str| ReportForm {
            reason: reason.into(),
            words: words.into(),
        };
        assert!(report("insult", "").parse().is_ok());
        assert!(report("other", " ").parse().is_err());
        assert!(report("never", "x").parse().is_err());
    }
}
