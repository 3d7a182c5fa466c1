//! What a browser may send about the town's own pages.

use serde::{Deserialize, Serialize};

use super::model::Text;
use crate::base::form::{FieldError, Refill, tidy};
use crate::base::mail::{ADDRESS_CHARS, Address};

/// Longest title, in characters.
pub const TITLE_CHARS: usize = 120;
/// Longest page, in characters.
pub const BODY_CHARS: usize = 20_000;
/// Longest report of a barrier, in characters.
pub const REPORT_CHARS: usize = 2_000;

/// The form of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct PageForm {
    /// Heading of the page.
    pub title: String,
    /// Its text, in Markdown.
    pub body: String,
    /// The version it was begun from; empty for none.
    pub version: String,
    /// Which button was pressed: `preview`, `draft` or `publish`.
    pub act: String,
}

/// What the editor wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Only see how it looks.
    Preview,
    /// Keep it for later.
    Draft,
    /// Show it to everyone.
    Publish,
}

impl PageForm {
    /// Which button was pressed; a form sent by the Enter key only looks.
    pub fn wish(&self) -> Wish {
        match self.act.as_str() {
            "publish" => Wish::Publish,
            "draft" => Wish::Draft,
            _ => Wish::Preview,
        }
    }

    /// The text, or the form with what has to be corrected.
    ///
    /// # Errors
    /// The form as it was typed, with the faults.
    pub fn parse(self) -> Result<Text, Refill<Self>> {
        let text = Text {
            title: tidy(&self.title).replace(['\n', '\t'], " "),
            body: tidy(&self.body),
        };
        let wish = self.wish();
        let mut refill = Refill::new(self);
        if text.title.is_empty() {
            refill.fault("title", "error-page-title-missing");
        }
        if text.title.chars().count() > TITLE_CHARS {
            refill
                .errors
                .push(FieldError::new("title", "error-page-title-long").with("n", TITLE_CHARS));
        }
        if text.body.is_empty() && wish != Wish::Draft {
            refill.fault("body", "error-page-body-missing");
        }
        let length = text.body.chars().count();
        if length > BODY_CHARS {
            refill.errors.push(
                FieldError::new("body", "error-page-body-long")
                    .with("n", BODY_CHARS)
                    .with("over", length - BODY_CHARS),
            );
        }
        let gaps = text.gaps().len();
        if wish == Wish::Publish && gaps > 0 {
            refill
                .errors
                .push(FieldError::new("body", "error-page-gaps").with("n", gaps));
        }
        if refill.is_fine() {
            Ok(text)
        } else {
            Err(refill)
        }
    }
}

/// Brings an earlier version back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RestoreForm {
    /// Which one.
    pub version: String,
}

/// The form for barriers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ReportForm {
    /// What does not work.
    pub text: String,
    /// Where to send an answer, or empty.
    pub reply_to: String,
}

/// A report that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// What does not work.
    pub text: String,
    /// Where to send an answer.
    pub reply_to: Option<Address>,
}

impl ReportForm {
    /// The report, or the form with what has to be corrected.
    ///
    /// # Errors
    /// The form as it was typed, with the faults.
    pub fn parse(self) -> Result<NewReport, Refill<Self>> {
        let report = NewReport {
            text: tidy(&self.text),
            reply_to: Address::parse(&self.reply_to),
        };
        let wants_reply = !self.reply_to.trim().is_empty();
        let mut refill = Refill::new(self);
        let length = report.text.chars().count();
        if length == 0 {
            refill.fault("text", "error-report-missing");
        }
        if length > REPORT_CHARS {
            refill.errors.push(
                FieldError::new("text", "error-report-long")
                    .with("n", REPORT_CHARS)
                    .with("over", length - REPORT_CHARS),
            );
        }
        if wants_reply && report.reply_to.is_none() {
            refill.fault("reply_to", "error-report-address");
        }
        if refill.is_fine() {
            Ok(report)
        } else {
            Err(refill)
        }
    }
}

/// Longest address, for the field's own limit.
pub const REPLY_CHARS: usize = ADDRESS_CHARS;

/// Notes that a report is done with, or takes that back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DoneForm {
    /// Which report.
    pub report: String,
    /// `yes` or `no`.
    pub done: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str, act: &str) -> PageForm {
        PageForm {
            title: "Impressum".to_owned(),
            body: body.to_owned(),
            act: act.to_owned(),
            ..PageForm::default()
        }
    }

    #[test]
    fn gaps_stop_publishing_and_nothing_else() {
        assert!(form("Tel. [… Nummer]", "draft").parse().is_ok());
        assert!(form("Tel. [… Nummer]", "preview").parse().is_ok());
        let refused = form("Tel. [… Nummer]", "publish").parse().unwrap_err();
        assert_eq!(refused.error("body").unwrap().key, "error-page-gaps");
        assert_eq!(refused.form.body, "Tel. [… Nummer]");
        assert!(form("Tel. 07141", "publish").parse().is_ok());
    }

    #[test]
    fn a_report_needs_words_and_a_whole_address_or_none() {
        let report = |text: &str, reply_to: &str| {
            ReportForm {
                text: text.to_owned(),
                reply_to: reply_to.to_owned(),
            }
            .parse()
        };
        assert!(report("Das Bild hat keinen Text.", "").is_ok());
        assert!(report("x", "anna@example.de").unwrap().reply_to.is_some());
        assert!(report(" \r\n", "").unwrap_err().error("text").is_some());
        assert!(
            report("x", "anna@")
                .unwrap_err()
                .error("reply_to")
                .is_some()
        );
        let long = "ä".repeat(REPORT_CHARS + 3);
        let refused = report(&long, "").unwrap_err();
        assert_eq!(refused.errors[0].args["over"], 3);
    }
}
