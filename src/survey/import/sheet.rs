//! One row of the file: one person's questionnaire.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use csv::StringRecord;

use super::{Column, RowFault};
use crate::base::form::FieldError;
use crate::survey::form::{AnswerForm, day_of};
use crate::survey::mark::Mark;
use crate::survey::model::{Answer, Choice, Question, QuestionKind, Survey};

/// The day it arrived, and the answers by question.
type Sheet = (NaiveDate, BTreeMap<i32, Answer>);

/// The cells of one question as the form fields a browser would have sent, so that one parser decides for all
/// channels; and the first column they came from.
struct Typed<'a> {
    question: &'a Question,
    fields: Vec<(String, String)>,
    column: &'a str,
}

/// Reads one row. `first` and `last` are the days on which a sheet may have arrived.
pub(super) fn read(
    survey: &Survey,
    columns: &[Column],
    header: &StringRecord,
    record: &StringRecord,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Sheet, Vec<RowFault>> {
    let line = record.position().map_or(0, csv::Position::line);
    let fault = |column: Option<&str>, reason: String| RowFault {
        line,
        column: column.map(|name| name.trim().to_owned()),
        reason,
    };
    if record.len() != columns.len() {
        let reason = format!("{} Zellen statt {}.", record.len(), columns.len());
        return Err(vec![fault(None, reason)]);
    }
    let mut day = last;
    let mut faults = Vec::new();
    let mut typed = BTreeMap::<i32, Typed>::new();
    for ((column, name), cell) in columns.iter().zip(header).zip(record) {
        match column {
            Column::Day => match arrival(cell.trim(), first, last) {
                Ok(given) => day = given.unwrap_or(day),
                Err(reason) => faults.push(fault(Some(name), reason)),
            },
            Column::Answer { question, field } => {
                let start = || Typed {
                    question,
                    fields: Vec::new(),
                    column: name,
                };
                let values = keys(question, field, cell).into_iter();
                let fields = values.map(|value| (field.clone(), value));
                typed
                    .entry(question.id)
                    .or_insert_with(start)
                    .fields
                    .extend(fields);
            }
        }
    }
    let mut sheet = BTreeMap::new();
    let mut answered_in = BTreeMap::new();
    for (
        id,
        Typed {
            question,
            fields,
            column,
        },
    ) in typed
    {
        match answer(question, fields) {
            Ok(Answer::Skipped) => {}
            Ok(answer) => {
                sheet.insert(id, answer);
                answered_in.insert(id, column);
            }
            Err(errors) => faults.extend(
                errors
                    .iter()
                    .map(|error| fault(Some(column), reason(question, error))),
            ),
        }
    }
    if faults.is_empty() {
        // What does not count is said, so that nobody believes it was taken in.
        let asked = survey.asked(|id| sheet.get(&id));
        let stray = answered_in
            .iter()
            .filter(|(id, _)| asked.iter().all(|question| question.id != **id));
        faults.extend(stray.map(|(_, column)| {
            let reason =
                "Diese Frage war nach den anderen Antworten nicht gestellt. Bitte leer lassen.";
            fault(Some(column), reason.into())
        }));
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

fn answer(
    question: &Question,
    mut fields: Vec<(String, String)>,
) -> Result<Answer, Vec<FieldError>> {
    // What was left blank on paper is left out; nobody can be asked again.
    if fields.is_empty() {
        return Ok(Answer::Skipped);
    }
    // A comment without a mark is fine on paper too.
    if question.kind == QuestionKind::Goal && !fields.iter().any(|(field, _)| field == "mark") {
        fields.push(("step".into(), "skip".into()));
    }
    AnswerForm::from(fields).parse(question)
}

/// The day a sheet arrived; none when the cell is empty.
fn arrival(cell: &str, first: NaiveDate, last: NaiveDate) -> Result<Option<NaiveDate>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    match day_of(cell) {
        Some(day) if (first..=last).contains(&day) => Ok(Some(day)),
        Some(day) => Err(format!(
            "{day} liegt nicht in der Zeit vom {first} bis zum {last}. Was danach kam, zählt nicht."
        )),
        None => Err(format!(
            "„{cell}“ ist kein Tag. Bitte so: 2026-07-17 oder 17.7.2026."
        )),
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
            let is_named =
                |mark: &Mark| mark.as_str() == text || mark.labels().contains(&text.as_str());
            let mark = Mark::FORM.into_iter().find(is_named);
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

fn reason(question: &Question, error: &FieldError) -> String {
    match error.key {
        "error-not-offered" if question.kind == QuestionKind::Goal => {
            let marks = Mark::FORM.map(|mark| mark.labels()[0]).join(", ");
            format!("Diese Bewertung gibt es nicht. Möglich: {marks}.")
        }
        "error-not-offered" => {
            let labels = question.options.iter().map(|choice| choice.label.as_str());
            let labels = labels.collect::<Vec<_>>().join(", ");
            format!("Diese Antwort gibt es nicht. Möglich: {labels}.")
        }
        "error-text-too-long" => "Der Text ist zu lang.".into(),
        "error-place" | "error-place-twice" | "error-place-missing" => {
            "Bitte die Plätze 1, 2, 3 … je einmal und ohne Lücke.".into()
        }
        "error-date" => "Bitte ein Tag: 2026-07-17 oder 17.7.2026.".into(),
        "error-number" => "Bitte eine ganze Zahl ab 0.".into(),
        _ => "Diese Frage braucht eine Antwort.".into(),
    }
}
