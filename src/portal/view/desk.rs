//! A consultation as a whole, at the desk.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::{Listing, View};
use crate::consultation::form::EndWarning;
use crate::consultation::view::{Subject, TimeWords, sample};

/// By what the list of consultations can be sorted; the newest first is the usual order.
pub const SORTS: [&str; 4] = ["-made", "title", "next", "people"];

/// `templates/portal/desk-list.html`: all consultations, published or not.
#[derive(Serialize)]
pub struct DeskListPage {
    /// Search, filter, pages.
    pub listing: Listing,
    /// The consultations of this page.
    pub rows: Vec<DeskRow>,
    /// Whether whoever looks may create one.
    pub may_edit: bool,
    /// Whether something lies in the bin.
    pub has_bin: bool,
}

/// One consultation in the list.
#[derive(Clone, Serialize)]
pub struct DeskRow {
    /// Which.
    pub subject: Subject,
    /// `hidden`, `later`, `open`, `over` or `removed`.
    pub state: &'static str,
    /// What ends or begins next: the strand and the time in words.
    pub next: Option<Next>,
    /// How many surveys it has.
    pub surveys: i64,
    /// How many people have taken part.
    pub people: i64,
}

/// What ends or begins next.
#[derive(Clone, Serialize)]
pub struct Next {
    /// The text that names the strand.
    pub label_key: &'static str,
    /// The time in words.
    pub time: TimeWords,
}

/// `templates/portal/desk-home.html`: one consultation: what is done, what is missing, its times, where to go on.
#[derive(Serialize)]
pub struct DeskHomePage {
    /// Which.
    pub subject: Subject,
    /// `hidden`, `later`, `open`, `over` or `removed`.
    pub state: &'static str,
    /// Since when everyone sees it.
    pub published_on: Option<NaiveDate>,
    /// Whether whoever looks may change anything.
    pub may_edit: bool,
    /// What is done and what is missing.
    pub checks: Vec<Check>,
    /// Its strands.
    pub tracks: Vec<TrackState>,
    /// How many people have taken part.
    pub people: i64,
    /// How many questionnaires they have handed in.
    pub questionnaires: i64,
    /// How many people hear of it by mail.
    pub subscribers: i64,
    /// Where to go on.
    pub links: Vec<DeskLink>,
}

/// One line of the check list.
#[derive(Clone, Serialize)]
pub struct Check {
    /// `done`, `todo` or `odd`.
    pub state: &'static str,
    /// What it is about, in words.
    pub text: String,
    /// Where to do something about it.
    pub url: Option<String>,
}

/// A strand with all windows it has had.
#[derive(Clone, Serialize)]
pub struct TrackState {
    /// `survey`, `comments` or `statements`.
    pub kind: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// The time in words.
    pub time: TimeWords,
    /// `later`, `open` or `over`.
    pub state: &'static str,
    /// Why its last day is a bad one for an end.
    pub warning: Option<EndWarning>,
    /// Every window it has had, the newest first.
    pub history: Vec<PastWindow>,
}

/// A window a strand has had.
#[derive(Clone, Serialize)]
pub struct PastWindow {
    /// The day on which it was set.
    pub on: NaiveDate,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Why it replaced the one before.
    pub reason: Option<String>,
}

/// Where to go on.
#[derive(Clone, Copy, Serialize)]
pub struct DeskLink {
    /// Behind the address of the consultation.
    pub path: &'static str,
    /// The text that names the page.
    pub label_key: &'static str,
    /// The text that says what is done there.
    pub about_key: &'static str,
}

/// `templates/portal/desk-publish.html`: asks before everyone sees a consultation.
#[derive(Serialize)]
pub struct PublishPage {
    /// Which.
    pub subject: Subject,
    /// What becomes public, in words.
    pub becomes: Vec<String>,
    /// What is still missing or odd.
    pub odd: Vec<Check>,
    /// Whether it can be published at all: it needs at least one strand with its days.
    pub is_possible: bool,
}

impl View for DeskListPage {
    const TEMPLATE: &'static str = "portal/desk-list.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |state, next| DeskRow {
            subject: sample::subject(),
            state,
            next,
            surveys: 10,
            people: 96,
        };
        let next = |key| {
            Some(Next {
                label_key: "track-survey",
                time: time(key),
            })
        };
        let rows = vec![
            row("hidden", None),
            row("later", next("time-begins")),
            row("open", next("time-remains")),
            row("over", next("time-ended")),
            row("removed", None),
        ];
        let page = |rows: Vec<DeskRow>, may_edit| Self {
            has_bin: may_edit,
            listing: Listing::sample(rows.len(), &SORTS),
            rows,
            may_edit,
        };
        vec![page(rows, true), page(Vec::new(), false)]
    }
}

impl View for DeskHomePage {
    const TEMPLATE: &'static str = "portal/desk-home.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let track = TrackState {
            kind: "survey",
            label_key: "track-survey",
            from: sample::day(0),
            until: sample::day(41),
            time: time("time-remains"),
            state: "open",
            warning: Some(EndWarning {
                label_key: "day-off-sunday",
                day: sample::day(41),
                better: sample::day(42),
            }),
            history: vec![
                window(41, Some("Viele Vereine haben darum gebeten.")),
                window(39, None),
            ],
        };
        let fresh = || Self {
            subject: sample::subject(),
            state: "hidden",
            published_on: None,
            may_edit: true,
            checks: vec![
                check("done", None),
                check("todo", Some("/desk/consultations/ziele/times")),
                check("odd", Some("/desk/consultations/ziele/surveys")),
            ],
            tracks: Vec::new(),
            people: 0,
            questionnaires: 0,
            subscribers: 0,
            links: LINK.to_vec(),
        };
        let full = |may_edit| Self {
            state: "open",
            published_on: Some(sample::day(0)),
            may_edit,
            people: 96,
            questionnaires: 264,
            subscribers: 12,
            tracks: vec![
                track.clone(),
                TrackState {
                    state: "over",
                    warning: None,
                    history: Vec::new(),
                    ..track.clone()
                },
            ],
            ..fresh()
        };
        let removed = |may_edit| Self {
            state: "removed",
            may_edit,
            ..fresh()
        };
        vec![
            fresh(),
            full(true),
            full(false),
            removed(true),
            removed(false),
        ]
    }
}

impl View for PublishPage {
    const TEMPLATE: &'static str = "portal/desk-publish.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |odd, is_possible| Self {
            subject: sample::subject(),
            becomes: vec!["Die Seite der Beteiligung".into()],
            odd,
            is_possible,
        };
        vec![
            page(Vec::new(), true),
            page(
                vec![check("odd", Some("/desk")), check("todo", None)],
                false,
            ),
        ]
    }
}

/// An example of a link.
const LINK: [DeskLink; 1] = [DeskLink {
    path: "/edit",
    label_key: "desk-consultation-basics",
    about_key: "desk-consultation-basics-about",
}];

fn time(key: &'static str) -> TimeWords {
    TimeWords {
        key,
        days: 11,
        day: sample::day(39),
    }
}

fn check(state: &'static str, url: Option<&str>) -> Check {
    Check {
        state,
        text: "Zeiten gesetzt".into(),
        url: url.map(Into::into),
    }
}

fn window(last: u64, reason: Option<&str>) -> PastWindow {
    PastWindow {
        on: sample::day(0),
        from: sample::day(0),
        until: sample::day(last),
        reason: reason.map(Into::into),
    }
}
