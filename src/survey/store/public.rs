//! Texts that everyone may read, however many there are.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::texts::{Text, TextOrder};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::{Id, chance};
use crate::base::schema::{answers, free_texts};
use crate::survey::mark::Mark;
use crate::survey::model::FreeText;

/// That a text is public (`TextState::PUBLIC`), in the words of the index that knows the order of such texts.
fn in_index() -> SqlLiteral<Bool> {
    sql("free_texts.state IN ('released', 'redacted')")
}

/// Some of the texts of some questions that everyone may read, as everyone may read them. Which they are, the index of texts alone
/// knows; only then are their words looked for: a database that knows nothing about how many rows there are would go through all
/// answers to these questions instead.
///
/// # Errors
/// When the database does not answer.
pub fn public_texts(
    conn: &mut Conn,
    questions: &[i32],
    order: TextOrder,
    (from, most): (i64, i64),
) -> AppResult<Vec<Text>> {
    type Row = (
        Id<FreeText>,
        Option<String>,
        i32,
        Option<i32>,
        Option<String>,
    );
    let query = free_texts::table
        .filter(free_texts::question_id.eq_any(questions))
        .filter(in_index())
        .select(free_texts::id)
        .offset(from)
        .limit(most)
        .into_boxed();
    let place = chance("free_texts.id");
    let ids: Vec<Id<FreeText>> = match order {
        TextOrder::ByQuestion => query.order((free_texts::question_id, place)).load(conn)?,
        TextOrder::Mixed => query.order(place).load(conn)?,
    };
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = free_texts::table
        .inner_join(
            answers::table.on(answers::questionnaire_id
                .nullable()
                .eq(free_texts::questionnaire_id)
                .and(answers::question_id.nullable().eq(free_texts::question_id))),
        )
        .filter(free_texts::id.eq_any(&ids))
        .filter(answers::text.is_not_null())
        .select((
            free_texts::id,
            free_texts::redacted,
            answers::question_id,
            answers::code,
            answers::text,
        ))
        .load(conn)?;
    let text = |(id, redacted, question, code, text): Row| {
        Some(Text {
            id,
            question,
            mark: code.and_then(Mark::of_code),
            text: redacted.or(text)?,
        })
    };
    let mut found: Vec<Text> = rows.into_iter().filter_map(text).collect();
    found.sort_unstable_by_key(|text| ids.iter().position(|id| *id == text.id));
    Ok(found)
}
