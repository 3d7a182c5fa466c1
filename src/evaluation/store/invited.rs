//! What came with access codes. Counted from the rows when results are published; nothing ties a code to an answer, only
//! that a participation had one is known.

use std::collections::HashMap;

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, invited_participations, participations, questionnaires};
use crate::consultation::Consultation;
use crate::survey::Survey;
use crate::survey::tally::{Place, Tally};

/// The answers of everyone who had a code.
pub(super) struct Invited {
    /// Counts by question.
    pub tally: Tally,
    /// How many questionnaires answered each question.
    pub answered: HashMap<i32, u64>,
    /// How many questionnaires each survey got.
    pub questionnaires: HashMap<Id<Survey>, u64>,
}

/// What came with codes; none when nobody handed in with one.
pub(super) fn invited(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<Option<Invited>> {
    let with_code = participations::table.inner_join(invited_participations::table);
    let surveys: Vec<(Id<Survey>, i64)> = questionnaires::table
        .inner_join(with_code)
        .filter(participations::consultation_id.eq(consultation))
        .group_by(questionnaires::survey_id)
        .select((questionnaires::survey_id, count_star()))
        .load(conn)?;
    if surveys.is_empty() {
        return Ok(None);
    }
    let cells: Vec<(i32, i32, Option<i32>, i64)> = answers::table
        .inner_join(questionnaires::table.inner_join(with_code))
        .filter(participations::consultation_id.eq(consultation))
        .filter(answers::code.is_not_null())
        .group_by((answers::question_id, answers::part, answers::code))
        .select((
            answers::question_id,
            answers::part,
            answers::code,
            count_star(),
        ))
        .load(conn)?;
    let answered: Vec<(i32, i64)> = answers::table
        .inner_join(questionnaires::table.inner_join(with_code))
        .filter(participations::consultation_id.eq(consultation))
        .group_by(answers::question_id)
        .select((
            answers::question_id,
            count(answers::questionnaire_id).aggregate_distinct(),
        ))
        .load(conn)?;
    let place = |(question, part, code, n): (i32, i32, Option<i32>, i64)| -> Option<(Place, i64)> {
        Some(((question, part, code?), n))
    };
    let number = |n: i64| u64::try_from(n).unwrap_or_default();
    Ok(Some(Invited {
        tally: cells.into_iter().filter_map(place).collect(),
        answered: answered
            .into_iter()
            .map(|(id, n)| (id, number(n)))
            .collect(),
        questionnaires: surveys.into_iter().map(|(id, n)| (id, number(n))).collect(),
    }))
}
