//! Typing errors that were corrected after the first answer, each with what stood there before.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{question_corrections, question_options, questions};
use crate::survey::CorrectSurvey;
use crate::survey::form::{NewCorrection, parts};
use crate::survey::model::{Part, Question, Survey};
use crate::survey::store::book::{ITEM, OPTION};

/// A typing error that was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The number of the question.
    pub question: i32,
    /// What people had read before.
    pub before: String,
    /// What they read since.
    pub after: String,
    /// Why.
    pub note: String,
    /// Since when.
    pub at: DateTime<Utc>,
    /// Who corrected it, as the journal names people.
    pub by: String,
}

/// Corrects texts of a question and keeps what stood there before.
pub fn correct(
    tx: &mut Tx<CorrectSurvey>,
    survey: &Id<Survey>,
    question: &Question,
    correction: &NewCorrection,
) -> AppResult<()> {
    let author = tx.author();
    for (part, after) in &correction.changes {
        let before = parts(question).into_iter().find(|(other, _)| other == part);
        let Some((_, before)) = before else { continue };
        match part {
            Part::Text => {
                diesel::update(questions::table.find(question.id))
                    .set(questions::text.eq(after))
                    .execute(tx.conn)?;
            }
            Part::Help => {
                diesel::update(questions::table.find(question.id))
                    .set(questions::help.eq(after))
                    .execute(tx.conn)?;
            }
            Part::Option(code) | Part::Item(code) => {
                let axis = match part {
                    Part::Item(_) => ITEM,
                    _ => OPTION,
                };
                diesel::update(question_options::table.find((question.id, axis, code)))
                    .set(question_options::label.eq(after))
                    .execute(tx.conn)?;
            }
        }
        diesel::insert_into(question_corrections::table)
            .values((
                question_corrections::id.eq(Id::<Correction>::at(tx.now)),
                question_corrections::question_id.eq(question.id),
                question_corrections::part.eq(part.name()),
                question_corrections::before.eq(before),
                question_corrections::after.eq(after),
                question_corrections::note.eq(&correction.note),
                question_corrections::corrected_at.eq(tx.now.naive_utc()),
                question_corrections::corrected_by.eq(&author),
            ))
            .execute(tx.conn)?;
    }
    let parts: Vec<String> = correction
        .changes
        .iter()
        .map(|(part, _)| part.name())
        .collect();
    tx.journal(
        &format!("survey:{survey}"),
        &json!({ "question": question.key, "corrected": parts, "reason": correction.note }),
    )
}

/// The corrections of some questions, oldest first.
pub fn corrections_of(conn: &mut Conn, of: &[i32]) -> AppResult<Vec<Correction>> {
    type Row = (i32, String, String, String, NaiveDateTime, String);
    let rows: Vec<Row> = question_corrections::table
        .filter(question_corrections::question_id.eq_any(of))
        .order(question_corrections::id)
        .select((
            question_corrections::question_id,
            question_corrections::before,
            question_corrections::after,
            question_corrections::note,
            question_corrections::corrected_at,
            question_corrections::corrected_by,
        ))
        .load(conn)?;
    let correction = |(question, before, after, note, at, by): Row| Correction {
        question,
        before,
        after,
        note,
        at: at.and_utc(),
        by,
    };
    Ok(rows.into_iter().map(correction).collect())
}
