//! Answers of the administration: dated rows, the newest counts.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comment_answers, comments, free_texts};
use crate::comment::AnswerComments;
use crate::survey::{FreeText, TextState};

/// What the administration answered in public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The words.
    pub text: String,
    /// When they were written.
    pub at: DateTime<Utc>,
}

/// The answer that counts.
pub(super) fn current(conn: &mut Conn, comment: &Id<FreeText>) -> AppResult<Option<Answer>> {
    let newest: Option<(Option<String>, NaiveDateTime)> = comment_answers::table
        .filter(comment_answers::comment_id.eq(comment))
        .order(comment_answers::id.desc())
        .select((comment_answers::text, comment_answers::written_at))
        .first(conn)
        .optional()?;
    Ok(newest.and_then(|(text, at)| {
        text.map(|text| Answer {
            text,
            at: at.and_utc(),
        })
    }))
}

/// Answers a comment in public, corrects the answer, or takes it back (none). Gives whether anything changed.
///
/// # Errors
/// Not found, when everyone may not read the comment.
pub fn answer(
    tx: &mut Tx<AnswerComments>,
    comment: &Id<FreeText>,
    words: Option<&str>,
) -> AppResult<bool> {
    let _public: Id<FreeText> = comments::table
        .inner_join(free_texts::table)
        .filter(comments::id.eq(comment))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .select(comments::id)
        .first(tx.conn)?;
    let before = current(tx.conn, comment)?;
    if before.as_ref().map(|answer| answer.text.as_str()) == words {
        return Ok(false);
    }
    let author = tx.author();
    diesel::insert_into(comment_answers::table)
        .values((
            comment_answers::id.eq(Id::<Answer>::at(tx.now)),
            comment_answers::comment_id.eq(comment),
            comment_answers::text.eq(words),
            comment_answers::written_at.eq(tx.now.naive_utc()),
            comment_answers::written_by.eq(author),
        ))
        .execute(tx.conn)?;
    let done = match (before, words) {
        (None, _) => "given",
        (Some(_), Some(_)) => "corrected",
        (Some(_), None) => "withdrawn",
    };
    tx.journal(&format!("text:{comment}"), &json!({ "answer": done }))?;
    Ok(true)
}
