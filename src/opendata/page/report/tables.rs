//! The tables of a report.

use crate::base::figures::Shown;
use crate::base::page::Ui;
use crate::base::report::{Block, Run, Table, TableCell, cell};
use crate::evaluation::SurveyFigures;
use crate::evaluation::view::{AnswerBlock, QuestionResult};
use crate::survey::Mark;

pub(super) fn number(n: u64, ui: &Ui) -> String {
    ui.say("data-number", [("n", n.into())])
}

pub(super) fn bases(survey: &SurveyFigures, ui: &Ui) -> Table {
    let questionnaires = survey.questionnaires();
    let has_goals = survey.goals().next().is_some();
    let rows = [
        ("results-head-people", questionnaires),
        ("results-head-questionnaires", questionnaires),
        ("results-head-marks", survey.marks()),
        ("results-head-texts", survey.texts()),
    ];
    Table {
        caption: ui.t("data-report-bases"),
        head: vec![ui.t("data-report-counted"), ui.t("results-head-count")],
        widths: vec![3, 1],
        numbers_from: 1,
        rows: rows
            .into_iter()
            .filter(|(key, _)| has_goals || *key != "results-head-marks")
            .map(|(key, n)| vec![cell(ui.t(key)), cell(number(n, ui))])
            .collect(),
    }
}

/// The five cells of a row of marks: count and per cent, counts only, or that there are too few.
pub(super) fn mark_cells(shown: &Shown, ui: &Ui) -> Vec<TableCell> {
    let one = |place: usize| match shown {
        Shown::TooFew => ui.t("results-too-few"),
        Shown::Counts { counts } => number(counts[place], ui),
        Shown::Shares { counts, percent } => {
            let share = ui.say("results-percent", [("n", percent[place].into())]);
            format!("{}\u{a0}({share})", number(counts[place], ui))
        }
    };
    (0..Mark::CHART.len())
        .map(|place| cell(one(place)))
        .collect()
}

pub(super) fn mark_heads(ui: &Ui) -> Vec<String> {
    Mark::CHART.map(|mark| ui.t(mark.label_key())).into()
}

/// The answers to a free-standing question.
pub(super) fn answers(question: &QuestionResult, ui: &Ui) -> Vec<Block> {
    let base = if question.blocks.is_empty() {
        "results-question-texts"
    } else {
        "results-question-base"
    };
    let mut all = vec![
        Block::Heading {
            level: 3,
            runs: vec![Run::town(question.text.clone())],
        },
        Block::note(ui.say(base, [("n", question.answered.into())])),
    ];
    for block in &question.blocks {
        all.push(answer_table(block, ui));
    }
    all
}

pub(super) fn answer_table(block: &AnswerBlock, ui: &Ui) -> Block {
    let (counts, percent) = match &block.shown {
        Shown::TooFew => {
            return Block::note(format!("{} {}", block.title, ui.t("results-note-too-few")).trim());
        }
        Shown::Counts { counts } => (counts, None),
        Shown::Shares { counts, percent } => (counts, Some(percent)),
    };
    let is_ranking = !block.places.is_empty();
    let row = |(n, label): (usize, &String)| {
        let share = percent.map(|percent| ui.say("results-percent", [("n", percent[n].into())]));
        vec![
            vec![vec![Run::town(label.clone())]],
            cell(number(counts[n], ui)),
            cell(share.unwrap_or_default()),
        ]
    };
    let first = if is_ranking {
        "results-head-first"
    } else {
        "results-head-count"
    };
    Block::Table(Table {
        caption: if block.title.is_empty() {
            ui.t("results-question-caption")
        } else {
            block.title.clone()
        },
        head: vec![
            ui.t("results-head-answer"),
            ui.t(first),
            ui.t("results-head-share"),
        ],
        widths: vec![6, 2, 2],
        numbers_from: 1,
        rows: block.labels.iter().enumerate().map(row).collect(),
    })
}
