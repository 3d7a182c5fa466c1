//! Pages everyone may open. None is indexed or kept by a proxy: a name under a comment should not be found by searching
//! for it, and the form on the page leads to a receipt.

use chrono::NaiveDate;
use serde::Serialize;

use super::sample;
use super::{CommentRow, Head, Subject};
use crate::base::page::{FieldMessage, Listing, View};
use crate::comment::form::{CommentForm, ReportForm};
use crate::translation::Reading;
use crate::translation::view::Languages;

/// `templates/comment/discussion.html`: one element, what was said about it, and the form to say something.
#[derive(Clone, Serialize)]
pub struct DiscussionPage {
    /// The consultation.
    pub head: Head,
    /// What it is about.
    pub subject: Subject,
    /// The receipt code under which somebody goes on.
    pub code: Option<String>,
    /// Whether only those who were invited take part: without a receipt there is no form.
    pub is_invited_only: bool,
    /// The comments of this page.
    pub rows: Vec<CommentRow>,
    /// Which page it is.
    pub listing: Listing,
    /// The orders to read them in.
    pub sorts: Vec<SortLink>,
    /// The newer wording, if there is one.
    pub newer: Option<Newer>,
    /// What was typed.
    pub form: CommentForm,
    /// Most characters of text and name.
    pub limits: [usize; 2],
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
    /// The languages to read in.
    pub languages: Languages,
}

/// One order to read comments in.
#[derive(Clone, Serialize)]
pub struct SortLink {
    /// The text that names it.
    pub label_key: &'static str,
    /// Where it is.
    pub url: String,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// A newer edition in which the element reads otherwise.
#[derive(Clone, Serialize)]
pub struct Newer {
    /// Its name.
    pub name: String,
    /// Both wordings side by side.
    pub url: String,
    /// Whether the element is no longer in it.
    pub is_gone: bool,
}

/// `templates/comment/overview.html`: all elements with the number of comments on each.
#[derive(Clone, Serialize)]
pub struct OverviewPage {
    /// The consultation.
    pub head: Head,
    /// Where the whole draft is read.
    pub edition_url: String,
    /// The fields of action with what is in them.
    pub groups: Vec<OverviewGroup>,
    /// Comments in all.
    pub total: i64,
    /// The languages to read in.
    pub languages: Languages,
}

/// A field of action.
#[derive(Clone, Serialize)]
pub struct OverviewGroup {
    /// Its key.
    pub key: String,
    /// Its number.
    pub label: String,
    /// Its title.
    pub title: String,
    /// How it reads.
    pub reading: Reading,
    /// Itself, its principle and its goals, as far as they can be commented on.
    pub rows: Vec<OverviewRow>,
}

/// An element with its comments.
#[derive(Clone, Serialize)]
pub struct OverviewRow {
    /// `field`, `principle`, `goal` or `action_goal`.
    pub kind: &'static str,
    /// Its number.
    pub label: String,
    /// Its title, or the beginning of its text.
    pub title: String,
    /// How it reads.
    pub reading: Reading,
    /// Where its comments are.
    pub url: String,
    /// How many.
    pub count: i64,
}

/// `templates/comment/support.html`: says "I see it that way too", with or without a receipt.
#[derive(Clone, Serialize)]
pub struct SupportPage {
    /// The consultation.
    pub head: Head,
    /// The key of the element.
    pub key: String,
    /// The comment.
    pub comment: CommentRow,
    /// Whether only those who were invited take part.
    pub is_invited_only: bool,
    /// The code that was typed.
    pub code: String,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// `templates/comment/report.html`: tells the administration that a comment should not stand there.
#[derive(Clone, Serialize)]
pub struct ReportPage {
    /// The consultation.
    pub head: Head,
    /// The key of the element.
    pub key: String,
    /// The comment.
    pub comment: CommentRow,
    /// Why it should not.
    pub reasons: Vec<Choice>,
    /// What was typed.
    pub form: ReportForm,
    /// Most characters.
    pub limit: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// One of several reasons.
#[derive(Clone, Serialize)]
pub struct Choice {
    /// What the form sends.
    pub value: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
}

impl View for DiscussionPage {
    const TEMPLATE: &'static str = "comment/discussion.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let empty = Self {
            head: sample::head("open", true),
            subject: sample::subject("goal"),
            code: None,
            is_invited_only: false,
            rows: Vec::new(),
            listing: Listing::sample(0, &[]),
            sorts: Vec::new(),
            newer: None,
            form: CommentForm::default(),
            limits: [2_000, 60],
            errors: Vec::new(),
            languages: Languages::default(),
        };
        let newer = |is_gone| Newer {
            name: "Beschluss".into(),
            url: "/strategies/sek/compare?from=2&to=3#sz-4".into(),
            is_gone,
        };
        let sort = |label_key, is_current| SortLink {
            label_key,
            url: "?order=oldest".into(),
            is_current,
        };
        let full = Self {
            rows: sample::rows(),
            listing: Listing::sample(120, &[]),
            sorts: vec![
                sort("comments-newest", true),
                sort("comments-oldest", false),
            ],
            newer: Some(newer(false)),
            languages: Languages::sample(),
            subject: sample::subject("principle"),
            ..empty.clone()
        };
        let faulty = Self {
            code: Some(sample::CODE.into()),
            errors: sample::errors(&["text", "name"]),
            ..full.clone()
        };
        vec![
            Self {
                is_invited_only: true,
                subject: sample::subject("action_goal"),
                ..empty.clone()
            },
            Self {
                head: sample::head("open", false),
                subject: sample::subject("field"),
                ..empty.clone()
            },
            Self {
                head: sample::head("later", true),
                ..empty.clone()
            },
            Self {
                head: sample::head("over", true),
                newer: Some(newer(true)),
                ..full.clone()
            },
            Self {
                errors: sample::errors(&["code"]),
                ..empty.clone()
            },
            empty,
            full,
            faulty,
        ]
    }
}

impl View for OverviewPage {
    const TEMPLATE: &'static str = "comment/overview.html";

    fn samples() -> Vec<Self> {
        let page = |state, publishes, total| Self {
            head: sample::head(state, publishes),
            edition_url: "/strategies/sek/editions/2".into(),
            groups: vec![sample::group()],
            total,
            languages: Languages::sample(),
        };
        vec![
            page("open", true, 12),
            page("open", false, 0),
            page("later", true, 0),
            page("over", true, 3),
        ]
    }
}

impl View for SupportPage {
    const TEMPLATE: &'static str = "comment/support.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state, is_invited_only, errors| Self {
            head: sample::head(state, true),
            key: "sz-4".into(),
            comment: sample::rows().remove(0),
            is_invited_only,
            code: String::new(),
            errors,
        };
        vec![
            page("open", false, Vec::new()),
            page("open", true, sample::errors(&["code"])),
            page("over", false, Vec::new()),
        ]
    }
}

impl View for ReportPage {
    const TEMPLATE: &'static str = "comment/report.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |errors| Self {
            head: sample::head("over", true),
            key: "sz-4".into(),
            comment: sample::rows().remove(0),
            reasons: vec![Choice {
                value: "insult",
                label_key: "hide-insult",
            }],
            form: ReportForm::default(),
            limit: 500,
            errors,
        };
        vec![page(Vec::new()), page(sample::errors(&["reason", "words"]))]
    }
}

/// The day on which a page is looked at, where a sample needs one.
pub(super) fn some_day() -> NaiveDate {
    NaiveDate::default() + chrono::Days::new(20_651)
}
