//! The pages about data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::View;
use crate::base::report::{Block, Look, Run, Table, cell};

/// `templates/opendata/downloads.html`: what can be taken along of the results of one consultation.
#[derive(Clone, Serialize)]
pub struct DownloadsPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day of publication.
    pub published_on: NaiveDate,
    /// 1 for the first publication.
    pub number: i32,
    /// SHA-256 of the frozen figures, in hexadecimal digits.
    pub checksum: String,
    /// From which numbers on figures are shown, in words.
    pub hidden: String,
    /// Under which licence the data may be used; none when the town has named none.
    pub licence: Option<Licence>,
    /// Where questions go; may be empty.
    pub contact: String,
    /// Files about the whole consultation.
    pub files: Vec<Download>,
    /// Files about its surveys, in their order.
    pub surveys: Vec<SurveyDownloads>,
    /// Whether everyone may read what became of the contributions: then there is a table of it.
    pub has_outcome: bool,
}

/// A licence.
#[derive(Clone, Serialize)]
pub struct Licence {
    /// Its address.
    pub url: String,
    /// Its name; may be empty.
    pub name: String,
}

/// One file.
#[derive(Clone, Serialize)]
pub struct Download {
    /// The text that names it.
    pub name_key: &'static str,
    /// The text that says for whom it is.
    pub about_key: &'static str,
    /// Its address.
    pub url: String,
    /// Its ending.
    pub format: &'static str,
    /// Its size, rounded up; none where it is only made when somebody asks for it.
    pub kilobytes: Option<usize>,
}

/// Files about one survey.
#[derive(Clone, Serialize)]
pub struct SurveyDownloads {
    /// Its title.
    pub title: String,
    /// "2", for a field of action; may be empty.
    pub label: String,
    /// Its page of results; the files lie under the same address with an ending.
    pub url: String,
    /// Whether it asks about goals: then there is a chart.
    pub has_chart: bool,
}

/// `templates/opendata/report.html`: the evaluation of one field of action, to read and print.
#[derive(Clone, Serialize)]
pub struct FieldReportPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub consultation: String,
    /// The survey's name in addresses.
    pub survey: String,
    /// What it is called, with its number.
    pub name: String,
    /// Where the same lies for office programs.
    pub file: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl View for FieldReportPage {
    const TEMPLATE: &'static str = "opendata/report.html";

    fn samples() -> Vec<Self> {
        let words = |look| vec![Run::town("Wege").looking(look), Run::plain(", ")];
        let page = |blocks| Self {
            slug: "ziele".into(),
            consultation: "Ziele für die Stadt".into(),
            survey: "zusammenleben".into(),
            name: "2 Zusammenleben".into(),
            file: "/consultations/ziele/results/zusammenleben.docx".into(),
            blocks,
        };
        let table = Table {
            caption: "Bewertungen je Ziel".into(),
            head: vec!["Ziel".into(), "Alt".into(), "Anzahl".into()],
            widths: vec![3, 3, 1],
            numbers_from: 2,
            rows: vec![vec![
                cell("2.4"),
                vec![words(Look::Deleted), words(Look::Inserted)],
                cell("12"),
            ]],
        };
        let blocks = vec![
            Block::heading(2, "Das Wichtigste"),
            Block::heading(3, "Ziele"),
            Block::heading(4, "Ziel 2.4"),
            Block::paragraph("Text"),
            Block::note("Notiz"),
            Block::List {
                items: vec![words(Look::Strong), words(Look::Soft)],
            },
            Block::Wording {
                paragraphs: vec![words(Look::Plain)],
            },
            Block::Diff {
                paragraphs: vec![words(Look::Deleted), words(Look::Inserted)],
            },
            Block::Table(table),
            Block::NewPage,
            Block::Picture {
                url: "/consultations/ziele/results/zusammenleben/chart.svg".into(),
                alt: "Diagramm".into(),
                png: Vec::new(),
            },
        ];
        vec![page(blocks), page(Vec::new())]
    }
}

