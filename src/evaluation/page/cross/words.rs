//! What questions and groups of answers are called in a table.

use chrono::NaiveDate;

use crate::base::page::Ui;
use crate::evaluation::model::COMMENT;
use crate::survey::{Choice, Mark, Question, QuestionKind, date_of_code};

/// The reader's words.
pub(super) struct Words<'a>(pub &'a Ui);

impl Words<'_> {
    /// A question; of a scale with its row, of a ranking with its option.
    pub(super) fn title(&self, question: &Question, part: i32) -> String {
        let of = match question.kind {
            QuestionKind::Scale => label(&question.items, part),
            QuestionKind::Ranking => label(&question.options, part),
            QuestionKind::Goal if part == COMMENT => self.0.t("cross-comment"),
            _ => return question.text.clone(),
        };
        format!("{}: {of}", question.text)
    }

    /// The answers from one to another.
    pub(super) fn group(&self, question: &Question, part: i32, (from, to): (i32, i32)) -> String {
        match question.kind {
            QuestionKind::Goal if part == COMMENT => self.0.t("cross-wrote"),
            QuestionKind::ShortText | QuestionKind::LongText => self.0.t("cross-wrote"),
            QuestionKind::Goal => {
                let mark = Mark::of_code(from);
                mark.map_or_else(|| from.to_string(), |mark| self.0.t(mark.label_key()))
            }
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::Scale => {
                label(&question.options, from)
            }
            QuestionKind::Ranking => format!("{} {from}", self.0.t("cross-place")),
            QuestionKind::Date => {
                let day = |code| date_of_code(code).map_or_else(|| code.to_string(), written);
                range(&day(from), &day(to))
            }
            QuestionKind::Number | QuestionKind::Information => {
                range(&from.to_string(), &to.to_string())
            }
        }
    }
}

fn written(day: NaiveDate) -> String {
    day.format("%-d.%-m.%Y").to_string()
}

fn range(from: &str, to: &str) -> String {
    if from == to {
        from.to_owned()
    } else {
        format!("{from} – {to}")
    }
}

fn label(choices: &[Choice], code: i32) -> String {
    let found = choices.iter().find(|choice| choice.code == code);
    found.map_or_else(|| code.to_string(), |choice| choice.label.clone())
}
