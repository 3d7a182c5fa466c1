//! The first page of a statement.

use chrono::NaiveDate;
use serde::Serialize;

use super::{PartsOfField, RequestWords, RightsWords, VersionRow};
use crate::base::page::View;
use crate::statement::view::{SeatWords, sample};

/// `templates/statement/home.html`: everything that belongs to a statement, what is missing, what can be done.
#[derive(Clone, Serialize)]
pub struct StatementHomePage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// `none`, `draft`, `released`: the version in work.
    pub draft: &'static str,
    /// When it was last saved, in the visitor's words.
    pub saved: Option<String>,
    /// The version that counts.
    pub current: Option<VersionRow>,
    /// The number of the statement.
    pub number: Option<i32>,
    /// The text key of where it stands, and the kind of its badge.
    pub standing: Option<(&'static str, &'static str)>,
    /// Whether everything was withdrawn.
    pub is_withdrawn: bool,
    /// The day everything in it was taken away.
    pub erased_on: Option<NaiveDate>,
    /// Characters of the text as a whole.
    pub whole: usize,
    /// The places for text by field of action.
    pub fields: Vec<PartsOfField>,
    /// How many people sign.
    pub submitters: usize,
    /// How many files there are.
    pub files: usize,
    /// The last request for a longer deadline.
    pub request: Option<RequestWords>,
    /// What may be done.
    pub may: RightsWords,
}

impl View for StatementHomePage {
    const TEMPLATE: &'static str = "statement/home.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let empty = Self {
            seat: sample::person("open"),
            draft: "none",
            saved: None,
            current: None,
            number: None,
            standing: None,
            is_withdrawn: false,
            erased_on: None,
            whole: 0,
            fields: sample::fields(),
            submitters: 0,
            files: 0,
            request: None,
            may: sample::rights(true),
        };
        let released = Self {
            seat: sample::member("open", true),
            draft: "released",
            saved: Some("8. Juni, 14:05".into()),
            whole: 300,
            submitters: 1,
            files: 2,
            request: Some(sample::request("granted")),
            ..empty.clone()
        };
        let current = Self {
            seat: sample::member("late", false),
            current: Some(sample::version(Some(6))),
            number: Some(7),
            standing: Some(("statement-standing-late-waiting", "warning")),
            may: sample::rights(false),
            request: Some(sample::request("declined")),
            ..empty.clone()
        };
        let counted = Self {
            seat: sample::person("open"),
            current: Some(sample::version(None)),
            number: Some(7),
            standing: Some(("statement-standing-handed-in", "success")),
            ..empty.clone()
        };
        vec![
            Self {
                draft: "draft",
                ..counted.clone()
            },
            Self {
                is_withdrawn: true,
                ..empty.clone()
            },
            Self {
                seat: sample::member("over", false),
                may: sample::rights(false),
                ..empty.clone()
            },
            Self {
                seat: sample::member("later", false),
                request: Some(sample::request("waiting")),
                may: sample::rights(false),
                ..empty.clone()
            },
            Self {
                erased_on: Some(sample::version(None).on),
                number: Some(7),
                may: sample::rights(false),
                ..empty.clone()
            },
            counted,
            current,
            released,
            empty,
        ]
    }
}
