//! Answers row by row as a table for statistics programs: a row for each questionnaire, a column for each answer, numbers for
//! what was chosen, and a codebook that says what they mean.

use chrono::NaiveDate;

use super::script::{Kind, Variable, variable_name};
use crate::base::export::Cell;
use crate::survey::{Choice, Mark, Question, QuestionKind, Survey, date_of_code};

/// One questionnaire. It has no name: a row can be led back to nobody.
pub struct RawSheet {
    /// On which way it came.
    pub channel: String,
    /// The day it came; never the time.
    pub received_on: NaiveDate,
    /// Whether it came with an access code.
    pub is_invited: bool,
    /// Question by question, what is kept of the answers.
    pub cells: Vec<(i32, crate::survey::Cell)>,
}

/// Words of the table, in the reader's language.
pub struct RawWords {
    /// Of the number of the row, the day, the way and the access code, in this order.
    pub heads: [String; 4],
    /// The ways with their names.
    pub channels: Vec<(String, String)>,
    /// Without an access code, and with one.
    pub access: [String; 2],
    /// The marks, in the order of the form.
    pub marks: [String; 5],
    /// Before the question a comment is about.
    pub comment: String,
    /// Not chosen, and chosen.
    pub chosen: [String; 2],
    /// Whether it is a place in an order.
    pub place: String,
}

/// The table.
pub struct RawTable {
    /// The columns.
    pub variables: Vec<Variable>,
    /// For each column the lasting name of its question and its kind; empty for those about the questionnaire.
    pub questions: Vec<(String, Option<QuestionKind>)>,
    /// What each column behind those about the questionnaire takes, and from which question.
    takes: Vec<(i32, Take)>,
    /// How many rows were laid out.
    rows: u64,
}

/// What a column takes from the cells of its question.
#[derive(Clone, Copy)]
enum Take {
    /// The code of a part.
    Code(i32),
    /// Whether a part was chosen.
    Chosen(i32),
    /// A day.
    Day,
    /// Words.
    Text,
}

/// The columns of a survey's table. Its rows are laid out one by one, in the order in which they come: whoever calls has shuffled them.
pub fn table(survey: &Survey, words: &RawWords) -> RawTable {
    let mut table = RawTable {
        variables: Vec::new(),
        questions: Vec::new(),
        takes: Vec::new(),
        rows: 0,
    };
    about_sheets(&mut table, words);
    for question in &survey.questions {
        for (suffix, label, values, take) in columns(question, words) {
            let there: Vec<String> = table.variables.iter().map(|one| one.name.clone()).collect();
            table.variables.push(Variable {
                name: variable_name(&format!("{}{suffix}", question.key), &there),
                label,
                kind: match take {
                    Take::Code(_) | Take::Chosen(_) => Kind::Whole,
                    Take::Day => Kind::Day,
                    Take::Text => Kind::Text(1),
                },
                is_closed: !values.is_empty(),
                values,
            });
            table
                .questions
                .push((question.key.clone(), Some(question.kind)));
            table.takes.push((question.id, take));
        }
    }
    table
}

impl RawTable {
    /// The row of the next questionnaire.
    pub fn row(&mut self, sheet: &RawSheet) -> Vec<Cell<'static>> {
        self.rows += 1;
        let mut row = vec![
            self.rows.into(),
            sheet.received_on.into(),
            sheet.channel.clone().into(),
            u8::from(sheet.is_invited).into(),
        ];
        row.reserve(self.takes.len());
        row.extend(
            self.takes
                .iter()
                .map(|(question, take)| taken(*take, *question, &sheet.cells)),
        );
        for (variable, cell) in self.variables.iter_mut().zip(&row) {
            if let (Kind::Text(longest), Cell::Text(text)) = (&mut variable.kind, cell) {
                // An apostrophe may go before a text, see base::export.
                *longest = (*longest).max(text.len() + 1);
            }
        }
        row
    }
}

