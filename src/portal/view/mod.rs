//! The pages everyone opens first.

mod desk;
mod sample;

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::chart::Timeline;
use crate::base::page::View;
use crate::consultation::view::TimeWords;
use crate::strategy::view::way::PaperWay;
use crate::translation::Reading;
use crate::translation::view::Languages;

pub use desk::{
    Check, DeskHomePage, DeskLink, DeskListPage, DeskRow, Next, PastWindow, PublishPage, SORTS,
    TrackState,
};

/// `templates/portal/start.html`: the consultations of the town.
#[derive(Serialize)]
pub struct StartPage {
    /// The languages to read in: those of any consultation.
    pub languages: Languages,
    /// People can take part now.
    pub running: Vec<Card>,
    /// They can soon.
    pub announced: Vec<Card>,
    /// They could; newest first.
    pub ended: Vec<Card>,
}

/// A consultation in a few lines.
#[derive(Clone, Serialize)]
pub struct Card {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// How title and lead read.
    pub reading: Reading,
    /// Its first day.
    pub opens: NaiveDate,
    /// Its last day.
    pub closes: NaiveDate,
    /// The time in plain words.
    pub time: TimeWords,
    /// Whether questionnaires are taken now.
    pub survey_open: bool,
    /// The day since when results are public.
    pub results_since: Option<NaiveDate>,
    /// People until yesterday.
    pub people: i64,
    /// Questionnaires until yesterday.
    pub questionnaires: i64,
    /// Fields of action of the edition laid open.
    pub fields: usize,
    /// Strategic goals of the edition laid open.
    pub goals: usize,
}

/// `templates/portal/consultation.html`: one consultation with its timetable and the draft.
#[derive(Serialize)]
pub struct ConsultationPage {
    /// The consultation.
    pub card: Card,
    /// The languages to read in.
    pub languages: Languages,
    /// Whether everyone may read what became of the contributions.
    pub has_outcome: bool,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The strands and the steps after them, in the order of the timetable.
    pub steps: Vec<StepRow>,
    /// Geometry of the timetable: bar n belongs to step n.
    pub timeline: Timeline,
    /// Today.
    pub today: NaiveDate,
    /// The edition laid open.
    pub edition: EditionLink,
    /// Its fields of action.
    pub rows: Vec<FieldRow>,
    /// `none`, `open` or `over`: whether people comment on the draft.
    pub comments: &'static str,
    /// Statements, where it takes some.
    pub statements: Option<StatementsCard>,
    /// The papers that bring its edition or a later one to the council, with their way.
    pub papers: Vec<PaperWay>,
}

/// What everyone should know about statements.
#[derive(Clone, Serialize)]
pub struct StatementsCard {
    /// `later`, `open`, `late` or `over`.
    pub moment: &'static str,
    /// The last day that is in time for everyone.
    pub until: NaiveDate,
    /// For how many organisations the deadline is longer, and until when.
    pub extensions: Vec<(i64, NaiveDate)>,
}

/// A strand of the consultation, or a step after it.
#[derive(Clone, Serialize)]
pub struct StepRow {
    /// `track` or `milestone`.
    pub sort: &'static str,
    /// Text key of the name of a track.
    pub label_key: Option<&'static str>,
    /// Title of a milestone.
    pub title: Option<String>,
    /// One sentence about a milestone.
    pub note: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none for a step of one day.
    pub until: Option<NaiveDate>,
    /// `later`, `open` or `over`.
    pub state: &'static str,
    /// Time in words, for a track.
    pub time: Option<TimeWords>,
    /// How the days of a track were changed after they had been announced, the first change first.
    pub changes: Vec<ChangeRow>,
}

/// A changed deadline: what had been announced, what counts now, and why.
#[derive(Clone, Serialize)]
pub struct ChangeRow {
    /// The day on which it was changed.
    pub on: NaiveDate,
    /// The first day before and after, when it was moved.
    pub begin: Option<Moved>,
    /// The last day before and after, when it was moved.
    pub end: Option<Moved>,
    /// Why.
    pub reason: String,
}

/// A day that was moved.
#[derive(Clone, Serialize)]
pub struct Moved {
    /// As it had been announced.
    pub before: NaiveDate,
    /// As it is now.
    pub after: NaiveDate,
}

/// Where the edition is read.
#[derive(Clone, Serialize)]
pub struct EditionLink {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The edition's number.
    pub number: i32,
    /// The edition's name.
    pub name: String,
}

/// A field of action in the draft.
#[derive(Clone, Serialize)]
pub struct FieldRow {
    /// Its lasting name.
    pub key: String,
    /// "2".
    pub label: String,
    /// Its title.
    pub title: String,
    /// How it reads.
    pub reading: Reading,
    /// How many strategic goals it has.
    pub goals: usize,
    /// Questionnaires until yesterday; none when no survey asks about it.
    pub questionnaires: Option<i64>,
}

impl View for StartPage {
    const TEMPLATE: &'static str = "portal/start.html";

    fn samples() -> Vec<Self> {
        vec![
            Self {
                languages: Languages::default(),
                running: Vec::new(),
                announced: Vec::new(),
                ended: Vec::new(),
            },
            Self {
                languages: Languages::sample(),
                running: vec![sample::card("time-remains")],
                announced: vec![
                    sample::card("time-begins"),
                    sample::card("time-begins-tomorrow"),
                ],
                ended: vec![sample::card("time-ended"), sample::published()],
            },
            Self {
                languages: Languages::default(),
                running: vec![
                    sample::card("time-last-day"),
                    sample::card("time-until-tomorrow"),
                ],
                announced: Vec::new(),
                ended: vec![sample::published()],
            },
        ]
    }
}

impl View for ConsultationPage {
    const TEMPLATE: &'static str = "portal/consultation.html";

    fn samples() -> Vec<Self> {
        ["time-begins", "time-remains", "time-ended"]
            .map(sample::consultation)
            .into()
    }
}
