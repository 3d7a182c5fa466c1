//! Reported barriers at the desk, as data.

use chrono::NaiveDate;
use serde::Serialize;

use super::sample_day;
use crate::base::page::{ListAsk, Listing, View};

/// `templates/legal/desk-feedback.html`: what people report about barriers.
#[derive(Clone, Debug, Serialize)]
pub struct FeedbackPage {
    /// Search, filters, pages.
    pub listing: Listing,
    /// The reports on this page.
    pub reports: Vec<ReportRow>,
}

/// One report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportRow {
    /// Its name.
    pub id: String,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What was written.
    pub text: String,
    /// Where an answer is awaited.
    pub reply_to: Option<String>,
    /// The day it was done with.
    pub done_on: Option<NaiveDate>,
    /// By whom.
    pub done_by: String,
    /// Its number on this page, from 1.
    pub number: usize,
}

impl View for FeedbackPage {
    const TEMPLATE: &'static str = "legal/desk-feedback.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |number, reply_to, done_on| ReportRow {
            id: format!("01j{number}"),
            received_on: sample_day(),
            text: "Der Knopf „Weiter“\nlässt sich nicht vorlesen.".to_owned(),
            reply_to,
            done_on,
            done_by: "Kim Beispiel".to_owned(),
            number,
        };
        let ask = ListAsk::default();
        vec![
            Self {
                listing: ask.listing(2, &["-day"]),
                reports: vec![
                    row(1, Some("anna@example.de".to_owned()), None),
                    row(2, None, Some(sample_day())),
                ],
            },
            Self {
                listing: ask.listing(0, &["-day"]),
                reports: Vec::new(),
            },
        ]
    }
}
