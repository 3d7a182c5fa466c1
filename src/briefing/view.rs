//! The pages of briefings, as data. Each stands twice: for everyone, and at the desk for the council.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::view::AssessmentView;
use crate::base::chart::Diverging;
use crate::base::figures::Shown;
use crate::base::page::View;
use crate::evaluation::view::GoalResult;
use crate::revision::view::ElementOutcome;
use crate::strategy::view::compare::FateBadge;
use crate::strategy::view::way::PaperWay;
use crate::theme::view::Head;

use super::model::Marked;

mod sample;

/// `templates/briefing/list.html`: the consultations whose briefings the council may read.
#[derive(Serialize)]
pub struct BriefingsPage {
    /// The newest first.
    pub rows: Vec<OfferedRow>,
}

/// One of them.
#[derive(Serialize)]
pub struct OfferedRow {
    /// Where it is.
    pub url: String,
    /// The consultation's title.
    pub title: String,
    /// Since when the council may read it; none while it is being prepared.
    pub since: Option<NaiveDate>,
}

/// What all pages of a briefing say about it.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    /// The consultation.
    pub head: Head,
    /// The overview over all fields.
    pub url: String,
    /// Whether this stands at the desk.
    pub is_desk: bool,
    /// Since when the council may read it; none while it is being prepared.
    pub council_since: Option<NaiveDate>,
    /// First and last day of the survey.
    pub survey: Option<(NaiveDate, NaiveDate)>,
    /// When the figures were published, as which publication, with which checksum; none while they are not.
    pub published: Option<(NaiveDate, i32, Vec<String>)>,
    /// Whether there are figures of the survey to show: everyone waits until they are published.
    pub has_figures: bool,
    /// The paper that brings the edition: where it is, the text that names its kind, its reference, what it is about.
    pub paper: Option<PaperHead>,
    /// The edition that answers, and where everyone compares it; none while there is none.
    pub answer: Option<(String, Option<String>)>,
    /// Where everyone reads what became of all contributions; none before everyone may.
    pub outcome_url: Option<String>,
}

/// A paper in a line.
#[derive(Clone, Debug, Serialize)]
pub struct PaperHead {
    /// Where it is.
    pub url: String,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// Its reference.
    pub reference: String,
    /// What it is about.
    pub subject: String,
    /// The beginning of its summary; may be empty.
    pub summary: String,
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// People who took part; none where somebody could be in it twice.
    pub people: Option<u64>,
    /// Questionnaires they submitted.
    pub questionnaires: u64,
    /// Marks on goals.
    pub marks: u64,
    /// Contributions in words.
    pub contributions: i64,
    /// Statements.
    pub statements: usize,
    /// Goals that were laid open.
    pub goals: usize,
    /// Goals of them that say something else now, stand elsewhere or are there no more.
    pub changed: usize,
}

/// One field of action in the overview.
#[derive(Clone, Debug, Serialize)]
pub struct FieldMultiple {
    /// Its sheet.
    pub url: String,
    /// Its lasting name.
    pub key: String,
    /// "2".
    pub label: String,
    /// Its title.
    pub title: String,
    /// How many of what.
    pub counts: Counts,
    /// All its marks together, in chart order.
    pub shown: Shown,
    /// Which bars of the chart are those of its goals, in the order of the document.
    pub bars: Vec<usize>,
    /// The most contested goal: its name and the per cent that say "right"; none when no goal is contested.
    pub contested: Option<(String, u8)>,
}

/// Everything on the page over all fields.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// What it is about.
    pub sheet: Sheet,
    /// How many of what in all.
    pub counts: Counts,
    /// The fields of action.
    pub fields: Vec<FieldMultiple>,
    /// Geometry of all bars, on one scale.
    pub chart: Diverging,
    /// What was asked for in many fields.
    pub across: Vec<AskedRow>,
}

/// A theme with what was asked and what the town says.
#[derive(Clone, Debug, Serialize)]
pub struct AskedRow {
    /// Its name.
    pub name: String,
    /// Where everyone reads it; none before everyone may.
    pub url: Option<String>,
    /// "2.4", of the element it is about.
    pub label: String,
    /// How many answers and comments.
    pub texts: i64,
    /// How many segments of statements.
    pub segments: i64,
    /// What the town says.
    pub said: Option<AssessmentView>,
}

