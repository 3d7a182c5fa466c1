//! The first page of the desk, as data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::account::Role;
use crate::base::page::View;

/// `templates/desk/home.html`: what waits for whoever is signed in, and what is running.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// Her name.
    pub name: String,
    /// The texts that name her roles.
    pub roles: Vec<&'static str>,
    /// What waits for her; nothing that does not.
    pub waiting: Vec<Waiting>,
    /// Strands of consultations that are open, the next end first.
    pub open: Vec<OpenTrack>,
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
    pub url: &'static str,
}

/// A strand that is open.
#[derive(Clone, Debug, Serialize)]
pub struct OpenTrack {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The text that names the strand.
    pub label_key: &'static str,
    /// Its last day.
    pub until: NaiveDate,
    /// Days from today.
    pub days: i64,
}

impl View for HomePage {
    const TEMPLATE: &'static str = "desk/home.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let waiting = |key, n, url| Waiting { key, n, url };
        let track = |days| OpenTrack {
            slug: "spielplaetze".into(),
            title: "Spielplätze für alle".into(),
            label_key: "track-survey",
            until: NaiveDate::default(),
            days,
        };
        let quiet = Self {
            name: "Kim Beispiel".into(),
            roles: vec![Role::Councillor.label_key()],
            waiting: Vec::new(),
            open: Vec::new(),
            is_new: false,
            may_edit: false,
        };
        vec![
            Self {
                roles: Role::ALL.map(Role::label_key).into(),
                waiting: vec![
                    waiting("desk-waiting-texts", 12, "/desk/moderation"),
                    waiting("desk-waiting-objections", 1, "/desk/moderation"),
                    waiting("desk-waiting-drafts", 2, "/desk/strategies"),
                    waiting("desk-waiting-consultations", 1, "/desk/consultations"),
                    waiting("desk-waiting-sheets", 30, "/desk/paper"),
                    waiting("desk-waiting-feedback", 1, "/desk/feedback"),
                    waiting("desk-waiting-mails", 1, "/desk/mails"),
                ],
                open: vec![track(0), track(1), track(12)],
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
