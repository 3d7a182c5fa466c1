//! The first page of the desk, as data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::account::Role;
use crate::base::page::View;

/// `templates/desk/home.html`: what waits for whoever is signed in, what she works on, what runs and what comes next.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// Her name.
    pub name: String,
    /// The texts that name her roles.
    pub roles: Vec<&'static str>,
    /// Today.
    pub today: NaiveDate,
    /// What waits for her; nothing that does not.
    pub waiting: Vec<Waiting>,
    /// What nobody outside sees yet and somebody has begun; only for those who may go on with it.
    pub work: Vec<Work>,
    /// Consultations with an open strand, the next end first.
    pub running: Vec<Running>,
    /// What begins or ends soon, the next first.
    pub dates: Vec<Dated>,
    /// What she can begin, when the town has nothing yet.
    pub is_new: bool,
    /// Whether she may begin it.
    pub may_edit: bool,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// The text that says what, with `$n`.
    pub key: &'static str,
    /// How many.
    pub n: i64,
    /// Where it is done.
    pub url: String,
}

/// Something begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Its title.
    pub title: String,
    /// The text that says what it is, with `$day`.
    pub key: &'static str,
    /// The day it was begun.
    pub since: NaiveDate,
    /// Where it goes on.
    pub url: String,
}

/// A consultation with an open strand.
#[derive(Clone, Debug, Serialize)]
pub struct Running {
    /// Its page: at the desk for those who work on it, else the public one.
    pub url: String,
    /// Its title.
    pub title: String,
    /// How many people took part so far; only for those who may see that before results are published.
    pub people: Option<i64>,
    /// Its open strands, the next end first.
    pub tracks: Vec<OpenTrack>,
}

/// A strand that is open.
#[derive(Clone, Debug, Serialize)]
pub struct OpenTrack {
    /// The text that names the strand.
    pub label_key: &'static str,
    /// Its last day.
    pub until: NaiveDate,
    /// Days from today.
    pub days: i64,
}

/// A day on which something begins or ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The day.
    pub day: NaiveDate,
    /// The text that says whether `$what` begins or ends.
    pub key: &'static str,
    /// The text that names the strand or the step.
    pub what_key: &'static str,
    /// The name of the step in the town's own words; empty for a strand.
    pub what: String,
    /// The consultation's title.
    pub title: String,
    /// Its page.
    pub url: String,
}

fn waiting() -> Vec<Waiting> {
    let waiting = |key, n, url: &str| Waiting {
        key,
        n,
        url: url.into(),
    };
    vec![
        waiting("desk-waiting-texts", 12, "/desk/moderation"),
        waiting("desk-waiting-objections", 1, "/desk/moderation"),
        waiting("desk-waiting-reports", 1, "/desk/moderation"),
        waiting("desk-waiting-sheets", 30, "/desk/paper"),
        waiting("desk-waiting-feedback", 1, "/desk/feedback"),
        waiting("desk-waiting-mails", 1, "/desk/mails"),
    ]
}

fn running() -> Running {
    let track = |days| OpenTrack {
        label_key: "track-survey",
        until: NaiveDate::default(),
        days,
    };
    Running {
        url: "/desk/consultations/spielplaetze".into(),
        title: "Spielplätze für alle".into(),
        people: Some(214),
        tracks: vec![track(0), track(1), track(12)],
    }
}

impl View for HomePage {
    const TEMPLATE: &'static str = "desk/home.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let date = |what: &str| Dated {
            day: NaiveDate::default(),
            key: "desk-date-last",
            what_key: "track-survey",
            what: what.into(),
            title: "Spielplätze für alle".into(),
            url: "/consultations/spielplaetze".into(),
        };
        let work = |key| Work {
            title: "Radverkehr".into(),
            key,
            since: NaiveDate::default(),
            url: "/desk/strategies/radverkehr".into(),
        };
        let quiet = Self {
            name: "Kim Beispiel".into(),
            roles: vec![Role::Councillor.label_key()],
            today: NaiveDate::default(),
            waiting: Vec::new(),
            work: Vec::new(),
            running: Vec::new(),
            dates: Vec::new(),
            is_new: false,
            may_edit: false,
        };
        vec![
            Self {
                roles: Role::ALL.map(Role::label_key).into(),
                waiting: waiting(),
                work: vec![work("desk-work-draft"), work("desk-work-consultation")],
                running: vec![
                    running(),
                    Running {
                        people: None,
                        ..running()
                    },
                ],
                dates: vec![date(""), date("Beratung im Bauausschuss")],
                may_edit: true,
                ..quiet.clone()
            },
            Self {
                is_new: true,
                may_edit: true,
                ..quiet.clone()
            },
            quiet,
        ]
    }
}
