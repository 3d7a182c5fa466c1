//! Objections: the author asks once to look again, somebody answers.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::decide::{put, standing, subject};
use crate::account::Tx;
use crate::base::db::each;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comments, free_texts, questionnaires, text_objections};
use crate::moderation::model::{Decision, Outcome};
use crate::moderation::{ModerateTexts, ObjectToDecision};
use crate::participation::Participation;
use crate::survey::{FreeText, TextState};

/// Objects to what was decided about an own text that is hidden or blacked out. Gives whether it was taken: the same text
/// can be objected to once.
///
/// # Errors
/// Not found, when the text is not one of this participation.
pub fn object(
    tx: &mut Tx<ObjectToDecision>,
    participation: &Id<Participation>,
    id: &Id<FreeText>,
    words: &str,
    today: NaiveDate,
) -> AppResult<bool> {
    let state: String = free_texts::table
        .left_join(questionnaires::table)
        .left_join(comments::table)
        .filter(free_texts::id.eq(id))
        .filter(
            questionnaires::participation_id
                .nullable()
                .eq(participation)
                .or(comments::participation_id.nullable().eq(participation)),
        )
        .select(free_texts::state)
        .first(tx.conn)?;
    let may = matches!(
        TextState::parse(&state),
        Some(TextState::Hidden | TextState::Redacted)
    );
    if !may {
        return Ok(false);
    }
    let row = (
        text_objections::text_id.eq(id),
        text_objections::text.eq(words),
        text_objections::made_on.eq(today),
    );
    let taken = each!(tx.conn, conn => diesel::insert_into(text_objections::table)
        .values(row)
        .on_conflict(text_objections::text_id)
        .do_nothing()
        .execute(conn))?;
    Ok(taken > 0)
}

/// Answers an objection that waits for it. Gives whether there was one.
pub fn answer_objection(
    tx: &mut Tx<ModerateTexts>,
    id: &Id<FreeText>,
    answer: &str,
    outcome: Outcome,
) -> AppResult<bool> {
    let author = tx.author();
    let answered = diesel::update(
        text_objections::table
            .find(id)
            .filter(text_objections::answered_at.is_null()),
    )
    .set((
        text_objections::answer.eq(answer),
        text_objections::answered_at.eq(tx.now.naive_utc()),
        text_objections::answered_by.eq(author),
    ))
    .execute(tx.conn)?;
    if answered == 0 {
        return Ok(false);
    }
    if outcome == Outcome::Followed {
        match standing(tx.conn, id)? {
            (TextState::Redacted, _) => put(tx, id, &Decision::Reopen, None)?,
            (_, left) => put(tx, id, &Decision::Release, left.as_deref())?,
        }
    }
    let outcome = match outcome {
        Outcome::Kept => "kept",
        Outcome::Followed => "followed",
    };
    tx.journal(&subject(id), &json!({ "objection": outcome }))?;
    Ok(true)
}
