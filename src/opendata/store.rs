//! Rows of answers, for evaluators.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::raw::RawSheet;
use crate::base::db::{Conn, at_one_moment, each_row};
use crate::base::error::AppResult;
use crate::base::id::{self, Id};
use crate::base::schema::{answers, invited_participations, participations, questionnaires};
use crate::survey::{Cell, Survey};

/// The name of a questionnaire as the database keeps it.
type Name = [u8; 26];
type AnswerRow = (String, i32, i32, Option<i32>, Option<String>);

/// How many questionnaires are read together.
const AT_ONCE: usize = 500;

/// All questionnaires of a survey that count, with everything that was answered, one after the other, as they stood at one moment.
/// Without any name, and in no order that tells anything: neither when a questionnaire came nor which others came with it. Only the
/// names lie in memory, 26 bytes each.
pub fn each_sheet(
    conn: &mut Conn,
    survey: &Id<Survey>,
    mut see: impl FnMut(RawSheet) -> AppResult<()>,
) -> AppResult<()> {
    at_one_moment(conn, |conn| {
        let mut names: Vec<Name> = Vec::new();
        each_row!(
            conn,
            String,
            questionnaires::table
                .filter(questionnaires::survey_id.eq(survey))
                .select(questionnaires::id),
            |id: String| -> AppResult<()> {
                let name = id.as_bytes().try_into();
                names.push(name.map_err(anyhow::Error::from)?);
                Ok(())
            }
        );
        shuffle(&mut names);
        for some in names.chunks(AT_ONCE) {
            let ids: Vec<String> = some
                .iter()
                .map(|name| String::from_utf8_lossy(name).into_owned())
                .collect();
            for sheet in some_sheets(conn, &ids)? {
                see(sheet)?;
            }
        }
        Ok(())
    })
}

/// Any order is as likely as any other (Fisher and Yates).
fn shuffle(names: &mut [Name]) {
    for last in (1..names.len()).rev() {
        let random = u64::from_le_bytes(id::random());
        let other = random % (last as u64 + 1);
        names.swap(last, usize::try_from(other).unwrap_or_default());
    }
}

/// Some questionnaires, in this order: three queries.
fn some_sheets(conn: &mut Conn, ids: &[String]) -> AppResult<Vec<RawSheet>> {
    let heads: Vec<(String, String, NaiveDate)> = questionnaires::table
        .filter(questionnaires::id.eq_any(ids))
        .select((
            questionnaires::id,
            questionnaires::channel,
            questionnaires::received_on,
        ))
        .load(conn)?;
    let invited: Vec<String> = questionnaires::table
        .inner_join(participations::table.inner_join(invited_participations::table))
        .filter(questionnaires::id.eq_any(ids))
        .select(questionnaires::id)
        .load(conn)?;
    let invited: HashSet<String> = invited.into_iter().collect();
    let rows: Vec<AnswerRow> = answers::table
        .filter(answers::questionnaire_id.eq_any(ids))
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
        let own = cells.entry(questionnaire).or_default();
        own.push((question, cell));
    }
    let mut heads: HashMap<String, (String, NaiveDate)> = heads
        .into_iter()
        .map(|(id, channel, day)| (id, (channel, day)))
        .collect();
    let sheet = |id: &String| {
        let (channel, received_on) = heads.remove(id)?;
        Some(RawSheet {
            channel,
            received_on,
            is_invited: invited.contains(id),
            cells: cells.remove(id).unwrap_or_default(),
        })
    };
    Ok(ids.iter().filter_map(sheet).collect())
}