fn about_sheets(table: &mut RawTable, words: &RawWords) {
    let access = words.access.iter().enumerate();
    let columns = [
        ("row", Kind::Whole, Vec::new()),
        ("day", Kind::Day, Vec::new()),
        ("channel", Kind::Text(12), words.channels.clone()),
        (
            "access_code",
            Kind::Whole,
            access
                .map(|(n, word)| (n.to_string(), word.clone()))
                .collect(),
        ),
    ];
    for ((name, kind, values), label) in columns.into_iter().zip(&words.heads) {
        table.variables.push(Variable {
            name: name.to_owned(),
            label: label.clone(),
            kind,
            is_closed: !values.is_empty(),
            values,
        });
        table.questions.push((String::new(), None));
    }
}

type Column = (String, String, Vec<(String, String)>, Take);

/// The columns of a question: what is put behind its name, what it says, its values, and what stands in it.
fn columns(question: &Question, words: &RawWords) -> Vec<Column> {
    let text = question.text.clone();
    let values = |of: &[Choice]| -> Vec<(String, String)> {
        of.iter()
            .map(|choice| (choice.code.to_string(), choice.label.clone()))
            .collect()
    };
    let each =
        |of: &[Choice], values: &dyn Fn() -> Vec<(String, String)>, take: fn(i32) -> Take| {
            of.iter()
                .map(|one| {
                    let label = format!("{text}: {}", one.label);
                    (format!("_{}", one.key), label, values(), take(one.code))
                })
                .collect()
        };
    let own = |values, take| vec![(String::new(), text.clone(), values, take)];
    match question.kind {
        QuestionKind::Goal => {
            let marks = Mark::FORM.iter().zip(&words.marks);
            let marks = marks.map(|(mark, word)| (mark.code().to_string(), word.clone()));
            let comment = format!("{}: {text}", words.comment);
            let mut both = own(marks.collect(), Take::Code(0));
            both.push(("_comment".to_owned(), comment, Vec::new(), Take::Text));
            both
        }
        QuestionKind::Single => own(values(&question.options), Take::Code(0)),
        QuestionKind::Multiple => {
            let chosen = || {
                let words = words.chosen.iter().enumerate();
                words
                    .map(|(n, word)| (n.to_string(), word.clone()))
                    .collect()
            };
            each(&question.options, &chosen, Take::Chosen)
        }
        QuestionKind::Scale => each(&question.items, &|| values(&question.options), Take::Code),
        QuestionKind::Ranking => {
            let places = || {
                let places = 1..=question.options.len();
                places
                    .map(|n| (n.to_string(), format!("{} {n}", words.place)))
                    .collect()
            };
            each(&question.options, &places, Take::Code)
        }
        QuestionKind::Number => own(Vec::new(), Take::Code(0)),
        QuestionKind::Date => own(Vec::new(), Take::Day),
        QuestionKind::ShortText | QuestionKind::LongText => own(Vec::new(), Take::Text),
        QuestionKind::Information => Vec::new(),
    }
}

fn taken(take: Take, question: i32, cells: &[(i32, crate::survey::Cell)]) -> Cell<'static> {
    let own = || {
        let own = cells.iter().filter(|(of, _)| *of == question);
        own.map(|(_, cell)| cell)
    };
    let code = |part: i32| own().find(|cell| cell.part == part)?.code;
    match take {
        Take::Code(part) => code(part).into(),
        // Where nothing was answered it is empty, not "not chosen".
        Take::Chosen(_) if own().next().is_none() => Cell::Empty,
        Take::Chosen(part) => u8::from(code(part).is_some()).into(),
        Take::Day => code(0).and_then(date_of_code).into(),
        Take::Text => {
            let words = own().find_map(|cell| cell.text.clone());
            words.filter(|text| !text.is_empty()).into()
        }
    }
}

/// A text as it stands in a file whose rows are lines: SPSS ends a row at each line break, quoted or not.
pub fn in_one_line(row: Vec<Cell<'static>>) -> Vec<Cell<'static>> {
    let cell = |cell| match cell {
        Cell::Text(text) if text.contains(['\n', '\r']) => {
            Cell::from(text.replace("\r\n", "\n").replace(['\n', '\r'], " ⏎ "))
        }
        other => other,
    };
    row.into_iter().map(cell).collect()
}
