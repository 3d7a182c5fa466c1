//! Whole surveys: added, renamed, moved, taken out, put back.

use diesel::dsl::{max, min};
use diesel::prelude::*;
use serde_json::json;

use super::{Built, Direction, open};
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::surveys;
use crate::consultation::Consultation;
use crate::survey::BuildSurvey;
use crate::survey::form::NewSurvey;
use crate::survey::model::Survey;
use crate::survey::store::create::insert_survey;

fn note(tx: &mut Tx<BuildSurvey>, survey: &Id<Survey>, act: &str) -> AppResult<()> {
    tx.journal(&format!("survey:{survey}"), &json!({ "did": act }))
}

/// Adds a survey behind the others.
pub fn add_survey(
    tx: &mut Tx<BuildSurvey>,
    consultation: &Consultation,
    new: &NewSurvey,
) -> AppResult<()> {
    let place = behind(tx, &consultation.id)?;
    let id = insert_survey(tx, &consultation.id, place, new)?;
    note(tx, &id, "added")
}

/// Adds surveys that came in a file behind the others.
pub fn import_surveys(
    tx: &mut Tx<BuildSurvey>,
    consultation: &Id<Consultation>,
    new: &[NewSurvey],
    file: &str,
) -> AppResult<()> {
    let first = behind(tx, consultation)?;
    for (place, survey) in (first..).zip(new) {
        let id = insert_survey(tx, consultation, place, survey)?;
        tx.journal(
            &format!("survey:{id}"),
            &json!({ "did": "imported", "file": file, "questions": survey.questions.len() }),
        )?;
    }
    Ok(())
}

/// The place behind the last survey.
fn behind(tx: &mut Tx<BuildSurvey>, consultation: &Id<Consultation>) -> AppResult<i32> {
    let last: Option<i32> = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .select(max(surveys::position))
        .first(tx.conn)?;
    Ok(last.unwrap_or(-1).max(-1) + 1)
}

/// Gives a survey another title and introduction.
pub fn change_survey(
    tx: &mut Tx<BuildSurvey>,
    survey: &Id<Survey>,
    (title, intro): &(String, String),
) -> AppResult<Built> {
    if open(tx.conn, survey)?.is_none() {
        return Ok(Built::Frozen);
    }
    diesel::update(surveys::table.find(survey))
        .set((surveys::title.eq(title), surveys::intro.eq(intro)))
        .execute(tx.conn)?;
    note(tx, survey, "renamed")?;
    Ok(Built::Done)
}

/// Moves a survey by one place. The order says nothing about what was asked, so it may always be changed.
pub fn move_survey(
    tx: &mut Tx<BuildSurvey>,
    consultation: &Id<Consultation>,
    slug: &str,
    direction: Direction,
) -> AppResult<()> {
    let rows: Vec<(Id<Survey>, String)> = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .filter(surveys::position.ge(0))
        .order((surveys::position, surveys::id))
        .select((surveys::id, surveys::slug))
        .load(tx.conn)?;
    let Some(place) = rows.iter().position(|row| row.1 == slug) else {
        return Ok(());
    };
    let Some(next) = direction.next(place, rows.len()) else {
        return Ok(());
    };
    let mut ids: Vec<_> = rows.into_iter().map(|row| row.0).collect();
    ids.swap(place, next);
    for (position, id) in (0i32..).zip(&ids) {
        diesel::update(surveys::table.find(id))
            .set(surveys::position.eq(position))
            .execute(tx.conn)?;
    }
    note(tx, &ids[next], "moved")
}

/// Takes a survey out. It can be put back.
pub fn remove_survey(
    tx: &mut Tx<BuildSurvey>,
    consultation: &Id<Consultation>,
    survey: &Id<Survey>,
) -> AppResult<Built> {
    if open(tx.conn, survey)?.is_none() {
        return Ok(Built::Frozen);
    }
    let first: Option<i32> = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .select(min(surveys::position))
        .first(tx.conn)?;
    diesel::update(surveys::table.find(survey))
        .set(surveys::position.eq(first.unwrap_or_default().min(0) - 1))
        .execute(tx.conn)?;
    note(tx, survey, "removed")?;
    Ok(Built::Done)
}

/// Puts a survey back behind the others.
pub fn restore_survey(
    tx: &mut Tx<BuildSurvey>,
    consultation: &Id<Consultation>,
    slug: &str,
) -> AppResult<()> {
    let found: Option<Id<Survey>> = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .filter(surveys::slug.eq(slug).and(surveys::position.lt(0)))
        .select(surveys::id)
        .first(tx.conn)
        .optional()?;
    let Some(survey) = found else { return Ok(()) };
    let place = behind(tx, consultation)?;
    diesel::update(surveys::table.find(&survey))
        .set(surveys::position.eq(place))
        .execute(tx.conn)?;
    note(tx, &survey, "restored")
}
