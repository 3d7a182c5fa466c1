//! Papers of the revision, to read and print: the assessment table and the synopsis.

use serde::Serialize;

use crate::base::page::View;
use crate::base::report::{Block, Look, Run, Table, cell};

/// What stands on such a page, for everyone and at the desk alike.
#[derive(Clone, Serialize)]
pub struct PrintSheet {
    /// Where one is: the pages above it.
    pub crumbs: Vec<PrintLink>,
    /// What it is called.
    pub title: String,
    /// Of what: the title of the consultation or of the strategy.
    pub subject: String,
    /// The finding in a sentence.
    pub lead: String,
    /// Set while it is not released: what has to be known about that.
    pub state: Option<String>,
    /// The same as files.
    pub files: Vec<PrintLink>,
    /// What can be shown of it.
    pub choices: Vec<PrintChoice>,
    /// Whether everything can be chosen or only what became different.
    pub scope: Vec<PrintChoice>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A way to another page or file.
#[derive(Clone, Serialize)]
pub struct PrintLink {
    /// What is read there.
    pub label: String,
    /// Where it is.
    pub url: String,
    /// Whether the label is a title in the language of the town's documents.
    pub is_town: bool,
}

/// Something to choose.
#[derive(Clone, Serialize)]
pub struct PrintChoice {
    /// What it is called.
    pub label: String,
    /// The address with it.
    pub url: String,
    /// Whether it is chosen.
    pub is_current: bool,
    /// Whether the label is a title in the language of the town's documents.
    pub is_town: bool,
}

/// `templates/revision/print.html`: a paper for everyone.
#[derive(Clone, Serialize)]
pub struct PrintPage {
    /// What stands on it.
    pub sheet: PrintSheet,
}

/// `templates/revision/desk-print.html`: a paper at the desk.
#[derive(Clone, Serialize)]
pub struct DeskPrintPage {
    /// What stands on it.
    pub sheet: PrintSheet,
}

impl PrintSheet {
    fn samples() -> [Self; 2] {
        let link = |label: &str, is_town| PrintLink {
            label: label.into(),
            url: format!("/consultations/ziele/{}", label.len()),
            is_town,
        };
        let choice = |label: &str, is_current| PrintChoice {
            label: label.into(),
            url: format!("/consultations/ziele/outcome/table?n={}", label.len()),
            is_current,
            is_town: !is_current,
        };
        let words = |look| vec![Run::town("Wege").looking(look), Run::plain(", ")];
        let table = Table {
            caption: "Abwägung".into(),
            head: vec!["Nr.".into(), "Bisher".into(), "Neu".into()],
            widths: vec![1, 5, 5],
            numbers_from: 3,
            rows: vec![vec![
                cell("1"),
                vec![words(Look::Deleted), words(Look::Strong)],
                vec![words(Look::Inserted), words(Look::Soft)],
            ]],
        };
        let full = Self {
            crumbs: vec![link("Ziele für die Stadt", true), link("Abwägung", false)],
            title: "Abwägungstabelle".into(),
            subject: "Ziele für die Stadt".into(),
            lead: "480 Beiträge unter 9 Themen.".into(),
            state: Some("Arbeitsstand".into()),
            files: vec![link("Word (DOCX)", false), link("Excel (XLSX)", false)],
            choices: vec![choice("Alles", true), choice("2 Zusammenleben", false)],
            scope: vec![
                choice("Nur Änderungen", true),
                choice("Alles zeigen", false),
            ],
            blocks: vec![Block::heading(2, "2 Zusammenleben"), Block::Table(table)],
        };
        let bare = Self {
            state: None,
            choices: Vec::new(),
            scope: Vec::new(),
            blocks: vec![Block::note("Nichts.")],
            ..full.clone()
        };
        [full, bare]
    }
}

impl View for PrintPage {
    const TEMPLATE: &'static str = "revision/print.html";

    fn samples() -> Vec<Self> {
        PrintSheet::samples().map(|sheet| Self { sheet }).into()
    }
}

impl View for DeskPrintPage {
    const TEMPLATE: &'static str = "revision/desk-print.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        PrintSheet::samples().map(|sheet| Self { sheet }).into()
    }
}
