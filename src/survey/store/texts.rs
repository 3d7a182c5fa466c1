//! Free texts: each begins to wait with the answer it stands in, and ends with it. What is decided about them is written
//! elsewhere (`moderation`); here stands what of them everyone may read, and what their author is told.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::QuestionnaireId;
use crate::account::{Action, Tx};
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, free_texts, questionnaires, text_decisions, text_objections};
use crate::participation::Participation;
use crate::survey::mark::Mark;
use crate::survey::model::{Cell, FreeText, HideReason, TextState};

/// A free text somebody wrote.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The question it answers.
    pub question: i32,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// The text, with passages blacked out where they are for everyone.
    pub text: String,
}

/// Lets the texts among new answers wait for a decision. One that waits or was decided already stays as it is.
pub(super) fn begin_texts<A: Action>(
    tx: &mut Tx<A>,
    questionnaire: &QuestionnaireId,
    cells: &BTreeMap<i32, Vec<Cell>>,
) -> AppResult<()> {
    let texts = cells
        .iter()
        .filter(|(_, cells)| cells.iter().any(|cell| cell.text.is_some()));
    for (question, _) in texts {
        let row = (
            free_texts::id.eq(Id::<FreeText>::near_in(*question)),
            free_texts::source.eq("answer"),
            free_texts::question_id.eq(question),
            free_texts::questionnaire_id.eq(questionnaire),
            free_texts::state.eq(TextState::Waiting.as_str()),
        );
        each!(tx.conn, conn => diesel::insert_into(free_texts::table)
            .values(row)
            .on_conflict((free_texts::questionnaire_id, free_texts::question_id))
            .do_nothing()
            .execute(conn))?;
    }
    Ok(())
}

/// Forgets texts of a questionnaire with everything that was decided about them: of some questions, whose words are no
/// longer what was read, or all of them.
pub(super) fn forget_texts<A: Action>(
    tx: &mut Tx<A>,
    questionnaire: &QuestionnaireId,
    questions: Option<&[i32]>,
) -> AppResult<()> {
    let mut found = free_texts::table
        .filter(free_texts::questionnaire_id.eq(questionnaire))
        .select(free_texts::id)
        .into_boxed();
    if let Some(questions) = questions {
        found = found.filter(free_texts::question_id.eq_any(questions));
    }
    let ids: Vec<Id<FreeText>> = found.load(tx.conn)?;
    if ids.is_empty() {
        return Ok(());
    }
    diesel::delete(text_objections::table.filter(text_objections::text_id.eq_any(&ids)))
        .execute(tx.conn)?;
    diesel::delete(text_decisions::table.filter(text_decisions::text_id.eq_any(&ids)))
        .execute(tx.conn)?;
    diesel::delete(free_texts::table.filter(free_texts::id.eq_any(&ids))).execute(tx.conn)?;
    Ok(())
}

/// In which order texts are read; none says anything about when they came or who wrote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOrder {
    /// Question by question.
    ByQuestion,
    /// Mixed, to quote a few.
    Mixed,
}

/// How many texts of some questions everyone may read.
pub fn released_count(conn: &mut Conn, questions: &[i32]) -> AppResult<i64> {
    let released = free_texts::table
        .filter(free_texts::question_id.eq_any(questions))
        .filter(free_texts::state.eq_any(TextState::PUBLIC));
    Ok(released.count().get_result(conn)?)
}

/// What became of a text, for its author.
#[derive(Clone, Debug)]
pub struct Fate {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The question it answers.
    pub question: i32,
    /// As she wrote it.
    pub text: String,
    /// As everyone reads it, where passages were blacked out.
    pub redacted: Option<String>,
    /// Where it stands.
    pub state: TextState,
    /// Why it is hidden.
    pub reason: Option<HideReason>,
    /// What the administration adds to the reason.
    pub note: Option<String>,
    /// Her objection.
    pub objection: Option<Objection>,
}

/// The author's objection to a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// What she wrote.
    pub text: String,
    /// The day she did.
    pub made_on: NaiveDate,
    /// What the administration answered.
    pub answer: Option<String>,
}

/// What became of the texts of one participation.
pub fn fates_of(conn: &mut Conn, participation: &Id<Participation>) -> AppResult<Vec<Fate>> {
    type Row = (
        Id<FreeText>,
        String,
        Option<String>,
        i32,
        Option<String>,
        Option<(String, NaiveDate, Option<String>)>,
    );
    let rows: Vec<Row> = questionnaires::table
        .inner_join(
            free_texts::table.on(free_texts::questionnaire_id.eq(questionnaires::id.nullable())),
        )
        .inner_join(
            answers::table.on(answers::questionnaire_id
                .eq(questionnaires::id)
                .and(answers::question_id.nullable().eq(free_texts::question_id))),
        )
        .left_join(text_objections::table.on(text_objections::text_id.eq(free_texts::id)))
        .filter(questionnaires::participation_id.eq(participation))
        .filter(answers::text.is_not_null())
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .order(answers::question_id)
        .select((
            free_texts::id,
            free_texts::state,
            free_texts::redacted,
            answers::question_id,
            answers::text,
            (
                text_objections::text,
                text_objections::made_on,
                text_objections::answer,
            )
                .nullable(),
        ))
        .load(conn)?;
    let ids: Vec<&Id<FreeText>> = rows.iter().map(|row| &row.0).collect();
    let decisions: Vec<(Id<FreeText>, Option<String>, Option<String>)> = text_decisions::table
        .filter(text_decisions::text_id.eq_any(ids))
        .filter(text_decisions::decision.eq("hidden"))
        .order(text_decisions::id)
        .select((
            text_decisions::text_id,
            text_decisions::reason,
            text_decisions::note,
        ))
        .load(conn)?;
    // Later rows replace earlier ones.
    let mut why: BTreeMap<_, _> = decisions
        .into_iter()
        .map(|(id, reason, note)| (id, (reason, note)))
        .collect();
    let fate = |(id, state, redacted, question, text, objection): Row| {
        let state = TextState::parse(&state).unwrap_or(TextState::Waiting);
        let (reason, note) = match state {
            TextState::Hidden => why.remove(&id).unwrap_or_default(),
            _ => (None, None),
        };
        Some(Fate {
            id,
            question,
            text: text?,
            redacted,
            state,
            reason: reason.as_deref().and_then(HideReason::parse),
            note,
            objection: objection.map(|(text, made_on, answer)| Objection {
                text,
                made_on,
                answer,
            }),
        })
    };
    Ok(rows.into_iter().filter_map(fate).collect())
}
