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
mod tidy;

use std::io::{BufRead, BufReader, Cursor, Read};

use chrono::NaiveDate;
use tidy::Tidy;

use super::form::place_field;
use super::model::{Question, QuestionKind, Survey};
use super::store::{Batch, Checked, Sheet};
use crate::base::clock::Zone;
use crate::base::error::AppResult;
use crate::consultation::Window;
use crate::participation::Channel;

/// The column that gives the day a sheet arrived.
pub const DAY: &str = "day";
/// What follows the key of a goal in the column of its comments.
pub const COMMENT: &str = ".comment";
/// The largest file that is read, in bytes: two gibibytes, more than a million questionnaires with long texts.
pub const MAX_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// The longest first line, in bytes.
const MAX_HEAD: u64 = 1024 * 1024;
/// After so many faults a file is not read on.
const MAX_FAULTS: usize = 1_000;

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

/// Reads a file against a survey, with all its sheets into memory. `today` is the day of the import: no sheet arrives later.
pub fn read(
    survey: &Survey,
    channel: Channel,
    window: &Window,
    days: (Zone, NaiveDate),
    bytes: &[u8],
) -> Result<Batch, Vec<RowFault>> {
    let mut sheets = Vec::new();
    let see = &mut |sheet: Sheet| {
        sheets.push(sheet);
        Ok(())
    };
    match scan(survey, channel, window, days, bytes, see) {
        Ok(checked) => Ok(Batch {
            sha256: checked.sha256,
            channel,
            sheets,
        }),
        Err(Stopped::Faults(faults)) => Err(faults),
        Err(Stopped::Seeing(why)) => Err(whole(0, &why.to_string())),
    }
}

/// Why a file was not read to its end, or cannot be entered.
pub enum Stopped {
    /// These rows are not understood.
    Faults(Vec<RowFault>),
    /// Whoever was handed a sheet would not have it.
    Seeing(crate::base::error::AppError),
}

/// Reads a file of any length against a survey and hands over each sheet that is understood. Only when it ends well may any of
/// them be entered.
pub fn scan(
    survey: &Survey,
    channel: Channel,
    window: &Window,
    (zone, today): (Zone, NaiveDate),
    file: impl Read,
    see: &mut dyn FnMut(Sheet) -> AppResult<()>,
) -> Result<Checked, Stopped> {
    let mut file = BufReader::new(Tidy::new(file));
    let mut first = Vec::new();
    let head = file.by_ref().take(MAX_HEAD).read_until(b'\n', &mut first);
    head.map_err(|why| Stopped::Faults(whole(1, &why.to_string())))?;
    let separator = separator(&first);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(true)
        .from_reader(Cursor::new(first).chain(file));
    let header = reader.headers().map_err(|why| broken(&why))?.clone();
    let columns = columns(survey, &header).map_err(Stopped::Faults)?;
    let days = (window.first_day(zone), window.last_day(zone).min(today));
    let (mut sheets, mut answers, mut faults) = (0, 0, Vec::new());
    let mut record = csv::StringRecord::new();
    while faults.len() < MAX_FAULTS {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => match sheet::read(survey, &columns, &header, &record, days) {
                Ok(sheet) => {
                    sheets += 1;
                    answers += sheet.1.len();
                    see(sheet).map_err(Stopped::Seeing)?;
                }
                Err(more) => faults.extend(more),
            },
            Err(why) => match broken(&why) {
                Stopped::Faults(more) if !is_unreadable(&why) => faults.extend(more),
                stopped => return Err(stopped),
            },
        }
    }
    if sheets == 0 && faults.is_empty() {
        faults.extend(whole(1, "Die Datei enthält keinen Fragebogen."));
    }
    if !faults.is_empty() {
        return Err(Stopped::Faults(faults));
    }
    let (_, rest) = reader.into_inner().into_inner();
    Ok(Checked {
        sha256: rest.into_inner().digest(),
        channel,
        sheets,
        answers,
    })
}

/// Whether nothing behind a fault can be read either.
fn is_unreadable(why: &csv::Error) -> bool {
    matches!(
        why.kind(),
        csv::ErrorKind::Utf8 { .. } | csv::ErrorKind::Io(_)
    )
}

fn broken(why: &csv::Error) -> Stopped {
    let line = why.position().map_or(1, csv::Position::line);
    Stopped::Faults(match why.kind() {
        csv::ErrorKind::Utf8 { .. } => whole(
            line,
            "Die Datei ist nicht in UTF-8 gespeichert. Bitte als „CSV UTF-8“ speichern.",
        ),
        _ => whole(line, &format!("Diese Zeile ist kein gültiges CSV: {why}")),
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
fn separator(head: &[u8]) -> u8 {
    let count = |letter| head.split(|byte| *byte == letter).count();
    if count(b';') > count(b',') {
        b';'
    } else {
        b','
    }
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
