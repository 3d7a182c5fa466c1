//! The pages everyone opens first.

mod desk;

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::chart::Timeline;
use crate::base::page::View;
use crate::consultation::view::TimeWords;

pub use desk::{
    Check, DeskHomePage, DeskLink, DeskListPage, DeskRow, Next, PastWindow, PublishPage, SORTS,
    TrackState,
};

/// `templates/portal/start.html`: the consultations of the town.
#[derive(Serialize)]
pub struct StartPage {
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
                running: Vec::new(),
                announced: Vec::new(),
                ended: Vec::new(),
            },
            Self {
                running: vec![sample::card("time-remains")],
                announced: vec![
                    sample::card("time-begins"),
                    sample::card("time-begins-tomorrow"),
                ],
                ended: vec![sample::card("time-ended"), sample::published()],
            },
            Self {
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

mod sample {
    use super::{
        Card, ChangeRow, ConsultationPage, EditionLink, FieldRow, Moved, StepRow, TimeWords,
    };
    use crate::base::chart::tracks;
    use chrono::NaiveDate;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(20_000 + n)
    }

    pub fn card(key: &'static str) -> Card {
        Card {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            lead: "Was soll die Stadt erreichen?".into(),
            opens: day(0),
            closes: day(39),
            time: TimeWords {
                key,
                days: 11,
                day: day(39),
            },
            survey_open: key == "time-remains",
            results_since: None,
            people: 96,
            questionnaires: 264,
            fields: 10,
            goals: 41,
        }
    }

    pub fn published() -> Card {
        Card {
            results_since: Some(day(112)),
            ..card("time-ended")
        }
    }

    pub fn consultation(key: &'static str) -> ConsultationPage {
        let step = StepRow {
            sort: "track",
            label_key: Some("track-survey"),
            title: None,
            note: None,
            from: day(0),
            until: Some(day(39)),
            state: "open",
            time: Some(TimeWords {
                key,
                days: 11,
                day: day(39),
            }),
            changes: Vec::new(),
        };
        let changed = StepRow {
            label_key: Some("track-statements"),
            changes: vec![
                ChangeRow {
                    on: day(10),
                    begin: Some(Moved {
                        before: day(0),
                        after: day(2),
                    }),
                    end: Some(Moved {
                        before: day(39),
                        after: day(53),
                    }),
                    reason: "Viele Vereine haben darum gebeten.".into(),
                },
                ChangeRow {
                    on: day(12),
                    begin: None,
                    end: Some(Moved {
                        before: day(53),
                        after: day(20),
                    }),
                    reason: "Der Server wird umgezogen.".into(),
                },
            ],
            state: "later",
            ..step.clone()
        };
        let milestone = StepRow {
            sort: "milestone",
            label_key: None,
            title: Some("Beschluss".into()),
            note: Some("Die Sitzung ist öffentlich.".into()),
            until: None,
            time: None,
            ..step.clone()
        };
        ConsultationPage {
            card: card(key),
            contact: Some("Stabsstelle Stadtentwicklung".into()),
            timeline: tracks(
                &[
                    (day(0), Some(day(39))),
                    (day(0), Some(day(53))),
                    (day(180), None),
                ],
                day(20),
            ),
            steps: vec![step, changed, milestone],
            today: day(20),
            edition: EditionLink {
                strategy: "sek".into(),
                number: 1,
                name: "Entwurf 1".into(),
            },
            rows: vec![
                FieldRow {
                    key: "hf-wohnen".into(),
                    label: "1".into(),
                    title: "Wohnen und Bauen".into(),
                    goals: 5,
                    questionnaires: Some(38),
                },
                FieldRow {
                    key: "hf-verwaltung".into(),
                    label: "2".into(),
                    title: "Verwaltung".into(),
                    goals: 1,
                    questionnaires: None,
                },
            ],
        }
    }
}
