//! Whether a survey may still be changed, and what was taken out of one.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    drafts, paper_batches, paper_sheets, participations, questionnaires, questions, survey_days,
    surveys,
};
use crate::consultation::Consultation;
use crate::survey::model::Survey;

/// Surveys to which somebody has given an answer: typed on a page, handed in, or typed from paper.
macro_rules! begun {
    () => {{
        let typed = drafts::table
            .inner_join(questions::table)
            .inner_join(participations::table)
            .filter(questions::survey_id.eq(surveys::id))
            .filter(participations::consultation_id.eq(surveys::consultation_id));
        let sheets = paper_sheets::table
            .inner_join(paper_batches::table)
            .filter(paper_batches::consultation_id.eq(surveys::consultation_id));
        let counted = questionnaires::table.filter(questionnaires::survey_id.eq(surveys::id));
        surveys::table
            .filter(exists(counted).or(exists(typed)).or(exists(sheets)))
            .select(surveys::id)
    }};
}

/// The surveys of a consultation that can no longer be changed.
pub fn frozen_surveys(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashSet<Id<Survey>>> {
    let of_consultation = begun!().filter(surveys::consultation_id.eq(consultation));
    let ids: Vec<Id<Survey>> = of_consultation.load(conn)?;
    Ok(ids.into_iter().collect())
}

/// Whether a survey can no longer be changed.
pub(super) fn is_frozen(conn: &mut Conn, survey: &Id<Survey>) -> AppResult<bool> {
    let of_survey = begun!().filter(surveys::id.eq(survey));
    let found: Option<Id<Survey>> = of_survey.first(conn).optional()?;
    Ok(found.is_some())
}

/// How many questionnaires the surveys of a consultation have; a survey without one is left out.
pub fn answered_surveys(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<Id<Survey>, i64>> {
    let days: Vec<(Id<Survey>, i64)> = survey_days::table
        .inner_join(surveys::table)
        .filter(surveys::consultation_id.eq(consultation))
        .select((survey_days::survey_id, survey_days::n))
        .load(conn)?;
    let mut totals = HashMap::new();
    for (survey, n) in days {
        *totals.entry(survey).or_default() += n;
    }
    Ok(totals)
}

/// Something that was taken out and can be put back.
#[derive(Clone, Debug)]
pub struct Removed {
    /// Its name: of a survey in addresses, of a question in files.
    pub key: String,
    /// What people read.
    pub text: String,
}

/// The names in addresses that surveys of a consultation bear or have borne: no other one may.
pub fn slugs_of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<String>> {
    let slugs = surveys::table
        .filter(surveys::consultation_id.eq(consultation))
        .select(surveys::slug)
        .load(conn)?;
    Ok(slugs)
}

/// The surveys that were taken out of a consultation, and the questions that were taken out of a survey.
pub fn removed_of(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    survey: Option<&Id<Survey>>,
) -> AppResult<Vec<Removed>> {
    let rows: Vec<(String, String)> = match survey {
        None => surveys::table
            .filter(surveys::consultation_id.eq(consultation))
            .filter(surveys::position.lt(0))
            .order(surveys::position)
            .select((surveys::slug, surveys::title))
            .load(conn)?,
        Some(survey) => questions::table
            .filter(questions::survey_id.eq(survey))
            .filter(questions::position.lt(0))
            .order(questions::position)
            .select((questions::key, questions::text))
            .load(conn)?,
    };
    let removed = rows.into_iter().map(|(key, text)| Removed { key, text });
    Ok(removed.collect())
}
