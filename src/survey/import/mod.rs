//! Questionnaires from other channels as a CSV file: the header names questions by key, the cells name options by key
//! or label. Comma or semicolon, with or without a byte order mark. All rows or none; each bad row is named.
//!
//! | question | column | cell |
//! |---|---|---|
//! | goal | `sz-4`, `sz-4.comment` | `bolder` or `mutiger`; any text |
//! | single | `stadtteil` | key or label of an option |
//! | multiple | `wege` | keys or labels, parted by a vertical bar |
//! | scale | `angebote.bus` for each item | key or label of a point |
//! | ranking | `orte.park` for each option | its place, 1 for the first; empty when it got none |
//! | number, date, text | `kinder` | digits; a day; any text |
//!
//! A column `day` may give the day each sheet arrived (2026-07-17 or 17.7.2026).

pub mod lss;
mod sheet;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::form::place_field;
use super::model::{Question, QuestionKind, Survey};
use super::store::Batch;
use crate::base::clock::Zone;
use crate::consultation::Window;
use crate::participation::Channel;

/// The column that gives the day a sheet arrived.
pub const DAY: &str = "day";
/// What follows the key of a goal in the column of its comments.
pub const COMMENT: &str = ".comment";
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// Something in a file that is not understood; with the line on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// From 1, as an editor shows it.
    pub line: u64,
    /// The column, when it is about one cell.
    pub column: Option<String>,
    /// What is wrong and what to do.
    pub reason: String,
}

impl std::fmt::Display for RowFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Zeile {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", Spalte „{column}“")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// What a column holds.
enum Column<'a> {
    Day,
    /// The form field of a question in which its cells would be typed.
    Answer {
        question: &'a Question,
        field: String,
    },
}

/// Reads a file against a survey. `today` is the day of the import: no sheet arrives later.
pub fn read(
    survey: &Survey,
    channel: Channel,
    window: &Window,
    (zone, today): (Zone, NaiveDate),
    bytes: &[u8],
) -> Result<Batch, Vec<RowFault>> {
    let text = std::str::from_utf8(bytes).map_err(|why| {
        let before = String::from_utf8_lossy(&bytes[..why.valid_up_to()]);
        let line = before.matches('\n').count() as u64 + 1;
        whole(
            line,
            "Die Datei ist nicht in UTF-8 gespeichert. Bitte als „CSV UTF-8“ speichern.",
        )
    })?;
    // The reader counts lines by their last character only.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = text.as_str();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes());
    let header = reader
        .headers()
        .map_err(|why| whole(1, &why.to_string()))?
        .clone();
    let columns = columns(survey, &header)?;
    let days = (window.first_day(zone), window.last_day(zone).min(today));
    let mut sheets = Vec::new();
    let mut faults = Vec::new();
    for record in reader.records() {
        match record {
            Err(why) => {
                let line = why.position().map_or(0, csv::Position::line);
                faults.extend(whole(
                    line,
                    &format!("Diese Zeile ist kein gültiges CSV: {why}"),
                ));
            }
            Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(record) => match sheet::read(survey, &columns, &header, &record, days) {
                Ok(sheet) => sheets.push(sheet),
                Err(more) => faults.extend(more),
            },
        }
    }
    if sheets.is_empty() && faults.is_empty() {
        faults.extend(whole(1, "Die Datei enthält keinen Fragebogen."));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Batch {
        sha256: HEXLOWER.encode(&Sha256::digest(bytes)),
        channel,
        sheets,
    })
}

fn whole(line: u64, reason: &str) -> Vec<RowFault> {
    vec![RowFault {
        line,
        column: None,
        reason: reason.to_owned(),
    }]
}

/// Whichever of comma and semicolon the header has more of; German office programs write semicolons.
fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |letter| header.matches(letter).count();
    if count(';') > count(',') { b';' } else { b',' }
}

fn columns<'a>(
    survey: &'a Survey,
    header: &csv::StringRecord,
) -> Result<Vec<Column<'a>>, Vec<RowFault>> {
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for (n, name) in header.iter().map(str::trim).enumerate() {
        let twice = header.iter().take(n).any(|other| other.trim() == name);
        match column(survey, name) {
            Some(column) if !twice => columns.push(column),
            found => {
                let reason = match found {
                    Some(_) => "Diese Spalte kommt zweimal vor.",
                    None => {
                        "Zu dieser Spalte gibt es keine Frage in der Umfrage. Die Vorlage nennt alle Spalten."
                    }
                };
                faults.push(RowFault {
                    line: 1,
                    column: Some(name.to_owned()),
                    reason: reason.to_owned(),
                });
            }
        }
    }
    if faults.is_empty() {
        Ok(columns)
    } else {
        Err(faults)
    }
}

fn column<'a>(survey: &'a Survey, name: &str) -> Option<Column<'a>> {
    if name == DAY {
        return Some(Column::Day);
    }
    let (key, rest) = name.split_once('.').unwrap_or((name, ""));
    let (_, question) = survey.question(key)?;
    let field = match (question.kind, rest) {
        (QuestionKind::Goal, "") => "mark".to_owned(),
        (QuestionKind::Goal, "comment") => "comment".to_owned(),
        (QuestionKind::Single | QuestionKind::Multiple, "") => "choice".to_owned(),
        (QuestionKind::Scale, item) if question.items.iter().any(|known| known.key == item) => {
            format!("item.{item}")
        }
        (QuestionKind::Ranking, option)
            if question.options.iter().any(|known| known.key == option) =>
        {
            place_field(option)
        }
        (
            QuestionKind::Number
            | QuestionKind::Date
            | QuestionKind::ShortText
            | QuestionKind::LongText,
            "",
        ) => "text".to_owned(),
        _ => return None,
    };
    Some(Column::Answer { question, field })
}