/// `templates/opendata/api.html`: what programs may ask, and what they are answered. The words about it are English, as its
/// names are.
#[derive(Clone, Serialize)]
pub struct ApiPage {
    /// The address of the portal.
    pub base_url: String,
    /// What may be asked.
    pub paths: Vec<ApiPath>,
    /// What answers are made of.
    pub schemas: Vec<ApiSchema>,
}

/// One question programs may ask.
#[derive(Clone, Serialize)]
pub struct ApiPath {
    /// Its address with names in braces.
    pub path: String,
    /// What it gives.
    pub about: String,
    /// What stands for the names in braces.
    pub parameters: Vec<ApiField>,
    /// The name of the answer's schema.
    pub answer: String,
}

/// What an answer or a part of one is made of.
#[derive(Clone, Serialize)]
pub struct ApiSchema {
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its fields.
    pub fields: Vec<ApiField>,
}

/// One field.
#[derive(Clone, Serialize)]
pub struct ApiField {
    /// Its name.
    pub name: String,
    /// What stands in it: a type, or the name of a schema.
    pub kind: String,
    /// What it means.
    pub about: String,
}

impl View for ApiPage {
    const TEMPLATE: &'static str = "opendata/api.html";

    fn samples() -> Vec<Self> {
        let field = || ApiField {
            name: "count".into(),
            kind: "integer | null".into(),
            about: "How many chose it; null where that is hidden.".into(),
        };
        vec![Self {
            base_url: "https://mitreden.example".into(),
            paths: vec![ApiPath {
                path: "/api/v1/consultations/{consultation}".into(),
                about: "One consultation".into(),
                parameters: vec![field()],
                answer: "ConsultationAnswer".into(),
            }],
            schemas: vec![ApiSchema {
                name: "ConsultationAnswer".into(),
                about: "One option of a distribution.".into(),
                fields: vec![field(), field()],
            }],
        }]
    }
}

/// `templates/opendata/desk-raw.html`: the answers of each survey row by row, for evaluators.
#[derive(Clone, Serialize)]
pub struct RawPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its surveys, in their order.
    pub surveys: Vec<RawSurvey>,
}

/// One survey and how much there is of it.
#[derive(Clone, Serialize)]
pub struct RawSurvey {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Questionnaires that count.
    pub questionnaires: i64,
    /// Whether a workbook can hold them.
    pub fits_workbook: bool,
}

impl View for RawPage {
    const TEMPLATE: &'static str = "opendata/desk-raw.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let survey = |slug: &str, questionnaires| RawSurvey {
            slug: slug.into(),
            title: "Zusammenleben".into(),
            questionnaires,
            fits_workbook: questionnaires < 1_000_000,
        };
        let page = |surveys| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            surveys,
        };
        vec![
            page(vec![
                survey("zusammenleben", 29),
                survey("kultur", 0),
                survey("verkehr", 1_200_000),
            ]),
            page(Vec::new()),
        ]
    }
}

impl View for DownloadsPage {
    const TEMPLATE: &'static str = "opendata/downloads.html";

    fn samples() -> Vec<Self> {
        let survey = |has_chart| SurveyDownloads {
            title: "Zusammenleben".into(),
            label: if has_chart { "2".into() } else { String::new() },
            url: "/consultations/ziele/results/zusammenleben".into(),
            has_chart,
        };
        let full = Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            published_on: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
            number: 1,
            checksum: "ab12".repeat(16),
            hidden: "Bei weniger als 5 Fragebögen zeigen wir keine Verteilung.".into(),
            licence: Some(Licence {
                url: "http://dcat-ap.de/def/licenses/dl-by-de/2.0".into(),
                name: "Datenlizenz Deutschland".into(),
            }),
            contact: "daten@lindenau.example".into(),
            files: vec![Download {
                name_key: "data-file-csv",
                about_key: "data-file-csv-about",
                url: "/consultations/ziele/results.csv".into(),
                format: "csv",
                kilobytes: Some(12),
            }],
            surveys: vec![survey(true), survey(false)],
            has_outcome: true,
        };
        let bare = Self {
            licence: None,
            contact: String::new(),
            surveys: Vec::new(),
            has_outcome: false,
            ..full.clone()
        };
        vec![full, bare]
    }
}
