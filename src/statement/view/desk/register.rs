//! The register of statements.

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::{Mark, Pick};
use crate::base::page::{Listing, View};
use crate::consultation::view::{Subject, sample};
use crate::statement::model::register::{Counts, State};
use crate::statement::model::{Channel, Standing};

/// By what the register can be sorted.
pub const REGISTER_SORTS: [&str; 7] = [
    "name", "number", "invited", "deadline", "received", "channel", "state",
];

/// One line.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterRow {
    /// The statement's number.
    pub number: Option<i32>,
    /// Where the statement is, or else the organisation.
    pub url: Option<String>,
    /// Whose it is; empty for a statement without a name.
    pub name: String,
    /// For whom it was written, or empty.
    pub behalf: String,
    /// How many others sign.
    pub others: usize,
    /// When the organisation was asked.
    pub invited_on: Option<NaiveDate>,
    /// When it was written to again.
    pub reminded_on: Option<NaiveDate>,
    /// The last day that counts for it.
    pub until: NaiveDate,
    /// When it got more time.
    pub extended_on: Option<NaiveDate>,
    /// When the statement came.
    pub received_on: Option<NaiveDate>,
    /// By how many days it is late.
    pub days_late: Option<i64>,
    /// The text of the way it came.
    pub channel: Option<&'static str>,
    /// Nothing to object.
    pub is_nil: bool,
    /// How many versions came.
    pub versions: usize,
    /// Whether all mail addresses in it are confirmed; none where there is none.
    pub is_confirmed: Option<bool>,
    /// What is to be said about it.
    pub state: Mark,
    /// How many days are left, while it can still come in time.
    pub days_left: Option<i64>,
}

/// The register in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterCounts {
    /// Organisations that were asked.
    pub invited: usize,
    /// Those of them that have answered.
    pub answered: usize,
    /// Those of these that have nothing to object.
    pub nil: usize,
    /// Those that have let us know that nothing will come.
    pub declined: usize,
    /// Those that have as much time left as everybody.
    pub open: usize,
    /// Those that have time left because of a longer deadline.
    pub open_longer: usize,
    /// Those that have not answered in time.
    pub silent: usize,
    /// Statements of others.
    pub uninvited: usize,
    /// Everything that came late.
    pub late: usize,
    /// What came late and waits for a decision.
    pub late_waiting: usize,
    /// Lines with a longer deadline.
    pub longer: usize,
}

impl From<Counts> for RegisterCounts {
    fn from(counts: Counts) -> Self {
        Self {
            invited: counts.invited,
            answered: counts.answered,
            nil: counts.nil,
            declined: counts.declined,
            open: counts.open,
            open_longer: counts.open_longer,
            silent: counts.silent,
            uninvited: counts.uninvited,
            late: counts.late,
            late_waiting: counts.late_waiting,
            longer: counts.longer,
        }
    }
}

/// A late statement that waits for a decision.
#[derive(Clone, Debug, Serialize)]
pub struct LateRow {
    /// Its number.
    pub number: i32,
    /// Whose it is.
    pub name: String,
    /// By how many days it is late.
    pub days: i64,
}

/// `templates/statement/desk-register.html`: who was asked, who has answered, and everything that came.
#[derive(Clone, Debug, Serialize)]
pub struct StatementRegisterPage {
    /// The consultation.
    pub subject: Subject,
    /// The last day for everyone.
    pub last_day: NaiveDate,
    /// Whether it is over.
    pub is_over: bool,
    /// In numbers.
    pub counts: RegisterCounts,
    /// What came late and waits, the first ones.
    pub waiting: Vec<LateRow>,
    /// How many requests for a longer deadline wait.
    pub requests: usize,
    /// What is searched for, and which page of it.
    pub listing: Listing,
    /// The lines on this page.
    pub rows: Vec<RegisterRow>,
    /// The states, for the filter.
    pub states: Vec<Pick>,
    /// The ways, for the filter.
    pub channels: Vec<Pick>,
    /// Where the same list is as a file.
    pub csv_url: String,
    /// The same as a workbook.
    pub xlsx_url: String,
    /// Whether she may enter what came by letter.
    pub may_enter: bool,
    /// Whether she may decide.
    pub may_decide: bool,
}

impl View for StatementRegisterPage {
    const TEMPLATE: &'static str = "statement/desk-register.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let day = sample::day(0);
        let row = |n: i32, state: State| RegisterRow {
            number: matches!(state, State::Came(_)).then_some(n),
            url: (n != 2).then(|| "/desk/consultations/ziele/statements/1".into()),
            name: match n {
                2 => String::new(),
                _ => "Mieterverein Lindenau und Umgebung e.V.".into(),
            },
            behalf: match n {
                3 => "Nachbarschaft Spitalgasse".into(),
                _ => String::new(),
            },
            others: usize::from(n == 3) * 2,
            invited_on: (n != 3).then_some(day),
            reminded_on: (n == 1).then_some(day + TimeDelta::days(9)),
            until: day + TimeDelta::days(30),
            extended_on: (n == 4).then_some(day),
            received_on: matches!(state, State::Came(_)).then_some(day + TimeDelta::days(36)),
            days_late: (state == State::Came(Standing::LateWaiting)).then_some(6),
            channel: matches!(state, State::Came(_)).then_some("statement-channel-fax"),
            is_nil: n == 6,
            versions: usize::try_from(n).unwrap_or(1),
            is_confirmed: (n > 3).then_some(n > 4),
            state: state.into(),
            days_left: (state == State::Open).then_some(7),
        };
        let counts = |invited: usize| RegisterCounts {
            invited,
            answered: invited / 2,
            nil: invited / 3,
            declined: invited / 4,
            open: invited / 5,
            open_longer: invited / 4,
            silent: invited / 6,
            uninvited: 2,
            late: invited / 4,
            late_waiting: invited / 4,
            longer: invited / 4,
        };
        let page = |n: usize| Self {
            subject: sample::subject(),
            last_day: day + TimeDelta::days(30),
            is_over: n > 8,
            counts: counts(n),
            waiting: vec![
                LateRow {
                    number: 7,
                    name: "Mieterverein Lindenau".into(),
                    days: 6,
                };
                n / 4
            ],
            requests: n / 4,
            listing: Listing::sample(n, &REGISTER_SORTS),
            rows: (1..)
                .zip(State::ALL.into_iter().cycle().take(n.min(50)))
                .map(|(i, state)| row(i, state))
                .collect(),
            states: Pick::states(),
            channels: Pick::channels(&Channel::ALL),
            csv_url: "/desk/consultations/ziele/statements/register.csv".into(),
            xlsx_url: "/desk/consultations/ziele/statements/register.xlsx".into(),
            may_enter: n < 100,
            may_decide: n < 10,
        };
        vec![page(0), page(8), page(120)]
    }
}
