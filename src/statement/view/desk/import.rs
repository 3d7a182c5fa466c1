//! A table of statements from another system.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::{FieldMessage, View};
use crate::consultation::view::{Subject, sample};

/// A row that can be taken in.
#[derive(Clone, Debug, Serialize)]
pub struct FoundRow {
    /// Its line in the file.
    pub line: usize,
    /// Whose it is; empty without a name.
    pub name: String,
    /// The text of the way it came.
    pub channel: &'static str,
    /// The day it came.
    pub received_on: NaiveDate,
    /// Whether that day stands in the row.
    pub is_dated: bool,
    /// Whether the town knows the organisation.
    pub is_known_party: bool,
    /// Whether it is late.
    pub is_late: bool,
    /// The key of the element it is about, if it names one.
    pub about: Option<String>,
    /// How it begins.
    pub excerpt: String,
    /// Its number, when it stands in the register already.
    pub number: Option<i32>,
}

/// A row that cannot.
#[derive(Clone, Debug, Serialize)]
pub struct StatementFault {
    /// Its line in the file.
    pub line: usize,
    /// The name that stands there.
    pub name: String,
    /// Columns, and what to do.
    pub cells: Vec<FieldMessage>,
}

/// What comes of a table.
#[derive(Clone, Debug, Serialize)]
pub struct StatementPreview {
    /// The file.
    pub file_name: String,
    /// The rows, to travel with the form; only when all are good.
    pub content: Option<String>,
    /// How many are new.
    pub new: usize,
    /// How many stand in the register already.
    pub known: usize,
    /// The good rows.
    pub rows: Vec<FoundRow>,
    /// The bad ones.
    pub faulty: Vec<StatementFault>,
}

/// `templates/statement/desk-import.html`: a table, and what comes of it.
#[derive(Clone, Debug, Serialize)]
pub struct StatementImportPage {
    /// The consultation.
    pub subject: Subject,
    /// Largest file, in mebibytes.
    pub max_mib: usize,
    /// Most rows.
    pub most: usize,
    /// The columns, as the template names them.
    pub columns: Vec<&'static str>,
    /// What comes of a table.
    pub preview: Option<StatementPreview>,
    /// What to do about the file.
    pub errors: Vec<FieldMessage>,
}

impl View for StatementImportPage {
    const TEMPLATE: &'static str = "statement/desk-import.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            subject: sample::subject(),
            max_mib: 2,
            most: 500,
            columns: vec!["ID", "Stellungnahmetext"],
            preview: None,
            errors: Vec::new(),
        };
        let row = |n: usize| FoundRow {
            line: n + 2,
            name: if n == 2 {
                String::new()
            } else {
                "Robin Muster".into()
            },
            channel: "statement-channel-import",
            received_on: sample::day(0),
            is_dated: n != 1,
            is_known_party: n == 0,
            is_late: n == 1,
            about: (n == 1).then(|| "sz-4".into()),
            excerpt: "Wir begrüßen das Konzept …".into(),
            number: (n == 2).then_some(4),
        };
        let fine = StatementPreview {
            file_name: "Stellungnahmen.xlsx".into(),
            content: Some("ID,Stellungnahmetext\r\n1,Text".into()),
            new: 2,
            known: 1,
            rows: (0..3).map(row).collect(),
            faulty: Vec::new(),
        };
        let message = |field: &str| FieldMessage {
            field_id: field.into(),
            message: "Das ist kein Tag.".into(),
        };
        let page = |preview: StatementPreview| Self {
            preview: Some(preview),
            ..bare.clone()
        };
        vec![
            page(StatementPreview {
                content: None,
                faulty: vec![StatementFault {
                    line: 5,
                    name: String::new(),
                    cells: vec![message("Einreichungsdatum"), message("E-Mail")],
                }],
                ..fine.clone()
            }),
            page(StatementPreview {
                new: 0,
                ..fine.clone()
            }),
            page(fine),
            Self {
                errors: vec![message("file")],
                ..bare.clone()
            },
            bare,
        ]
    }
}
