//! One text with everything that was decided about it.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::context::About;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, comments, free_texts, text_decisions, text_objections};
use crate::comment::{Report, reports_of};
use crate::survey::{FreeText, HideReason, Mark, Objection, TextState};

/// One text.
#[derive(Clone, Debug)]
pub struct One {
    /// Its identity.
    pub id: Id<FreeText>,
    /// Where it stands.
    pub state: TextState,
    /// What it is about.
    pub about: About,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// As its author wrote it.
    pub original: String,
    /// As everyone reads it, where passages were blacked out.
    pub redacted: Option<String>,
    /// What was decided, the newest first.
    pub past: Vec<Past>,
    /// What its author objects.
    pub objection: Option<Objection>,
    /// What others report about it, as long as nobody has settled that.
    pub reports: Vec<Report>,
}

impl One {
    /// The text as whoever moderates reads it: what was blacked out stays so.
    pub fn text(&self) -> &str {
        self.redacted.as_deref().unwrap_or(&self.original)
    }
}

/// A decision of the past.
#[derive(Clone, Debug)]
pub struct Past {
    /// `released`, `hidden`, `redacted` or `reopened`.
    pub decision: String,
    /// Why it was hidden.
    pub reason: Option<HideReason>,
    /// What was added to the reason.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as in the journal.
    pub by: String,
}

/// An earlier decision as it is read: what, why, note, when, by whom.
type PastRow = (
    String,
    Option<String>,
    Option<String>,
    NaiveDateTime,
    String,
);

/// Reads a text.
///
/// # Errors
/// Not found, when there is no such text.
pub fn one(conn: &mut Conn, id: &Id<FreeText>) -> AppResult<One> {
    type Row = (
        String,
        Option<String>,
        Option<i32>,
        Option<i32>,
        (Option<String>, Option<String>),
        Option<(String, chrono::NaiveDate, Option<String>)>,
    );
    let (state, redacted, question, code, text, objection): Row = free_texts::table
        .left_join(
            answers::table.on(answers::questionnaire_id
                .nullable()
                .eq(free_texts::questionnaire_id)
                .and(answers::question_id.nullable().eq(free_texts::question_id))),
        )
        .left_join(comments::table)
        .left_join(text_objections::table.on(text_objections::text_id.eq(free_texts::id)))
        .filter(free_texts::id.eq(id))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .filter(
            answers::text
                .is_not_null()
                .or(comments::text.nullable().is_not_null()),
        )
        .select((
            free_texts::state,
            free_texts::redacted,
            free_texts::question_id,
            answers::code.nullable(),
            (answers::text.nullable(), comments::text.nullable()),
            (
                text_objections::text,
                text_objections::made_on,
                text_objections::answer,
            )
                .nullable(),
        ))
        .first(conn)?;
    let past: Vec<PastRow> = text_decisions::table
        .filter(text_decisions::text_id.eq(id))
        .order(text_decisions::id.desc())
        .select((
            text_decisions::decision,
            text_decisions::reason,
            text_decisions::note,
            text_decisions::decided_at,
            text_decisions::decided_by,
        ))
        .load(conn)?;
    Ok(One {
        id: id.clone(),
        state: TextState::parse(&state).unwrap_or(TextState::Waiting),
        about: About::of(question, id),
        reports: match question {
            None => reports_of(conn, id)?,
            Some(_) => Vec::new(),
        },
        mark: code.and_then(Mark::of_code),
        original: text.0.or(text.1).unwrap_or_default(),
        redacted,
        past: past
            .into_iter()
            .map(|(decision, reason, note, at, by)| Past {
                decision,
                reason: reason.as_deref().and_then(HideReason::parse),
                note,
                at: at.and_utc(),
                by,
            })
            .collect(),
        objection: objection.map(|(text, made_on, answer)| Objection {
            text,
            made_on,
            answer,
        }),
    })
}
