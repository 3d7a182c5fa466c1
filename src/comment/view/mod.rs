//! The pages of comments: what they are about, what was said, the author's own page, the desk.

mod desk;
mod discussion;
mod own;
mod sample;

use chrono::NaiveDate;
use serde::Serialize;

use crate::translation::Reading;

pub use desk::{DeskAnswerPage, DeskCommentsPage, DeskRow};
pub use discussion::{
    Choice, DiscussionPage, Newer, OverviewGroup, OverviewPage, OverviewRow, ReportPage, SortLink,
    SupportPage,
};
pub use own::{AgreedRow, OwnCommentPage, OwnCommentsPage, OwnRow};

/// The consultation of which pages are.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// `later`, `open` or `over`: whether comments are taken.
    pub state: &'static str,
    /// The first day on which they are.
    pub opens: NaiveDate,
    /// The last day.
    pub closes: NaiveDate,
    /// Whether released comments are shown to everyone.
    pub publishes: bool,
}

/// The element comments are about, in the wording that is laid open.
#[derive(Clone, Debug, Serialize)]
pub struct Subject {
    /// `field`, `principle`, `goal` or `action_goal`.
    pub kind: &'static str,
    /// Its lasting name.
    pub key: String,
    /// "2.4"; empty for principles and action goals.
    pub label: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its text in paragraphs.
    pub paragraphs: Vec<String>,
    /// The action goals below a goal.
    pub points: Vec<String>,
    /// How its texts read.
    pub reading: Reading,
    /// Where it stands in the edition.
    pub url: String,
    /// The edition's name.
    pub edition: String,
}

/// One comment as everyone reads it.
#[derive(Clone, Debug, Serialize)]
pub struct CommentRow {
    /// Its identity.
    pub id: String,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// As its author wants to be named.
    pub name: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// Whether whoever reads wrote it.
    pub is_own: bool,
    /// Whether whoever reads has said that she sees it the same way.
    pub is_supported: bool,
    /// Whether the element has another wording by now.
    pub is_earlier: bool,
    /// What the administration answered.
    pub answer: Option<AnswerShown>,
}

/// What the administration answered.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerShown {
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The day.
    pub on: NaiveDate,
}
