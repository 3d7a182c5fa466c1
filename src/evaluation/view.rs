//! The pages of published results.

mod apart;
mod cross;

use chrono::NaiveDate;
use serde::Serialize;

pub use apart::{Apart, ApartPart, ApartRow};
pub use cross::{
    CrossCell, CrossChoice, CrossChoices, CrossFilter, CrossPage, CrossRow, CrossTable,
};

use crate::base::chart::{Columns, Diverging};
use crate::base::figures::Shown;
use crate::base::page::View;

/// `templates/evaluation/index.html`: all published results.
#[derive(Serialize)]
pub struct ResultsIndexPage {
    /// Newest first.
    pub entries: Vec<IndexEntry>,
}

/// Results of one consultation in a line.
#[derive(Clone, Serialize)]
pub struct IndexEntry {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day of publication.
    pub published_on: NaiveDate,
    /// People.
    pub people: u64,
    /// Questionnaires.
    pub questionnaires: u64,
}

/// `templates/evaluation/overview.html`: all fields of action of one consultation.
#[derive(Serialize)]
pub struct ResultsPage {
    /// Which results.
    pub head: Head,
    /// People, questionnaires, marks, texts.
    pub bases: Bases,
    /// All marks together.
    pub marks: Shown,
    /// The surveys about fields of action or the whole.
    pub rows: Vec<SurveyRow>,
    /// Geometry of the rows' bars.
    pub chart: Diverging,
    /// Participation by time.
    pub days: Vec<DayBar>,
    /// Geometry of `days`.
    pub columns: Columns,
    /// Participation by channel.
    pub channels: Channels,
    /// Free-standing questions about the persons.
    pub profile: Vec<QuestionResult>,
    /// Typing errors that were corrected in these questions while people answered.
    pub corrections: Vec<CorrectionNote>,
    /// The surveys with access codes and without; none when nobody had one.
    pub apart: Option<Apart>,
}

/// Which results, when published, with which checksum.
#[derive(Clone, Serialize)]
pub struct Head {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day of publication.
    pub published_on: NaiveDate,
    /// 1 for the first publication.
    pub number: i32,
    /// The beginning of the snapshot's SHA-256, in groups of four.
    pub checksum: Vec<String>,
    /// Fewer questionnaires than this: no distribution.
    pub min_questionnaires: u64,
    /// Fewer marks than this: counts, no percentages.
    pub min_marks: u64,
}

/// Three numbers that are never mixed, and the texts.
#[derive(Clone, Copy, Serialize)]
pub struct Bases {
    /// People who took part.
    pub people: u64,
    /// Questionnaires they submitted.
    pub questionnaires: u64,
    /// Marks on goals.
    pub marks: u64,
    /// Comments and texts.
    pub texts: u64,
}

/// One survey in the overview.
#[derive(Clone, Serialize)]
pub struct SurveyRow {
    /// Its name in addresses.
    pub slug: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Its figures.
    pub bases: Bases,
    /// The distribution of its marks, in chart order.
    pub shown: Shown,
    /// Which bar of the chart is its own; none when no distribution may be shown.
    pub bar: Option<usize>,
}

/// `templates/evaluation/field.html`: one survey, goal by goal.
#[derive(Serialize)]
pub struct FieldResultsPage {
    /// Which results.
    pub head: Head,
    /// The survey's name in addresses.
    pub survey: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Its figures.
    pub bases: Bases,
    /// All its marks together.
    pub marks: Shown,
    /// Goal by goal.
    pub goals: Vec<GoalResult>,
    /// Geometry of the goals' bars.
    pub chart: Diverging,
    /// The free-standing questions.
    pub questions: Vec<QuestionResult>,
    /// A few released comments.
    pub quotes: Vec<Quote>,
    /// How many comments are released.
    pub released: i64,
    /// Participation by time.
    pub days: Vec<DayBar>,
    /// Geometry of `days`.
    pub columns: Columns,
    /// Participation by channel.
    pub channels: Channels,
    /// Typing errors that were corrected in its questions while people answered.
    pub corrections: Vec<CorrectionNote>,
    /// Its goals and questions with access codes and without; none when nobody had one.
    pub apart: Option<Apart>,
}

