//! The ready template for questionnaires from other channels: one column per cell, and a list of what may stand there.

use super::import::{COMMENT, DAY};
use super::mark::Mark;
use super::model::{Choice, Question, QuestionKind, Survey};

/// The header row of an import file for a survey.
pub fn header(survey: &Survey) -> Vec<String> {
    let mut columns = vec![DAY.to_owned()];
    for question in &survey.questions {
        match question.kind {
            QuestionKind::Goal => {
                columns.push(question.key.clone());
                columns.push(format!("{}{COMMENT}", question.key));
            }
            QuestionKind::Scale | QuestionKind::Ranking => {
                columns.extend(rows(question).map(|row| format!("{}.{}", question.key, row.key)));
            }
            QuestionKind::Information => {}
            _ => columns.push(question.key.clone()),
        }
    }
    columns
}

/// What may stand in each column, for the person who types sheets: column, question, possible cells.
pub fn codebook(survey: &Survey) -> Vec<[String; 3]> {
    let mut rows = vec![[
        DAY.to_owned(),
        "Tag des Eingangs".to_owned(),
        "2026-07-17 oder 17.7.2026; leer: letzter Tag der Umfrage".to_owned(),
    ]];
    for question in &survey.questions {
        let row = |column: String, text: String| [column, text, cells(question)];
        match question.kind {
            QuestionKind::Goal => {
                rows.push(row(question.key.clone(), question.text.clone()));
                let column = format!("{}{COMMENT}", question.key);
                rows.push([
                    column,
                    format!("Kommentar: {}", question.text),
                    "Text".into(),
                ]);
            }
            QuestionKind::Scale | QuestionKind::Ranking => {
                rows.extend(self::rows(question).map(|part| {
                    row(
                        format!("{}.{}", question.key, part.key),
                        format!("{} – {}", question.text, part.label),
                    )
                }));
            }
            QuestionKind::Information => {}
            _ => rows.push(row(question.key.clone(), question.text.clone())),
        }
    }
    rows
}

/// What gets a column of its own: the rows of a scale, the options of a ranking.
fn rows(question: &Question) -> impl Iterator<Item = &Choice> {
    let rows = match question.kind {
        QuestionKind::Ranking => &question.options,
        _ => &question.items,
    };
    rows.iter()
}

fn cells(question: &Question) -> String {
    let options = || {
        let options = question.options.iter();
        options
            .map(|o| format!("{} = {}", o.key, o.label))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    match question.kind {
        QuestionKind::Goal => Mark::FORM
            .map(|mark| format!("{} = {}", mark.as_str(), mark.labels()[0]))
            .join(" | "),
        QuestionKind::Single | QuestionKind::Scale => options(),
        QuestionKind::Multiple => format!("{} (mehrere mit | trennen)", options()),
        QuestionKind::Ranking => {
            format!("Platz 1 bis {}; leer: kein Platz", question.options.len())
        }
        QuestionKind::Number => "Ganze Zahl ab 0".into(),
        QuestionKind::Date => "2026-07-17 oder 17.7.2026".into(),
        QuestionKind::ShortText | QuestionKind::LongText | QuestionKind::Information => {
            "Text".into()
        }
    }
}
