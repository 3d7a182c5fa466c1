//! Decisions: each is a dated row with its author, and a row of the journal without the text.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, free_texts, questions, text_decisions};
use crate::comment::settle_reports;
use crate::moderation::ModerateTexts;
use crate::moderation::model::Decision;
use crate::survey::{FreeText, Mark, Survey, TextState};

/// A text nobody has decided about.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The question it answers.
    pub question: i32,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// The text.
    pub text: String,
}

/// The texts of a survey that wait, question by question.
pub fn waiting_texts(conn: &mut Conn, survey: &Id<Survey>) -> AppResult<Vec<Waiting>> {
    type Row = (Id<FreeText>, i32, Option<i32>, Option<String>);
    let rows: Vec<Row> = free_texts::table
        .inner_join(
            answers::table.on(answers::questionnaire_id
                .nullable()
                .eq(free_texts::questionnaire_id)
                .and(answers::question_id.nullable().eq(free_texts::question_id))),
        )
        .filter(
            free_texts::question_id.eq_any(
                questions::table
                    .filter(questions::survey_id.eq(survey))
                    .select(questions::id.nullable()),
            ),
        )
        .filter(free_texts::state.eq(TextState::Waiting.as_str()))
        .filter(answers::text.is_not_null())
        .order((free_texts::question_id, free_texts::id))
        .select((
            free_texts::id,
            answers::question_id,
            answers::code,
            answers::text,
        ))
        .load(conn)?;
    let waiting = |(id, question, code, text): Row| {
        Some(Waiting {
            id,
            question,
            mark: code.and_then(Mark::of_code),
            text: text?,
        })
    };
    Ok(rows.into_iter().filter_map(waiting).collect())
}

/// How segments of statements are called among free texts. They are public when their statement is, whatever is decided here.
pub(super) const SEGMENT: &str = "segment";

/// Releases some texts at once; those that are public already stay as they are. Gives how many were released.
pub fn release(tx: &mut Tx<ModerateTexts>, chosen: &[Id<FreeText>]) -> AppResult<usize> {
    let found: Vec<(Id<FreeText>, Option<String>)> = free_texts::table
        .filter(free_texts::id.eq_any(chosen))
        .filter(free_texts::source.ne(SEGMENT))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .filter(free_texts::state.ne_all(TextState::PUBLIC))
        .select((free_texts::id, free_texts::redacted))
        .load(tx.conn)?;
    for (id, redacted) in &found {
        put(tx, id, &Decision::Release, redacted.as_deref())?;
    }
    match &found[..] {
        [] => {}
        [(one, _)] => tx.journal(&subject(one), &json!({ "decision": "released" }))?,
        many => tx.journal(
            "texts",
            &json!({ "decision": "released", "texts": many.len() }),
        )?,
    }
    Ok(found.len())
}

/// Decides about one text. Gives whether anything changed: releasing what is public or taking back what waits does not.
pub fn decide(
    tx: &mut Tx<ModerateTexts>,
    id: &Id<FreeText>,
    decision: &Decision,
) -> AppResult<bool> {
    let (state, redacted) = standing(tx.conn, id)?;
    let is_public = TextState::PUBLIC.contains(&state.as_str());
    let changes = match decision {
        Decision::Release => !is_public,
        Decision::Reopen => state != TextState::Waiting,
        Decision::Hide { .. } | Decision::Redact { .. } => true,
    };
    if !changes {
        return Ok(false);
    }
    let left = match decision {
        Decision::Redact { text } => Some(text.clone()),
        // What was blacked out last comes back for a new look; hiding something leaves it blacked out.
        Decision::Reopen if state == TextState::Redacted => None,
        _ => redacted,
    };
    put(tx, id, decision, left.as_deref())?;
    let reason = match decision {
        Decision::Hide { reason, .. } => Some(reason.as_str()),
        _ => None,
    };
    let detail = match reason {
        Some(reason) => json!({ "decision": decision.as_str(), "reason": reason }),
        None => json!({ "decision": decision.as_str() }),
    };
    tx.journal(&subject(id), &detail)?;
    // Whoever hides a comment or takes it from the public has looked at what others report about it.
    if !matches!(decision, Decision::Release) {
        settle_reports(tx, id)?;
    }
    Ok(true)
}

/// Takes back what its author decided at one instant, as far as nobody has decided anew since: these texts wait again.
/// Gives how many.
pub fn undo(tx: &mut Tx<ModerateTexts>, at: DateTime<Utc>) -> AppResult<usize> {
    let author = tx.author();
    let decided: Vec<Id<FreeText>> = text_decisions::table
        .filter(text_decisions::decided_by.eq(&author))
        .filter(text_decisions::decided_at.eq(at.naive_utc()))
        .filter(text_decisions::decision.ne(Decision::Reopen.as_str()))
        .select(text_decisions::text_id)
        .load(tx.conn)?;
    let later: Vec<Id<FreeText>> = text_decisions::table
        .filter(text_decisions::text_id.eq_any(&decided))
        .filter(text_decisions::decided_at.gt(at.naive_utc()))
        .select(text_decisions::text_id)
        .load(tx.conn)?;
    let mut undone = 0;
    for id in decided.iter().filter(|id| !later.contains(id)) {
        undone += usize::from(decide(tx, id, &Decision::Reopen)?);
    }
    Ok(undone)
}

/// Where a text stands, and what is left of it where passages were blacked out.
pub(super) fn standing(
    conn: &mut Conn,
    id: &Id<FreeText>,
) -> AppResult<(TextState, Option<String>)> {
    let (state, redacted): (String, Option<String>) = free_texts::table
        .find(id)
        .filter(free_texts::source.ne(SEGMENT))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .select((free_texts::state, free_texts::redacted))
        .first(conn)?;
    let state = TextState::parse(&state).unwrap_or(TextState::Waiting);
    Ok((state, redacted))
}

/// Writes a decision and where the text stands from now on. `left`: the text as everyone reads it, where passages are
/// blacked out.
pub(super) fn put(
    tx: &mut Tx<ModerateTexts>,
    id: &Id<FreeText>,
    decision: &Decision,
    left: Option<&str>,
) -> AppResult<()> {
    let state = decision.leads_to(left.is_some());
    diesel::update(free_texts::table.find(id))
        .set((
            free_texts::state.eq(state.as_str()),
            free_texts::redacted.eq(left),
        ))
        .execute(tx.conn)?;
    let (reason, note) = match decision {
        Decision::Hide { reason, note } => (Some(reason.as_str()), note.as_deref()),
        _ => (None, None),
    };
    let author = tx.author();
    diesel::insert_into(text_decisions::table)
        .values((
            text_decisions::id.eq(Id::<Decision>::at(tx.now)),
            text_decisions::text_id.eq(id),
            text_decisions::decision.eq(decision.as_str()),
            text_decisions::reason.eq(reason),
            text_decisions::note.eq(note),
            text_decisions::decided_at.eq(tx.now.naive_utc()),
            text_decisions::decided_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A text as the journal names it.
pub(super) fn subject(id: &Id<FreeText>) -> String {
    format!("text:{id}")
}
