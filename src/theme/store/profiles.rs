//! What people said about themselves, as far as lists can be narrowed by it.

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::answers;

/// How many questionnaires of a consultation have each answer of some questions: what can be filtered by without making out
/// a single person.
pub fn profile_sizes(conn: &mut Conn, questions: &[i32]) -> AppResult<Vec<(i32, i32, i64)>> {
    let rows: Vec<(i32, Option<i32>, i64)> = answers::table
        .filter(answers::question_id.eq_any(questions))
        .filter(answers::code.is_not_null())
        .group_by((answers::question_id, answers::code))
        .select((
            answers::question_id,
            answers::code,
            diesel::dsl::count(answers::questionnaire_id),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(question, code, n)| Some((question, code?, n)))
        .collect())
}
