//! Rows of answers, for evaluators.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::raw::RawSheet;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, invited_participations, participations, questionnaires};
use crate::survey::{Cell, Survey};

type AnswerRow = (String, i32, i32, Option<i32>, Option<String>);

/// All questionnaires of a survey that count, with everything that was answered: three queries. Without any name for a
/// questionnaire, and in no order that tells anything.
pub fn sheets(conn: &mut Conn, survey: &Id<Survey>) -> AppResult<Vec<RawSheet>> {
    let heads: Vec<(String, String, NaiveDate)> = questionnaires::table
        .filter(questionnaires::survey_id.eq(survey))
        .select((
            questionnaires::id,
            questionnaires::channel,
            questionnaires::received_on,
        ))
        .load(conn)?;
    let invited: Vec<String> = questionnaires::table
        .inner_join(participations::table.inner_join(invited_participations::table))
        .filter(questionnaires::survey_id.eq(survey))
        .select(questionnaires::id)
        .load(conn)?;
    let invited: HashSet<String> = invited.into_iter().collect();
    let rows: Vec<AnswerRow> = answers::table
        .inner_join(questionnaires::table)
        .filter(questionnaires::survey_id.eq(survey))
        .select((
            answers::questionnaire_id,
            answers::question_id,
            answers::part,
            answers::code,
            answers::text,
        ))
        .load(conn)?;
    let mut cells: HashMap<String, Vec<(i32, Cell)>> = HashMap::new();
    for (questionnaire, question, part, code, text) in rows {
        let cell = Cell { part, code, text };
        cells
            .entry(questionnaire)
            .or_default()
            .push((question, cell));
    }
    Ok(heads
        .into_iter()
        .map(|(id, channel, received_on)| RawSheet {
            channel,
            received_on,
            is_invited: invited.contains(&id),
            cells: cells.remove(&id).unwrap_or_default(),
        })
        .collect())
}
