//! The pages about data.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::page::View;

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
    /// Its size, rounded up.
    pub kilobytes: usize,
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
    /// Whether it is about the persons; then there is nothing to draw.
    pub is_profile: bool,
}

impl View for DownloadsPage {
    const TEMPLATE: &'static str = "opendata/downloads.html";

    fn samples() -> Vec<Self> {
        let survey = |is_profile| SurveyDownloads {
            title: "Zusammenleben".into(),
            label: if is_profile { String::new() } else { "2".into() },
            url: "/consultations/ziele/results/zusammenleben".into(),
            is_profile,
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
                kilobytes: 12,
            }],
            surveys: vec![survey(false), survey(true)],
        };
        let bare = Self {
            licence: None,
            contact: String::new(),
            surveys: Vec::new(),
            ..full.clone()
        };
        vec![full, bare]
    }
}
