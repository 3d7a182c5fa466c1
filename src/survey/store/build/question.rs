//! The questions of a survey: added, changed, moved, copied, taken out, put back.

use std::collections::BTreeSet;

use diesel::dsl::min;
use diesel::prelude::*;
use serde_json::json;

use super::{Built, Direction, open};
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{question_options, questions};
use crate::survey::BuildSurvey;
use crate::survey::form::NewQuestion;
use crate::survey::model::{Condition, MAX_QUESTIONS, Question, Survey};
use crate::survey::store::create::{insert_choices, insert_question, set_condition};

fn note(tx: &mut Tx<BuildSurvey>, survey: &Survey, key: &str, act: &str) -> AppResult<()> {
    tx.journal(
        &format!("survey:{}", survey.id),
        &json!({ "question": key, "did": act }),
    )
}

/// Adds questions behind the others; one whose name is there already is left out.
pub fn add_questions(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    new: &[NewQuestion],
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let taken: Vec<String> = questions::table
        .filter(questions::survey_id.eq(&survey.id))
        .select(questions::key)
        .load(tx.conn)?;
    let new: Vec<_> = new.iter().filter(|q| !taken.contains(&q.key)).collect();
    if survey.questions.len() + new.len() > MAX_QUESTIONS {
        return Ok(Built::Full);
    }
    let mut ids: Vec<i32> = survey
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    for question in new {
        ids.push(insert_question(tx, &survey.id, 0, question)?);
        note(tx, &survey, &question.key, "added")?;
    }
    order(tx, &ids)?;
    Ok(Built::Done)
}

