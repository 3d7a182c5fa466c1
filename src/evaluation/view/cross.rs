//! One question by another, counted anew each time it is asked for.

use serde::Serialize;

use crate::base::page::View;

/// `templates/evaluation/desk-cross.html`: any question by any other, filtered by further ones; for evaluators.
#[derive(Clone, Serialize)]
pub struct CrossPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What can stand at the side or the head.
    pub axes: Vec<CrossChoices>,
    /// What can be filtered by: the answers to each question.
    pub groups: Vec<CrossChoices>,
    /// What stands at the side; empty when nothing was chosen.
    pub row: String,
    /// What stands at the head.
    pub column: String,
    /// The filters there are.
    pub filters: Vec<CrossFilter>,
    /// Whether another filter can be added.
    pub takes_filter: bool,
    /// The address with side and head changed over.
    pub turned_url: String,
    /// The table as a file.
    pub file_url: String,
    /// The table; none before both questions are chosen.
    pub table: Option<CrossTable>,
}

/// Choices under one heading.
#[derive(Clone, Serialize)]
pub struct CrossChoices {
    /// The heading: a survey, or a question.
    pub title: String,
    /// What can be chosen.
    pub options: Vec<CrossChoice>,
}

/// Something to choose.
#[derive(Clone, Serialize)]
pub struct CrossChoice {
    /// As it stands in addresses.
    pub value: String,
    /// As people read it.
    pub label: String,
}

/// Only people who answered a question in one way.
#[derive(Clone, Serialize)]
pub struct CrossFilter {
    /// As it stands in addresses.
    pub value: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The address without it.
    pub without_url: String,
}

/// The table.
#[derive(Clone, Default, Serialize)]
pub struct CrossTable {
    /// The question at the side.
    pub row: String,
    /// The question at the head.
    pub column: String,
    /// The groups at the head.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<CrossRow>,
    /// How many people are in each column.
    pub totals: Vec<u64>,
    /// How many people answered both questions.
    pub people: u64,
    /// Whether one person can stand in several rows or columns.
    pub is_several: bool,
    /// From how many people on a row or column has shares.
    pub least: u64,
}

/// One row.
#[derive(Clone, Serialize)]
pub struct CrossRow {
    /// The group.
    pub label: String,
    /// The cells.
    pub cells: Vec<CrossCell>,
    /// How many people are in the row.
    pub total: u64,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CrossCell {
    /// How many people.
    pub n: u64,
    /// Their share of the row in whole per cent; none where the row is small.
    pub of_row: Option<u8>,
    /// Their share of the column.
    pub of_column: Option<u8>,
}

impl View for CrossPage {
    const TEMPLATE: &'static str = "evaluation/desk-cross.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let choice = |value: &str, label: &str| CrossChoice {
            value: value.into(),
            label: label.into(),
        };
        let cell = |n, of_row, of_column| CrossCell {
            n,
            of_row,
            of_column,
        };
        let row = |label: &str, cells: Vec<CrossCell>| CrossRow {
            label: label.into(),
            total: cells.iter().map(|cell| cell.n).sum(),
            cells,
        };
        let page = Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            axes: vec![CrossChoices {
                title: "Zur Person".into(),
                options: vec![choice("1", "Stadtteil"), choice("2", "Alter")],
            }],
            groups: vec![CrossChoices {
                title: "Alter".into(),
                options: vec![choice("2:0", "unter 30"), choice("2:1", "ab 30")],
            }],
            row: "1".into(),
            column: "2".into(),
            filters: vec![CrossFilter {
                value: "2:1".into(),
                question: "Alter".into(),
                answer: "ab 30".into(),
                without_url: "/desk/consultations/ziele/cross?row=1&column=2".into(),
            }],
            takes_filter: true,
            turned_url: "/desk/consultations/ziele/cross?row=2&column=1".into(),
            file_url: "/desk/consultations/ziele/cross.csv?row=1&column=2".into(),
            table: Some(CrossTable {
                row: "Stadtteil".into(),
                column: "Alter".into(),
                heads: vec!["unter 30".into(), "ab 30".into()],
                rows: vec![
                    row(
                        "Altstadt",
                        vec![cell(12, Some(40), None), cell(18, Some(60), Some(90))],
                    ),
                    row("Nord", vec![cell(1, None, None), cell(2, None, Some(10))]),
                ],
                totals: vec![13, 20],
                people: 33,
                is_several: true,
                least: 20,
            }),
        };
        let nobody = Self {
            filters: Vec::new(),
            takes_filter: false,
            table: page.table.clone().map(|table| CrossTable {
                rows: Vec::new(),
                totals: Vec::new(),
                heads: Vec::new(),
                people: 0,
                is_several: false,
                ..table
            }),
            ..page.clone()
        };
        let begun = Self {
            row: String::new(),
            table: None,
            ..nobody.clone()
        };
        let empty = Self {
            axes: Vec::new(),
            groups: Vec::new(),
            ..begun.clone()
        };
        vec![page, nobody, begun, empty]
    }
}
