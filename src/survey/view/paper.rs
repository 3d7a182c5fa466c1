//! Paper forms at the desk: batches, sheets, the screen on which they are typed and checked.

use chrono::NaiveDate;
use serde::Serialize;

use super::form::FormSection;
use super::form_sample::{sample_day, sample_sections};
use crate::base::page::{FieldMessage, Listing, View};
use crate::survey::form::BatchForm;

/// `templates/survey/desk-paper.html`: all batches.
#[derive(Serialize)]
pub struct PaperListPage {
    /// Search, filter, pages.
    pub listing: Listing,
    /// The batches of this page.
    pub rows: Vec<PaperRow>,
}

/// By what batches are sorted.
pub const PAPER_SORTS: [&str; 4] = ["-opened", "name", "consultation", "-sheets"];

/// One batch in the list.
#[derive(Clone, Serialize)]
pub struct PaperRow {
    /// Its name in addresses.
    pub id: String,
    /// What is written on the folder.
    pub name: String,
    /// The consultation's title.
    pub title: String,
    /// The text key of the channel.
    pub channel_key: &'static str,
    /// `empty`, `waiting`, `ready`, `entered`.
    pub stage: &'static str,
    /// Sheets in it.
    pub sheets: usize,
    /// Sheets that are checked.
    pub checked: usize,
    /// The day it was begun.
    pub opened_on: NaiveDate,
}

/// `templates/survey/desk-paper-new.html`: begin a batch.
#[derive(Serialize)]
pub struct PaperNewPage {
    /// Consultations with a survey that has begun.
    pub consultations: Vec<Pick>,
    /// The channels to choose from.
    pub channels: Vec<Pick>,
    /// What was typed.
    pub form: BatchForm,
    /// Most characters of the name.
    pub limit: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// Something to choose in a form.
#[derive(Clone, Serialize)]
pub struct Pick {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// `templates/survey/desk-paper-batch.html`: one batch with its sheets.
#[derive(Serialize)]
pub struct PaperBatchPage {
    /// The batch.
    pub batch: PaperRow,
    /// Who began it.
    pub opened_by: String,
    /// The day it was counted.
    pub entered_on: Option<NaiveDate>,
    /// Whether the town wants a second person.
    pub second_check: bool,
    /// The last day on which forms could come, when the survey has begun.
    pub last_day: Option<NaiveDate>,
    /// How many sheets whoever looks may check.
    pub to_check: usize,
    /// The first of them.
    pub next_check: Option<i32>,
    /// Whether it has as many sheets as it may.
    pub is_full: bool,
    /// Its sheets.
    pub rows: Vec<SheetRow>,
    /// Why it could not be counted.
    pub fault: Option<String>,
}

/// One sheet in its batch.
#[derive(Clone, Serialize)]
pub struct SheetRow {
    /// Its number.
    pub number: i32,
    /// The day it reached the town.
    pub received_on: NaiveDate,
    /// How many questions are answered on it.
    pub answers: usize,
    /// Who typed it last.
    pub typed_by: String,
    /// Who checked it.
    pub checked_by: Option<String>,
}

/// `templates/survey/desk-sheet.html`: one sheet, in the shape of the form.
#[derive(Serialize)]
pub struct SheetPage {
    /// `new`, `change`, `check`.
    pub mode: &'static str,
    /// The batch.
    pub batch: PaperRow,
    /// The number of the sheet.
    pub number: i32,
    /// The day as typed.
    pub received: String,
    /// What to do about the day.
    pub received_error: Option<String>,
    /// The first day on which a form could come.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// All questions with what is typed.
    pub sections: Vec<FormSection>,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
    /// How many sheets are still to be checked by whoever looks, this one included.
    pub to_check: usize,
}

fn sample_row(stage: &'static str) -> PaperRow {
    PaperRow {
        id: "01h".into(),
        name: "Mappe 3, Bürgerbüro".into(),
        title: "Ziele für die Stadt".into(),
        channel_key: "channel-paper",
        stage,
        sheets: 12,
        checked: 4,
        opened_on: sample_day(),
    }
}

impl View for PaperListPage {
    const TEMPLATE: &'static str = "survey/desk-paper.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let rows = ["empty", "waiting", "ready", "entered"].map(sample_row);
        vec![
            Self {
                listing: Listing::sample(4, &PAPER_SORTS),
                rows: rows.into(),
            },
            Self {
                listing: Listing::sample(0, &PAPER_SORTS),
                rows: Vec::new(),
            },
        ]
    }
}

impl View for PaperNewPage {
    const TEMPLATE: &'static str = "survey/desk-paper-new.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let pick = |value: &str, label: &str| Pick {
            value: value.into(),
            label: label.into(),
        };
        let page = |consultations, errors| Self {
            consultations,
            channels: vec![pick("paper", "Papier"), pick("desk", "Schalter")],
            form: BatchForm::default(),
            limit: 100,
            errors,
        };
        let error = FieldMessage {
            field_id: "name".into(),
            message: "Schreiben Sie bitte einen Namen.".into(),
        };
        vec![
            page(vec![pick("ziele", "Ziele für die Stadt")], vec![error]),
            page(Vec::new(), Vec::new()),
        ]
    }
}

impl View for PaperBatchPage {
    const TEMPLATE: &'static str = "survey/desk-paper-batch.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |number, checked_by: Option<&str>| SheetRow {
            number,
            received_on: sample_day(),
            answers: 7,
            typed_by: "Kim Beispiel".into(),
            checked_by: checked_by.map(str::to_owned),
        };
        let page = |stage, to_check, rows: Vec<SheetRow>| Self {
            batch: sample_row(stage),
            opened_by: "Kim Beispiel".into(),
            entered_on: (stage == "entered").then(sample_day),
            second_check: stage != "ready",
            last_day: Some(sample_day()),
            to_check,
            next_check: (to_check > 0).then_some(1),
            is_full: false,
            rows,
            fault: None,
        };
        let both = vec![row(1, None), row(2, Some("Sam Muster"))];
        vec![
            Self {
                last_day: None,
                ..page("empty", 0, Vec::new())
            },
            page("empty", 0, Vec::new()),
            page("waiting", 1, both.clone()),
            page("waiting", 0, both.clone()),
            Self {
                is_full: true,
                fault: Some("Bogen 2 kam nicht in der Zeit der Umfrage an.".into()),
                ..page("ready", 0, both.clone())
            },
            page("entered", 0, both),
        ]
    }
}

impl View for SheetPage {
    const TEMPLATE: &'static str = "survey/desk-sheet.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |mode| Self {
            mode,
            batch: sample_row("waiting"),
            number: 3,
            received: "3.7.2026".into(),
            received_error: None,
            first: sample_day(),
            last: sample_day(),
            sections: sample_sections(),
            errors: Vec::new(),
            to_check: 2,
        };
        let faulty = || {
            let mut page = Self {
                received_error: Some("Schreiben Sie einen Tag.".into()),
                errors: vec![FieldMessage {
                    field_id: "received".into(),
                    message: "Schreiben Sie einen Tag.".into(),
                }],
                ..page("new")
            };
            for question in page.sections.iter_mut().flat_map(|s| &mut s.questions) {
                question.error = Some("Frage 3: Das steht hier nicht zur Wahl.".into());
            }
            page
        };
        vec![page("new"), page("change"), page("check"), faulty()]
    }
}