/// A typing error that was corrected in a question.
#[derive(Clone, Serialize)]
pub struct CorrectionNote {
    /// Since when people read it so.
    pub day: NaiveDate,
    /// What stood there before.
    pub before: String,
    /// What stands there since.
    pub after: String,
    /// What was wrong.
    pub note: String,
}

/// The marks of one goal.
#[derive(Clone, Serialize)]
pub struct GoalResult {
    /// Its lasting name.
    pub key: String,
    /// "2.4".
    pub label: String,
    /// Its title as it was laid open.
    pub title: String,
    /// How many marks it got.
    pub marks: u64,
    /// How many comments.
    pub comments: u64,
    /// The distribution in chart order: drop, too far, right, bolder, unclear.
    pub shown: Shown,
    /// Which bar of the chart is its own; none when no distribution may be shown.
    pub bar: Option<usize>,
}

/// The answers to one free-standing question.
#[derive(Clone, Serialize)]
pub struct QuestionResult {
    /// Its lasting name.
    pub key: String,
    /// The question.
    pub text: String,
    /// The kind of the question, but `goal` and `information`.
    pub kind: &'static str,
    /// How many questionnaires answered it.
    pub answered: u64,
    /// One block, or one for each item of a scale.
    pub blocks: Vec<AnswerBlock>,
}

/// The distribution of one choice.
#[derive(Clone, Serialize)]
pub struct AnswerBlock {
    /// The item of a scale; empty otherwise.
    pub title: String,
    /// What could be chosen.
    pub labels: Vec<String>,
    /// How often it was; for a ranking how often it came first.
    pub shown: Shown,
    /// For a ranking the average place of each in whole places and tenths; none when nobody gave it one.
    pub places: Vec<Option<(u64, u64)>>,
}

/// A released text.
#[derive(Clone, Serialize)]
pub struct Quote {
    /// The text in paragraphs.
    pub paragraphs: Vec<String>,
    /// "2.4", of the goal; empty for other questions.
    pub label: String,
    /// The goal or question it answers.
    pub about: String,
    /// The text key of the mark given with it.
    pub mark_key: Option<&'static str>,
}

/// Questionnaires of some days.
#[derive(Clone, Serialize)]
pub struct DayBar {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Questionnaires.
    pub n: u64,
}

/// Questionnaires by channel; small ones are put together.
#[derive(Clone, Serialize)]
pub struct Channels {
    /// Text key of the channel, and questionnaires.
    pub rows: Vec<(&'static str, u64)>,
    /// Text keys of those put together, and their sum.
    pub together: Option<(Vec<&'static str>, u64)>,
}

/// `templates/evaluation/comments.html`: all released comments of a survey, page by page.
#[derive(Serialize)]
pub struct CommentsPage {
    /// Which results.
    pub head: Head,
    /// The survey's name in addresses.
    pub survey: String,
    /// Its title.
    pub title: String,
    /// The texts of this page.
    pub quotes: Vec<Quote>,
    /// How many there are in all.
    pub released: i64,
    /// Which page, from 1.
    pub page: i64,
    /// How many pages.
    pub pages: i64,
}

impl View for ResultsIndexPage {
    const TEMPLATE: &'static str = "evaluation/index.html";

    fn samples() -> Vec<Self> {
        let entry = IndexEntry {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            published_on: sample::day(),
            people: 131,
            questionnaires: 429,
        };
        vec![
            Self {
                entries: Vec::new(),
            },
            Self {
                entries: vec![entry],
            },
        ]
    }
}

impl View for ResultsPage {
    const TEMPLATE: &'static str = "evaluation/overview.html";

    fn samples() -> Vec<Self> {
        vec![sample::overview(true), sample::overview(false)]
    }
}

impl View for FieldResultsPage {
    const TEMPLATE: &'static str = "evaluation/field.html";

    fn samples() -> Vec<Self> {
        vec![sample::field(true), sample::field(false)]
    }
}

impl View for CommentsPage {
    const TEMPLATE: &'static str = "evaluation/comments.html";

    fn samples() -> Vec<Self> {
        let page = |quotes: Vec<Quote>, page| Self {
            head: sample::head(),
            survey: "zusammenleben".into(),
            title: "Zusammenleben".into(),
            quotes,
            released: 71,
            page,
            pages: 2,
        };
        vec![
            page(vec![sample::quote()], 1),
            page(vec![sample::quote()], 2),
            page(Vec::new(), 1),
        ]
    }
}

mod sample;
