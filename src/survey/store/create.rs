//! New surveys and questions: from a file, from the desk, from a document's goals.

use diesel::prelude::*;
use serde_json::json;

use super::book::{ITEM, OPTION};
use crate::account::{Action, Tx};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{question_conditions, question_options, questions, surveys};
use crate::consultation::{Consultation, PrepareConsultation};
use crate::survey::form::{NewQuestion, NewSurvey};
use crate::survey::model::{Choice, Condition, Survey};

/// Creates the surveys of a consultation.
pub fn create(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Id<Consultation>,
    slug: &str,
    new: &[NewSurvey],
) -> AppResult<()> {
    for (position, survey) in (0i32..).zip(new) {
        insert_survey(tx, consultation, position, survey)?;
    }
    tx.journal(
        &format!("consultation:{slug}"),
        &json!({ "surveys": new.len() }),
    )
}

/// A survey with its questions, at a place among the others.
pub(super) fn insert_survey<A: Action>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    position: i32,
    survey: &NewSurvey,
) -> AppResult<Id<Survey>> {
    let id = Id::<Survey>::at(tx.now);
    diesel::insert_into(surveys::table)
        .values((
            surveys::id.eq(&id),
            surveys::consultation_id.eq(consultation),
            surveys::slug.eq(&survey.slug),
            surveys::position.eq(position),
            surveys::element_id.eq(survey.field.as_ref().map(|field| field.id.clone())),
            surveys::is_profile.eq(survey.is_profile),
            surveys::title.eq(&survey.title),
            surveys::intro.eq(&survey.intro),
        ))
        .execute(tx.conn)?;
    let mut ids = Vec::new();
    for (position, question) in (0i32..).zip(&survey.questions) {
        let question_id = insert_question(tx, &id, position, question)?;
        if let Some(condition) = &question.condition
            && let Some(on) = ids.get(condition.on)
        {
            let codes = condition.codes.clone();
            set_condition(tx, question_id, Some(&Condition { on: *on, codes }))?;
        }
        ids.push(question_id);
    }
    Ok(id)
}

/// A question at a place in its survey, without its condition.
pub(super) fn insert_question<A: Action>(
    tx: &mut Tx<A>,
    survey: &Id<Survey>,
    position: i32,
    question: &NewQuestion,
) -> AppResult<i32> {
    // A small id, made here: inside the write door nobody else makes one at the same time.
    let last: Option<i32> = questions::table
        .select(diesel::dsl::max(questions::id))
        .first(tx.conn)?;
    let id = last.unwrap_or_default() + 1;
    diesel::insert_into(questions::table)
        .values((
            questions::id.eq(id),
            questions::survey_id.eq(survey),
            questions::key.eq(&question.key),
            questions::position.eq(position),
            questions::kind.eq(question.kind.as_str()),
            questions::element_id.eq(question.goal.as_ref().map(|goal| goal.id.clone())),
            questions::wording_id.eq(question.goal.as_ref().map(|goal| goal.wording.clone())),
            questions::text.eq(&question.text),
            questions::help.eq(&question.help),
            questions::is_required.eq(question.is_required),
        ))
        .execute(tx.conn)?;
    insert_choices(tx, id, &question.options, &question.items)?;
    Ok(id)
}

/// The options and rows of a question.
pub(super) fn insert_choices<A: Action>(
    tx: &mut Tx<A>,
    question: i32,
    options: &[Choice],
    items: &[Choice],
) -> AppResult<()> {
    for (axis, choices) in [(OPTION, options), (ITEM, items)] {
        for choice in choices {
            diesel::insert_into(question_options::table)
                .values((
                    question_options::question_id.eq(question),
                    question_options::axis.eq(axis),
                    question_options::code.eq(choice.code),
                    question_options::key.eq(&choice.key),
                    question_options::label.eq(&choice.label),
                ))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

/// After which answers a question is asked, in place of what was said before.
pub(super) fn set_condition<A: Action>(
    tx: &mut Tx<A>,
    question: i32,
    condition: Option<&Condition>,
) -> AppResult<()> {
    diesel::delete(question_conditions::table.find(question)).execute(tx.conn)?;
    if let Some(condition) = condition {
        let codes = serde_json::to_string(&condition.codes).map_err(anyhow::Error::from)?;
        diesel::insert_into(question_conditions::table)
            .values((
                question_conditions::question_id.eq(question),
                question_conditions::depends_on.eq(condition.on),
                question_conditions::codes.eq(codes),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