/// What a statement says on this field.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceRow {
    /// Its number in the register.
    pub number: i32,
    /// For whom it speaks; none for a person.
    pub name: Option<String>,
    /// Where everyone reads it; none when not everyone may.
    pub url: Option<String>,
    /// Its themes, each with the text and the badge of what the town says.
    pub themes: Vec<(String, Option<(&'static str, &'static str)>)>,
}

/// A change in a line.
#[derive(Serialize)]
pub struct BriefChange {
    /// "2.4"; may be empty.
    pub label: String,
    /// What it is called; may be empty.
    pub name: String,
    /// What became of it.
    pub fates: Vec<FateBadge>,
}

/// Everything on the sheet of one field.
#[derive(Serialize)]
pub struct FieldSheet {
    /// What it is about.
    pub sheet: Sheet,
    /// Its lasting name.
    pub key: String,
    /// "2".
    pub label: String,
    /// Its title.
    pub title: String,
    /// How many of what.
    pub counts: Counts,
    /// The most contested goal: its name and the per cent that say "right"; none when no goal is contested.
    pub contested: Option<(String, u8)>,
    /// How many goals are contested.
    pub contested_goals: usize,
    /// The goals, the most contested ones first.
    pub goals: Vec<GoalResult>,
    /// How many more there are.
    pub more_goals: usize,
    /// Where all goals stand; none while results are not published.
    pub results_url: Option<String>,
    /// Geometry of the goals' bars.
    pub chart: Diverging,
    /// What was asked for most.
    pub asked: Vec<AskedRow>,
    /// How many themes more there are.
    pub more_asked: usize,
    /// What statements say.
    pub voices: Vec<VoiceRow>,
    /// How many statements more there are.
    pub more_voices: usize,
    /// The name of the edition that was laid open.
    pub before: String,
    /// Old and new words of what became different.
    pub changed: Vec<ElementOutcome>,
    /// What else became different.
    pub brief: Vec<BriefChange>,
    /// What was not followed.
    pub refused: Vec<AskedRow>,
    /// How many themes more were not followed.
    pub more_refused: usize,
    /// The way of the papers through the bodies.
    pub papers: Vec<PaperWay>,
}

impl Marked for GoalResult {
    fn shown(&self) -> &Shown {
        &self.shown
    }
}

/// `templates/briefing/overview.html`: all fields of action as small multiples.
#[derive(Serialize)]
pub struct BriefingPage {
    /// Everything on it.
    pub briefing: Overview,
}

impl View for BriefingPage {
    const TEMPLATE: &'static str = "briefing/overview.html";

    fn samples() -> Vec<Self> {
        let samples = Overview::samples(false).into_iter();
        samples.map(|briefing| Self { briefing }).collect()
    }
}

/// The same at the desk.
#[derive(Serialize)]
pub struct DeskBriefingPage {
    /// Everything on it.
    pub briefing: Overview,
}

impl View for DeskBriefingPage {
    const TEMPLATE: &'static str = "briefing/overview.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let samples = Overview::samples(true).into_iter();
        samples.map(|briefing| Self { briefing }).collect()
    }
}

/// `templates/briefing/field.html`: one field of action on two sheets.
#[derive(Serialize)]
pub struct FieldBriefingPage {
    /// Everything on it.
    pub briefing: FieldSheet,
}

impl View for FieldBriefingPage {
    const TEMPLATE: &'static str = "briefing/field.html";

    fn samples() -> Vec<Self> {
        let samples = FieldSheet::samples(false).into_iter();
        samples.map(|briefing| Self { briefing }).collect()
    }
}

/// The same at the desk.
#[derive(Serialize)]
pub struct DeskFieldBriefingPage {
    /// Everything on it.
    pub briefing: FieldSheet,
}

impl View for DeskFieldBriefingPage {
    const TEMPLATE: &'static str = "briefing/field.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let samples = FieldSheet::samples(true).into_iter();
        samples.map(|briefing| Self { briefing }).collect()
    }
}

impl View for BriefingsPage {
    const TEMPLATE: &'static str = "briefing/list.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |since| OfferedRow {
            url: "/desk/briefings/ziele".into(),
            title: "Ziele für die Stadt".into(),
            since,
        };
        let rows = vec![row(Some(NaiveDate::default())), row(None)];
        vec![Self { rows }, Self { rows: Vec::new() }]
    }
}
