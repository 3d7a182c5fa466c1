//! Questionnaires from other channels as a CSV file: the header names questions by key, the cells name options by key
//! or label. Comma or semicolon, with or without a byte order mark. All rows or none; each bad row is named.
//!
//! | question | column | cell |
//! |---|---|---|
//! | goal | `sz-4`, `sz-4.comment` | `bolder` or `mutiger`; any text |
//! | single | `stadtteil` | key or label of an option |
//! | multiple | `wege` | keys or labels, parted by a vertical bar |
//! | scale | `angebote.bus` for each item | key or label of a point |
//! | number, text | `kinder` | digits; any text |
//!
//! A column `day` may give the day each sheet arrived (2026-07-17 or 17.7.2026).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::form::AnswerForm;
use super::model::{Answer, Choice, Question, QuestionKind, Survey};
use super::store::Batch;
use crate::base::clock::Zone;
use crate::base::form::FieldError;
use crate::consultation::Window;
use crate::participation::Channel;
use crate::survey::mark::Mark;

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
        let line = bytes[..why.valid_up_to()]
            .iter()
            .filter(|b| **b == b'\n')
            .count() as u64
            + 1;
        whole(
            line,
            "Die Datei ist nicht in UTF-8 gespeichert. Bitte als „CSV UTF-8“ speichern.",
        )
    })?;
    let text = text.trim_start_matches('\u{feff}');
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
            Ok(record) => match sheet(&columns, &header, &record, days) {
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
        (QuestionKind::Number | QuestionKind::ShortText | QuestionKind::LongText, "") => {
            "text".to_owned()
        }
        _ => return None,
    };
    Some(Column::Answer { question, field })
}

type Sheet = (NaiveDate, BTreeMap<i32, Answer>);

fn sheet(
    columns: &[Column],
    header: &csv::StringRecord,
    record: &csv::StringRecord,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Sheet, Vec<RowFault>> {
    let line = record.position().map_or(0, csv::Position::line);
    let fault = |column: Option<&str>, reason: String| RowFault {
        line,
        column: column.map(|name| name.trim().to_owned()),
        reason,
    };
    if record.len() != columns.len() {
        return Err(vec![fault(
            None,
            format!("{} Zellen statt {}.", record.len(), columns.len()),
        )]);
    }
    let mut day = last;
    let mut faults = Vec::new();
    // The cells become the form a browser would have sent, so that one parser decides for all channels.
    let mut forms: BTreeMap<i32, (&Question, Vec<(String, String)>, &str)> = BTreeMap::new();
    for ((column, name), cell) in columns.iter().zip(header).zip(record) {
        match column {
            Column::Day if cell.trim().is_empty() => {}
            Column::Day => match parse_day(cell.trim()) {
                Some(given) if (first..=last).contains(&given) => day = given,
                Some(given) => faults.push(fault(
                    Some(name),
                    format!("{given} liegt nicht in der Zeit vom {first} bis zum {last}. Was danach kam, zählt nicht."),
                )),
                None => faults.push(fault(
                    Some(name),
                    format!("„{cell}“ ist kein Tag. Bitte so: 2026-07-17 oder 17.7.2026."),
                )),
            },
            Column::Answer { question, field } => {
                let form = forms.entry(question.id).or_insert((question, Vec::new(), name));
                for value in keys(question, field, cell) {
                    form.1.push((field.clone(), value));
                }
            }
        }
    }
    let mut sheet = BTreeMap::new();
    for (id, (question, mut fields, name)) in forms {
        // A comment without a mark is fine on paper too.
        if question.kind == QuestionKind::Goal && !fields.iter().any(|(field, _)| field == "mark") {
            fields.push(("step".into(), "skip".into()));
        }
        match AnswerForm::from(fields).parse(question) {
            Ok(Answer::Skipped) => {}
            Ok(answer) => {
                sheet.insert(id, answer);
            }
            Err(errors) => {
                faults.extend(
                    errors
                        .iter()
                        .map(|error| fault(Some(name), reason(question, error))),
                );
            }
        }
    }
    if faults.is_empty() && sheet.is_empty() {
        faults.push(fault(
            None,
            "In dieser Zeile ist keine Frage beantwortet.".into(),
        ));
    }
    if faults.is_empty() {
        Ok((day, sheet))
    } else {
        Err(faults)
    }
}

/// The form values a cell stands for: options by their key, whether the cell has the key or the label.
fn keys(question: &Question, field: &str, cell: &str) -> Vec<String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Vec::new();
    }
    let key_in = |choices: &[Choice], text: &str| {
        let same = |known: &str| known.trim().to_lowercase() == text.trim().to_lowercase();
        let found = choices
            .iter()
            .find(|choice| same(&choice.key) || same(&choice.label));
        found.map_or_else(|| text.trim().to_owned(), |choice| choice.key.clone())
    };
    match (question.kind, field) {
        (QuestionKind::Goal, "mark") => {
            let text = cell.to_lowercase();
            let mark = Mark::FORM
                .into_iter()
                .find(|mark| mark.as_str() == text || mark.labels().contains(&text.as_str()));
            vec![mark.map_or(text, |mark| mark.as_str().to_owned())]
        }
        (QuestionKind::Single | QuestionKind::Scale, _) => vec![key_in(&question.options, cell)],
        (QuestionKind::Multiple, _) => cell
            .split('|')
            .map(|part| key_in(&question.options, part))
            .collect(),
        _ => vec![cell.to_owned()],
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

fn reason(question: &Question, error: &FieldError) -> String {
    match error.key {
        "error-not-offered" => match question.kind {
            QuestionKind::Goal => {
                let marks = Mark::FORM.map(|mark| mark.labels()[0]).join(", ");
                format!("Diese Bewertung gibt es nicht. Möglich: {marks}.")
            }
            _ => {
                let keys = question.options.iter().map(|choice| choice.label.as_str());
                let keys = keys.collect::<Vec<_>>().join(", ");
                format!("Diese Antwort gibt es nicht. Möglich: {keys}.")
            }
        },
        "error-text-too-long" => "Der Text ist zu lang.".into(),
        "error-number" => "Bitte eine ganze Zahl ab 0.".into(),
        _ => "Diese Frage braucht eine Antwort.".into(),
    }
}
