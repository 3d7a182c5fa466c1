//! The figures of a consultation as they stand at one moment.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::invited::{Invited, invited};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::figures::Limits;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::evaluation::model::{
    InvitedFigures, QuestionFigures, Snapshot, SurveyFigures, in_chart_order,
};
use crate::participation;
use crate::strategy::{self, LaidEdition};
use crate::survey::tally::Tally;
use crate::survey::{self, Book, Question, QuestionKind, Survey};

/// The figures as they stand now.
pub(super) fn freeze(
    conn: &mut Conn,
    consultation: &Consultation,
    limits: Limits,
) -> AppResult<Snapshot> {
    let edition = strategy::laid(conn, &consultation.edition)?;
    let book = Book::of(conn, &consultation.id)?;
    let tally = survey::tallies_of(conn, &consultation.id)?;
    let mut days: HashMap<Id<Survey>, Vec<(NaiveDate, String, u64)>> = HashMap::new();
    for (id, day, channel, n) in survey::questionnaires_by_day(conn, &consultation.id)? {
        if let Ok(n @ 1..) = u64::try_from(n) {
            days.entry(id).or_default().push((day, channel, n));
        }
    }
    let with_code = invited(conn, &consultation.id)?;
    let figures = |question: &Question| {
        let whole = figures(&edition, question, &tally, tally.answered(question.id));
        apart(whole, &edition, question, with_code.as_ref())
    };
    let people = participation::head_count(conn, &consultation.id)?;
    Ok(Snapshot {
        title: consultation.title.clone(),
        limits,
        people: u64::try_from(people).unwrap_or_default(),
        surveys: book
            .surveys
            .iter()
            .map(|survey| SurveyFigures {
                slug: survey.slug.clone(),
                label: field_label(&edition, survey),
                title: survey.title.clone(),
                is_profile: survey.is_profile,
                days: days.remove(&survey.id).unwrap_or_default(),
                questions: survey
                    .questions
                    .iter()
                    .filter(|question| question.kind.is_answered())
                    .map(figures)
                    .collect(),
                invited: with_code.as_ref().map(|of| {
                    of.questionnaires
                        .get(&survey.id)
                        .copied()
                        .unwrap_or_default()
                }),
            })
            .collect(),
    })
}

/// The figures of a question with the part that came with codes.
fn apart(
    whole: QuestionFigures,
    edition: &LaidEdition,
    question: &Question,
    with_code: Option<&Invited>,
) -> QuestionFigures {
    let own = with_code.map(|of| {
        let answered = of.answered.get(&question.id).copied();
        figures(edition, question, &of.tally, answered.unwrap_or_default())
    });
    QuestionFigures {
        invited: own.map(|own| InvitedFigures::along(&whole, &own)),
        ..whole
    }
}

fn field_label(edition: &LaidEdition, survey: &Survey) -> String {
    let field = edition
        .fields
        .iter()
        .find(|field| Some(&field.id) == survey.field.as_ref());
    field.map(|field| field.label.clone()).unwrap_or_default()
}

fn figures(
    edition: &LaidEdition,
    question: &Question,
    tally: &Tally,
    answered: u64,
) -> QuestionFigures {
    let id = question.id;
    let labels = || {
        question
            .options
            .iter()
            .map(|option| option.label.clone())
            .collect()
    };
    let (options, counts) = match question.kind {
        QuestionKind::Goal => (
            Vec::new(),
            vec![in_chart_order(|code| tally.at(id, 0, code))],
        ),
        QuestionKind::Single => (
            labels(),
            vec![
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, 0, o.code))
                    .collect(),
            ],
        ),
        QuestionKind::Multiple => (
            labels(),
            vec![
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, o.code, 1))
                    .collect(),
            ],
        ),
        QuestionKind::Scale => {
            let row = |item: i32| {
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, item, o.code))
                    .collect::<Vec<_>>()
            };
            (
                labels(),
                question.items.iter().map(|item| row(item.code)).collect(),
            )
        }
        QuestionKind::Number => {
            let given: Vec<(i32, u64)> = tally.codes(id, 0).filter(|(_, n)| *n > 0).collect();
            let labels = given.iter().map(|(number, _)| number.to_string()).collect();
            (labels, vec![given.iter().map(|(_, n)| *n).collect()])
        }
        QuestionKind::Ranking => {
            let places = 1..=i32::try_from(question.options.len()).unwrap_or(i32::MAX);
            let row = |option: i32| {
                places
                    .clone()
                    .map(|place| tally.at(id, option, place))
                    .collect()
            };
            (
                places.clone().map(|place| place.to_string()).collect(),
                question
                    .options
                    .iter()
                    .map(|option| row(option.code))
                    .collect(),
            )
        }
        QuestionKind::Date => {
            let given = tally.codes(id, 0).filter(|(_, n)| *n > 0);
            let given = given.filter_map(|(code, n)| Some((survey::date_of_code(code)?, n)));
            let (days, counts): (Vec<_>, Vec<_>) = given.unzip();
            (days.iter().map(ToString::to_string).collect(), vec![counts])
        }
        QuestionKind::ShortText | QuestionKind::LongText | QuestionKind::Information => {
            (Vec::new(), Vec::new())
        }
    };
    // What has a row of counts of its own: the rows of a scale, the options of a ranking.
    let rows = match question.kind {
        QuestionKind::Ranking => &question.options,
        _ => &question.items,
    };
    let goal = question
        .goal
        .as_ref()
        .and_then(|_| edition.find(&question.key));
    QuestionFigures {
        id,
        key: question.key.clone(),
        kind: question.kind.as_str().to_owned(),
        label: goal.map(|goal| goal.label.clone()).unwrap_or_default(),
        text: question.text.clone(),
        answered,
        texts: tally.texts(id),
        options,
        counts,
        items: rows.iter().map(|row| row.label.clone()).collect(),
        invited: None,
    }
}
