//! What stands on the questionnaires: marks that fall with some sense, and the texts of the town's people.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chance::Chance;
use crate::survey::{Answer, Mark, Question, QuestionKind, Survey};

/// One questionnaire: answers by question.
pub type Sheet = BTreeMap<i32, Answer>;

/// What somebody wrote about a goal, with the mark she gave.
#[derive(Clone, Debug, Deserialize)]
pub struct Remark {
    /// The key of the goal.
    pub goal: String,
    /// The mark.
    pub mark: Mark,
    /// Her words.
    pub text: String,
}

/// Reads a file of remarks.
pub fn remarks(file: &str) -> anyhow::Result<Vec<Remark>> {
    let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The marks without a text that are told beforehand for a goal: how often each, in the order of the form.
pub type Deck = fn(&str) -> Option<[usize; 5]>;

/// No marks are told beforehand: all fall by chance.
pub fn no_deck(_: &str) -> Option<[usize; 5]> {
    None
}

/// How often each mark is given, in the order of the form, before a goal's own fortune.
const WEIGHTS: [u32; 5] = [56, 24, 9, 7, 4];
/// In so many of a hundred cases a goal is left out.
const LEFT_OUT: u32 = 12;

/// Fills the questionnaires of one survey. Each remark on one of its goals becomes the answer of one person.
pub fn fill(
    survey: &Survey,
    count: usize,
    remarks: &[Remark],
    deck: Deck,
    chance: &mut Chance,
) -> Vec<Sheet> {
    let mut sheets = vec![Sheet::new(); count];
    let (later, first): (Vec<_>, Vec<_>) =
        survey.questions.iter().partition(|q| is_later(q, survey));
    for question in first {
        if question.kind == QuestionKind::Goal {
            rate(question, &mut sheets, remarks, deck, chance);
        } else {
            for sheet in &mut sheets {
                if let Some(answer) = drawn(question, chance) {
                    sheet.insert(question.id, answer);
                }
            }
        }
    }
    // Nobody hands in an empty questionnaire.
    for sheet in sheets.iter_mut().filter(|sheet| sheet.is_empty()) {
        if let Some(first) = survey.questions.first() {
            sheet.insert(first.id, goal(Mark::Right, None));
        }
    }
    for (n, question) in (1..).zip(later) {
        answer_later(question, &mut sheets, &mut Chance::of(LATER + n));
    }
    sheets
}

/// Where the chance of the questions begins that were asked later.
const LATER: u64 = 9_000;

/// A ranking, or a question that belongs to a condition. They have a chance of their own, so that the figures of the
/// other questions, which are told elsewhere, do not hang on them.
fn is_later(question: &Question, survey: &Survey) -> bool {
    let decides = |other: &Question| {
        other
            .condition
            .as_ref()
            .is_some_and(|of| of.on == question.id)
    };
    question.kind == QuestionKind::Ranking
        || question.condition.is_some()
        || survey.questions.iter().any(decides)
}

/// The answers to such a question, of everyone who is asked.
fn answer_later(question: &Question, sheets: &mut [Sheet], chance: &mut Chance) {
    for sheet in sheets {
        let is_asked = question.condition.as_ref().is_none_or(
            |of| matches!(sheet.get(&of.on), Some(Answer::Single(code)) if of.codes.contains(code)),
        );
        if let Some(answer) = drawn(question, chance).filter(|_| is_asked) {
            sheet.insert(question.id, answer);
        }
    }
}

fn rate(
    question: &Question,
    sheets: &mut [Sheet],
    remarks: &[Remark],
    deck: Deck,
    chance: &mut Chance,
) {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    chance.shuffle(&mut order);
    let told = remarks
        .iter()
        .filter(|remark| remark.goal == question.key)
        .map(|remark| Some(goal(remark.mark, Some(remark.text.clone()))));
    let mut answers: Vec<Option<Answer>> = told.take(sheets.len()).collect();
    if let Some(counts) = deck(&question.key) {
        let dealt = Mark::FORM.into_iter().zip(counts);
        answers.extend(dealt.flat_map(|(mark, n)| std::iter::repeat_n(Some(goal(mark, None)), n)));
    } else {
        let [right, bolder, others @ ..] = WEIGHTS;
        let luck = u32::try_from(chance.between(0, 24)).unwrap_or_default();
        let [a, b, c] = others;
        let weights = [right + 12 - luck, bolder + luck / 2, a, b, c];
        while answers.len() < sheets.len() {
            let mark = Mark::FORM[chance.weighed(&weights)];
            answers.push((!chance.percent(LEFT_OUT)).then(|| goal(mark, None)));
        }
    }
    for (place, answer) in order.into_iter().zip(answers) {
        if let (Some(sheet), Some(answer)) = (sheets.get_mut(place), answer) {
            sheet.insert(question.id, answer);
        }
    }
}

fn goal(mark: Mark, comment: Option<String>) -> Answer {
    Answer::Goal {
        mark: Some(mark),
        comment,
    }
}

/// An answer to a free-standing question, or none: not everybody answers everything. Texts are never made up here.
fn drawn(question: &Question, chance: &mut Chance) -> Option<Answer> {
    if chance.percent(LEFT_OUT) || question.options.is_empty() && !is_number(question) {
        return None;
    }
    // Middle options more often than the first and the last.
    let last = question.options.len().saturating_sub(1);
    let weights: Vec<u32> = (0..=last)
        .map(|place| if place == 0 || place == last { 2 } else { 4 })
        .collect();
    let mut one = || {
        let place = chance.weighed(&weights);
        question.options.get(place).map(|option| option.code)
    };
    Some(match question.kind {
        QuestionKind::Single => Answer::Single(one()?),
        // The last option of such a question says that nothing of it applies; it stands alone.
        QuestionKind::Multiple => {
            let first = one()?;
            let none = question.options.last().map(|option| option.code);
            if Some(first) == none {
                Answer::Multiple([first].into())
            } else {
                let chosen = [Some(first), one(), one()].into_iter().flatten();
                Answer::Multiple(chosen.filter(|code| Some(*code) != none).collect())
            }
        }
        QuestionKind::Scale => Answer::Scale(
            question
                .items
                .iter()
                .filter_map(|item| Some((item.code, one()?)))
                .collect(),
        ),
        QuestionKind::Number => Answer::Number([1, 2, 2, 3, 0][chance.weighed(&[4, 4, 4, 2, 1])]),
        QuestionKind::Ranking => {
            let mut order = Vec::new();
            for code in [one()?, one()?, one()?] {
                if !order.contains(&code) {
                    order.push(code);
                }
            }
            Answer::Ranking(order)
        }
        QuestionKind::Goal
        | QuestionKind::Date
        | QuestionKind::ShortText
        | QuestionKind::LongText
        | QuestionKind::Information => return None,
    })
}

fn is_number(question: &Question) -> bool {
    question.kind == QuestionKind::Number
}