/// Gives questions their places, in this order.
fn order(tx: &mut Tx<BuildSurvey>, ids: &[i32]) -> AppResult<()> {
    for (position, id) in (0i32..).zip(ids) {
        diesel::update(questions::table.find(id))
            .set(questions::position.eq(position))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Changes what a question asks. Conditions on its answers go along with the options they name.
pub fn change_question(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    question: i32,
    new: &NewQuestion,
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let Some(before) = survey.questions.iter().find(|q| q.id == question) else {
        return Ok(Built::Done);
    };
    let renamed = match moved_conditions(&survey, before, new) {
        Ok(renamed) => renamed,
        Err(text) => return Ok(Built::Decides(text)),
    };
    diesel::update(questions::table.find(question))
        .set((
            questions::text.eq(&new.text),
            questions::help.eq(&new.help),
            questions::is_required.eq(new.is_required),
        ))
        .execute(tx.conn)?;
    let choices = question_options::table.filter(question_options::question_id.eq(question));
    diesel::delete(choices).execute(tx.conn)?;
    insert_choices(tx, question, &new.options, &new.items)?;
    for (id, condition) in renamed {
        set_condition(tx, id, Some(&condition))?;
    }
    note(tx, &survey, &before.key, "changed")?;
    Ok(Built::Done)
}

/// The conditions on a question's answers with the codes its options have from now on. The text of the question whose
/// condition would lose an answer, when there is one.
fn moved_conditions(
    survey: &Survey,
    before: &Question,
    new: &NewQuestion,
) -> Result<Vec<(i32, Condition)>, String> {
    let mut moved = Vec::new();
    if before.options.is_empty() {
        return Ok(moved);
    }
    for other in &survey.questions {
        let Some(condition) = other.condition.as_ref().filter(|c| c.on == before.id) else {
            continue;
        };
        let code = |old: &i32| {
            let option = before.options.iter().find(|option| option.code == *old)?;
            let kept = new.options.iter().find(|kept| kept.key == option.key)?;
            Some(kept.code)
        };
        let codes: Option<BTreeSet<i32>> = condition.codes.iter().map(code).collect();
        let codes = codes.ok_or_else(|| other.text.clone())?;
        moved.push((
            other.id,
            Condition {
                on: before.id,
                codes,
            },
        ));
    }
    Ok(moved)
}

/// Says after which answers a question is asked; with none it always is. Only an earlier question can decide.
pub fn depend(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    question: i32,
    condition: Option<&Condition>,
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let place = |id: i32| survey.questions.iter().position(|q| q.id == id);
    let Some(own) = place(question) else {
        return Ok(Built::Done);
    };
    if let Some(condition) = condition
        && place(condition.on).is_none_or(|earlier| earlier >= own)
    {
        return Ok(Built::Behind(survey.questions[own].text.clone()));
    }
    set_condition(tx, question, condition)?;
    note(tx, &survey, &survey.questions[own].key, "made to depend")?;
    Ok(Built::Done)
}

/// Moves a question by one place. It never comes before a question that decides about it.
pub fn move_question(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    key: &str,
    direction: Direction,
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let place = survey.question(key).map(|(place, _)| place);
    let next = place.and_then(|place| direction.next(place, survey.questions.len()));
    let (Some(place), Some(next)) = (place, next) else {
        return Ok(Built::Done);
    };
    let (first, second) = (place.min(next), place.max(next));
    let (first, second) = (&survey.questions[first], &survey.questions[second]);
    if second.condition.as_ref().is_some_and(|c| c.on == first.id) {
        return Ok(Built::Behind(first.text.clone()));
    }
    let mut ids: Vec<i32> = survey
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    ids.swap(place, next);
    order(tx, &ids)?;
    note(tx, &survey, key, "moved")?;
    Ok(Built::Done)
}

/// Puts a copy of a question behind it, with the same condition.
pub fn copy_question(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    key: &str,
    copy: &NewQuestion,
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let Some((place, question)) = survey.question(key) else {
        return Ok(Built::Done);
    };
    if survey.questions.len() >= MAX_QUESTIONS {
        return Ok(Built::Full);
    }
    let id = insert_question(tx, &survey.id, 0, copy)?;
    set_condition(tx, id, question.condition.as_ref())?;
    let mut ids: Vec<i32> = survey
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    ids.insert(place + 1, id);
    order(tx, &ids)?;
    note(tx, &survey, &copy.key, "copied")?;
    Ok(Built::Done)
}

/// Takes a question out; it can be put back. Questions that hung on it are always asked from then on.
pub fn remove_question(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    question: i32,
) -> AppResult<Built> {
    let Some(survey) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    let Some(removed) = survey.questions.iter().find(|q| q.id == question) else {
        return Ok(Built::Done);
    };
    let on = |other: &&Question| other.condition.as_ref().is_some_and(|c| c.on == question);
    for other in survey.questions.iter().filter(on) {
        set_condition(tx, other.id, None)?;
    }
    let first: Option<i32> = questions::table
        .filter(questions::survey_id.eq(&survey.id))
        .select(min(questions::position))
        .first(tx.conn)?;
    diesel::update(questions::table.find(question))
        .set(questions::position.eq(first.unwrap_or_default().min(0) - 1))
        .execute(tx.conn)?;
    note(tx, &survey, &removed.key, "removed")?;
    Ok(Built::Done)
}

/// Puts a question back behind the others. Its condition comes back when the question it names is still there.
pub fn restore_question(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    key: &str,
) -> AppResult<Built> {
    let Some(before) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    if before.questions.len() >= MAX_QUESTIONS {
        return Ok(Built::Full);
    }
    let behind = i32::try_from(before.questions.len()).unwrap_or(i32::MAX);
    let removed = questions::table
        .filter(questions::survey_id.eq(survey))
        .filter(questions::key.eq(key).and(questions::position.lt(0)));
    diesel::update(removed)
        .set(questions::position.eq(behind))
        .execute(tx.conn)?;
    let Some(after) = open(tx.conn, survey)? else {
        return Ok(Built::Frozen);
    };
    if let Some((_, question)) = after.question(key) {
        let stands = |on: i32| before.questions.iter().any(|earlier| earlier.id == on);
        if question.condition.as_ref().is_some_and(|c| !stands(c.on)) {
            set_condition(tx, question.id, None)?;
        }
        note(tx, &after, key, "restored")?;
    }
    let ids: Vec<i32> = after.questions.iter().map(|question| question.id).collect();
    order(tx, &ids)?;
    Ok(Built::Done)
}
