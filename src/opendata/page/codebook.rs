//! The codebook of published figures: what each column means, how each question was asked, and what its figures count.

use super::Asked;
use super::about::about;
use crate::base::export::Cell;
use crate::base::page::Ui;
use crate::base::table::book::{Sheet, workbook};
use crate::evaluation::QuestionFigures;
use crate::opendata::model::table::{Column, Counted, Line, lines};
use crate::survey::{Mark, QuestionKind};

/// The columns of the list of questions, by their names in files and the texts that name them.
pub(super) const QUESTION_COLUMNS: [(&str, &str); 7] = [
    ("survey", "data-column-survey"),
    ("question", "data-column-question"),
    ("label", "data-column-label"),
    ("kind", "data-column-kind"),
    ("text", "data-column-text"),
    ("answers", "data-column-answers"),
    ("counted", "data-column-counted"),
];

type Row = Vec<Cell<'static>>;

/// A workbook: the figures with readable heads, the questions, the columns, and where all of it comes from.
pub(super) fn of_results(asked: &Asked, ui: &Ui) -> anyhow::Result<Vec<u8>> {
    let sheets = [
        Sheet {
            name: ui.t("data-sheet-figures"),
            widths: vec![16, 26, 16, 16, 8, 50, 24, 26, 10, 10, 10, 22, 16],
            rows: figures(asked, ui),
            wraps: false,
        },
        Sheet {
            name: ui.t("data-sheet-questions"),
            widths: vec![16, 20, 8, 18, 60, 50, 60],
            rows: questions(asked, ui, true),
            wraps: true,
        },
        Sheet {
            name: ui.t("data-sheet-columns"),
            widths: vec![22, 16, 60, 60],
            rows: columns(ui),
            wraps: true,
        },
        Sheet {
            name: ui.t("data-sheet-about"),
            widths: vec![26, 100],
            rows: pairs(asked, ui),
            wraps: true,
        },
    ];
    workbook(&sheets)
}

fn figures(asked: &Asked, ui: &Ui) -> Vec<Row> {
    let head = Column::ALL.map(|column| Cell::from(ui.t(column.title_key())));
    let row = |line: Line| {
        Column::ALL
            .map(|column| readable(&line, column, ui))
            .to_vec()
    };
    let lines = lines(&asked.published.snapshot, asked.only.as_deref());
    std::iter::once(head.to_vec())
        .chain(lines.into_iter().map(row))
        .collect()
}

/// A cell in words where files for programs have a code.
fn readable(line: &Line, column: Column, ui: &Ui) -> Cell<'static> {
    let text = match column {
        Column::Kind => QuestionKind::parse(&line.kind).map(|kind| ui.t(kind.label_key())),
        Column::Shown => Some(ui.t(line.told.label_key())),
        Column::Group => Some(ui.t(line.group.label_key())),
        Column::Option => match &line.counted {
            Counted::Mark(mark) => Some(ui.t(mark.label_key())),
            Counted::Fact(name) => Counted::FACTS
                .into_iter()
                .find(|(other, _)| other == name)
                .map(|(_, key)| ui.t(key)),
            Counted::Option(label) => Some(label.clone()),
        },
        Column::Count | Column::Percent | Column::Base => {
            return match line.cell(column) {
                Cell::Number(number) => Cell::Number(number),
                _ => Cell::Empty,
            };
        }
        _ => Some(line.cell(column).plain().into_owned()),
    };
    text.into()
}

/// How each question was asked. For programs the kinds stand there as codes.
pub(super) fn questions(asked: &Asked, ui: &Ui, is_readable: bool) -> Vec<Row> {
    let mut rows = vec![if is_readable {
        QUESTION_COLUMNS.map(|(_, key)| ui.t(key).into()).to_vec()
    } else {
        QUESTION_COLUMNS.map(|(name, _)| name.into()).to_vec()
    }];
    let only = asked.only.as_deref();
    for survey in &asked.published.snapshot.surveys {
        if only.is_some_and(|slug| slug != survey.slug) {
            continue;
        }
        for question in &survey.questions {
            let kind = QuestionKind::parse(&question.kind).unwrap_or(QuestionKind::LongText);
            let named = if is_readable {
                ui.t(kind.label_key())
            } else {
                question.kind.clone()
            };
            rows.push(vec![
                survey.slug.clone().into(),
                question.key.clone().into(),
                question.label.clone().into(),
                named.into(),
                question.text.clone().into(),
                answers(question, kind, ui).into(),
                ui.t(counted_key(kind)).into(),
            ]);
        }
    }
    rows
}

/// What could be answered.
fn answers(question: &QuestionFigures, kind: QuestionKind, ui: &Ui) -> String {
    match kind {
        QuestionKind::Goal => {
            let named =
                Mark::CHART.map(|mark| format!("{} = {}", mark.as_str(), ui.t(mark.label_key())));
            named.join(" | ")
        }
        QuestionKind::Scale => format!(
            "{}: {}",
            question.items.join(" | "),
            question.options.join(" | ")
        ),
        QuestionKind::Ranking => question.items.join(" | "),
        QuestionKind::Single | QuestionKind::Multiple => question.options.join(" | "),
        _ => String::new(),
    }
}

/// What the figures of a question count, and what 100 % are.
fn counted_key(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Goal => "data-counted-goal",
        QuestionKind::Single => "data-counted-single",
        QuestionKind::Multiple => "data-counted-multiple",
        QuestionKind::Scale => "data-counted-scale",
        QuestionKind::Ranking => "data-counted-ranking",
        QuestionKind::Number | QuestionKind::Date => "data-counted-given",
        QuestionKind::ShortText | QuestionKind::LongText | QuestionKind::Information => {
            "data-counted-texts"
        }
    }
}

/// What each column means.
fn columns(ui: &Ui) -> Vec<Row> {
    let head = [
        "data-column-head",
        "data-column-name",
        "data-column-meaning",
        "data-column-words",
    ];
    let row = |column: Column| -> Row {
        let mut words: Vec<String> = column
            .words()
            .iter()
            .map(|(word, key)| format!("{word} = {}", ui.t(key)))
            .collect();
        if column == Column::Option {
            let facts = Counted::FACTS.iter();
            words.extend(facts.map(|(word, key)| format!("{word} = {}", ui.t(key))));
        }
        vec![
            ui.t(column.title_key()).into(),
            column.name().into(),
            ui.t(column.about_key()).into(),
            words.join(" | ").into(),
        ]
    };
    std::iter::once(head.map(|key| ui.t(key).into()).to_vec())
        .chain(Column::ALL.map(row))
        .collect()
}

fn pairs(asked: &Asked, ui: &Ui) -> Vec<Row> {
    let head = vec![ui.t("data-sheet-about").into(), Cell::Empty];
    let rows = about(asked, ui).into_iter();
    std::iter::once(head)
        .chain(rows.map(|(name, text)| vec![name.into(), text.into()]))
        .collect()
}
