//! Longer deadlines of organisations.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::{Faults, View};
use crate::consultation::form::EndWarning;
use crate::consultation::view::{Subject, sample as consultation};
use crate::statement::form::desk::DeadlinesForm;

/// An organisation that asks for a longer deadline.
#[derive(Clone, Debug, Serialize)]
pub struct RequestPick {
    /// The organisation's name in forms.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The last day it wishes for.
    pub wished_for: NaiveDate,
    /// Why.
    pub reason: String,
    /// When it asked.
    pub asked_on: NaiveDate,
    /// The last day that counts for it now.
    pub until: NaiveDate,
    /// What was typed as a day of its own.
    pub own_day: String,
    /// Whether it was ticked.
    pub is_picked: bool,
}

/// An organisation that was asked for a statement and has not asked for a longer deadline.
#[derive(Clone, Debug, Serialize)]
pub struct PartyPick {
    /// Its name in forms.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The last day that counts for it now.
    pub until: NaiveDate,
    /// Whether that is later than everybody's.
    pub is_longer: bool,
    /// Whether it was ticked.
    pub is_picked: bool,
}

/// What happened to deadlines.
#[derive(Clone, Debug, Serialize)]
pub struct DeadlineEvent {
    /// When.
    pub on: NaiveDate,
    /// The organisation.
    pub name: String,
    /// The text of what happened.
    pub key: &'static str,
    /// Until when, if it was granted or asked for.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// `templates/statement/desk-deadlines.html`: who asks for more time, who has it, and a decision about several at once.
#[derive(Clone, Debug, Serialize)]
pub struct DeadlinesPage {
    /// The consultation.
    pub subject: Subject,
    /// The last day for everyone.
    pub last_day: NaiveDate,
    /// Whether it is over.
    pub is_over: bool,
    /// Those that wait for a decision.
    pub waiting: Vec<RequestPick>,
    /// All the others that were asked for a statement.
    pub others: Vec<PartyPick>,
    /// Those that have more time than everyone.
    pub longer: Vec<PartyPick>,
    /// Whether one of the others was ticked, or nobody waits: then they are in sight.
    pub shows_others: bool,
    /// What was chosen and typed.
    pub form: DeadlinesForm,
    /// Why the day is a bad one for an end.
    pub warning: Option<EndWarning>,
    /// Most characters of the reason.
    pub limit: usize,
    /// What happened, the newest first.
    pub events: Vec<DeadlineEvent>,
    /// What to do about the fields.
    pub faults: Faults,
}

impl View for DeadlinesPage {
    const TEMPLATE: &'static str = "statement/desk-deadlines.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let day = consultation::day;
        let bare = Self {
            subject: consultation::subject(),
            last_day: day(0),
            is_over: false,
            waiting: Vec::new(),
            others: Vec::new(),
            longer: Vec::new(),
            shows_others: false,
            form: DeadlinesForm::default(),
            warning: None,
            limit: 1_000,
            events: Vec::new(),
            faults: Faults::default(),
        };
        let request = |id: &str, own_day: &str| RequestPick {
            id: id.into(),
            name: "Handels- und Gewerbeverein Lindenau am Neckar e.V.".into(),
            wished_for: day(31),
            reason: "Unser Vorstand tagt erst im August.".into(),
            asked_on: day(0),
            until: day(0),
            own_day: own_day.into(),
            is_picked: !own_day.is_empty(),
        };
        let full = Self {
            waiting: vec![request("x", "2026-08-14"), request("w", "")],
            others: vec![
                PartyPick {
                    id: "y".into(),
                    name: "Seniorenrat".into(),
                    until: day(0),
                    is_longer: false,
                    is_picked: false,
                },
                PartyPick {
                    id: "z".into(),
                    name: "Stadtsportverband Lindenau".into(),
                    until: day(31),
                    is_longer: true,
                    is_picked: true,
                },
            ],
            longer: vec![PartyPick {
                id: "z".into(),
                name: "Stadtsportverband Lindenau".into(),
                until: day(31),
                is_longer: true,
                is_picked: false,
            }],
            form: DeadlinesForm {
                until: "2026-08-30".into(),
                reason: "Ferienzeit".into(),
                ..DeadlinesForm::default()
            },
            events: vec![
                DeadlineEvent {
                    on: day(1),
                    name: "Stadtsportverband Lindenau".into(),
                    key: "deadline-was-granted",
                    until: Some(day(31)),
                    reason: "Ferienzeit".into(),
                },
                DeadlineEvent {
                    on: day(1),
                    name: "Seniorenrat".into(),
                    key: "deadline-was-declined",
                    until: None,
                    reason: "Es ist genug Zeit.".into(),
                },
            ],
            ..bare.clone()
        };
        let warned = EndWarning {
            label_key: "day-off-sunday",
            day: day(30),
            better: day(31),
        };
        vec![
            Self {
                warning: Some(warned),
                is_over: true,
                ..full.clone()
            },
            Self {
                faults: Faults::sample(&["pick", "until", "reason", "pick-x", "day-x"]),
                shows_others: true,
                ..full.clone()
            },
            full,
            bare,
        ]
    }
}
