//! What a receipt code opens as a whole.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::base::page::View;
use crate::statement::model::Statement;
use crate::statement::view::sample::person;
use crate::survey::view::{CodeWords, Head};

/// `templates/resident/contributions.html`: everything that was given under one receipt code.
#[derive(Clone, Serialize)]
pub struct ContributionsPage {
    /// The consultation.
    pub head: Head,
    /// The code.
    pub code: CodeWords,
    /// Whether answers to a survey were typed or sent.
    pub has_answers: bool,
    /// Whether answers are taken.
    pub is_open: bool,
    /// The day answers were sent.
    pub submitted_on: Option<NaiveDate>,
    /// The day they were withdrawn.
    pub withdrawn_on: Option<NaiveDate>,
    /// How many comments.
    pub comments: usize,
    /// How many comments of others she sees the same way.
    pub agreed: usize,
    /// Her statement.
    pub statement: Option<StatementState>,
    /// Whether the code lies in the account of whoever is signed in: `kept`, `free`, or `none` when nobody is.
    pub account: &'static str,
}

/// Where a statement stands.
#[derive(Clone, Debug, Serialize)]
pub struct StatementState {
    /// Since it was handed in.
    pub number: Option<i32>,
    /// The text that says where it stands.
    pub label_key: &'static str,
    /// The kind of its badge.
    pub kind: &'static str,
}

impl StatementState {
    /// Where it stands, when that deadline holds.
    pub fn of(one: &Statement, deadline: DateTime<Utc>) -> Self {
        let standing = one.standing(deadline);
        Self {
            number: one.number,
            label_key: standing.label_key(),
            kind: standing.badge(),
        }
    }

    pub(super) fn sample(number: Option<i32>) -> Self {
        Self {
            number,
            label_key: "statement-standing-handed-in",
            kind: "success",
        }
    }
}

impl View for ContributionsPage {
    const TEMPLATE: &'static str = "resident/contributions.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let seat = person("open");
        let empty = Self {
            head: Head {
                slug: seat.slug,
                title: seat.title,
                lang: None,
                closes: seat.until,
            },
            code: CodeWords {
                plain: "k7mq4t2x9hrdw3pa6n5ejv8bc2".into(),
                grouped: "K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2XY".into(),
            },
            has_answers: false,
            is_open: true,
            submitted_on: None,
            withdrawn_on: None,
            comments: 0,
            agreed: 0,
            statement: None,
            account: "none",
        };
        let statement = |number| Some(StatementState::sample(number));
        vec![
            Self {
                has_answers: true,
                submitted_on: Some(seat.until),
                comments: 3,
                agreed: 2,
                statement: statement(Some(7)),
                account: "free",
                ..empty.clone()
            },
            Self {
                has_answers: true,
                statement: statement(None),
                account: "kept",
                ..empty.clone()
            },
            Self {
                withdrawn_on: Some(seat.until),
                is_open: false,
                comments: 1,
                ..empty.clone()
            },
            empty,
        ]
    }
}
