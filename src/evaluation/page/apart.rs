//! What came with access codes and what came without, side by side.

use super::questions::question_result;
use crate::base::figures::Limits;
use crate::evaluation::model::{QuestionFigures, Snapshot, SurveyFigures};
use crate::evaluation::view::{Apart, ApartPart, ApartRow};

/// Survey by survey; none when nobody took part with a code.
pub(super) fn of_surveys(snapshot: &Snapshot) -> Option<Apart> {
    let limits = snapshot.limits;
    let surveys: Vec<&SurveyFigures> = snapshot.asked().collect();
    if !surveys.iter().any(|survey| survey.has_invited()) {
        return None;
    }
    let row = |survey: &&SurveyFigures| {
        let marks = survey.marks_apart(limits);
        ApartRow {
            label: survey.label.clone(),
            title: survey.title.clone(),
            parts: marks.map(|parts| {
                parts
                    .map(|(shown, marks)| ApartPart { shown, marks })
                    .into()
            }),
        }
    };
    Some(Apart {
        questionnaires: None,
        rows: surveys.iter().map(row).collect(),
        questions: Vec::new(),
    })
}

/// Question by question of one survey; none when nobody took part with a code.
pub(super) fn of_survey(survey: &SurveyFigures, limits: Limits) -> Option<Apart> {
    if !survey.has_invited() {
        return None;
    }
    let parts = survey.apart(limits);
    let questionnaires = parts
        .as_ref()
        .map(|(with, without)| vec![with.questionnaires(), without.questionnaires()]);
    let pairs: Vec<(&QuestionFigures, &QuestionFigures)> = parts
        .iter()
        .flat_map(|(a, b)| a.questions.iter().zip(&b.questions))
        .collect();
    let part = |figures: &QuestionFigures| ApartPart {
        shown: figures.shown_marks(limits),
        marks: figures.marks(),
    };
    let row = |goal: &QuestionFigures| ApartRow {
        label: goal.label.clone(),
        title: goal.text.clone(),
        parts: pairs
            .iter()
            .find(|(with, _)| with.key == goal.key)
            .map(|(with, without)| vec![part(with), part(without)]),
    };
    let result = |figures: &QuestionFigures, name: &str| {
        let mut result = question_result(figures, limits);
        // Two on one page, beside the whole: each needs an anchor of its own.
        result.key = format!("{}-{name}", result.key);
        result
    };
    let free = pairs
        .iter()
        .filter(|(with, _)| !with.is_goal() && !with.counts.is_empty());
    Some(Apart {
        questionnaires,
        rows: survey.goals().map(row).collect(),
        questions: free
            .map(|(with, without)| vec![result(with, "invited"), result(without, "open")])
            .collect(),
    })
}
