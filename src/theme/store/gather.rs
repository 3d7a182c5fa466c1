//! Contributions follow the texts they stand for: what is new is taken over, soon after it came.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{contribution_words, contributions};
use crate::base::words;
use crate::survey::FreeText;
use crate::theme::GatherContributions;

/// How many texts get their words in one transaction.
const AT_ONCE: i64 = 500;
/// How many texts at most become contributions in one transaction: looking for them reads over all that are there already, so it is
/// not done again before these have their words.
const AHEAD: i64 = 5_000;

/// Texts whose contribution is not there yet, one kind after the other: which they are, and how each becomes one. A mark counts on goals
/// only: elsewhere the code is another choice. Which texts of answers are missing is asked apart, so that a database that knows nothing about
/// how many rows there are does not go through all answers instead.
const MISSING: [(&str, &str); 3] = [
    (
        "SELECT f.id, s.consultation_id, COALESCE(q.element_id, s.element_id), q.wording_id, 'answer', n.channel, \
            CASE WHEN q.kind = 'goal' THEN a.code END, a.text",
        "FROM free_texts f \
        JOIN questions q ON q.id = f.question_id \
        JOIN surveys s ON s.id = q.survey_id \
        JOIN questionnaires n ON n.id = f.questionnaire_id \
        JOIN answers a ON a.questionnaire_id = f.questionnaire_id AND a.question_id = f.question_id AND a.text IS NOT NULL \
        WHERE f.id IN (SELECT e.id FROM free_texts e WHERE NOT EXISTS (SELECT 1 FROM contributions c WHERE c.text_id = e.id))",
    ),
    (
        "SELECT k.id, k.consultation_id, k.element_id, k.wording_id, 'comment', 'online', NULL, k.text",
        "FROM comments k WHERE NOT EXISTS (SELECT 1 FROM contributions c WHERE c.text_id = k.id)",
    ),
    (
        "SELECT g.text_id, t.consultation_id, g.element_id, g.wording_id, 'segment', t.channel, NULL, g.text",
        "FROM segments g JOIN statement_versions v ON v.id = g.version_id JOIN statements t ON t.id = v.statement_id \
        WHERE NOT EXISTS (SELECT 1 FROM contributions c WHERE c.text_id = g.text_id)",
    ),
];

/// Texts of any kind without a contribution, those among them that never become one.
const ANY: &str =
    "FROM free_texts f WHERE NOT EXISTS (SELECT 1 FROM contributions c WHERE c.text_id = f.id)";

const INTO: &str = "INSERT INTO contributions \
    (text_id, consultation_id, element_id, wording_id, kind, channel, mark, text)";

/// Whether something waits to be taken over: asked on every round, so that a round with nothing to do writes nothing.
pub fn is_behind(conn: &mut Conn) -> AppResult<bool> {
    let mut is_there = |rows: &str| {
        let found = diesel::sql_query(format!("SELECT 1 AS one {rows} LIMIT 1"));
        let found: Vec<One> = found.load(conn)?;
        AppResult::Ok(!found.is_empty())
    };
    // Mostly nothing is new at all, and that is known sooner than which kind it would be.
    if is_there(ANY)? {
        for (_, rows) in MISSING {
            if is_there(rows)? {
                return Ok(true);
            }
        }
    }
    Ok(!without_words(conn)?.is_empty())
}

#[derive(diesel::QueryableByName)]
struct One {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    #[expect(dead_code, reason = "whether there is a row is all that is asked")]
    one: i32,
}

/// The instant and the words of a contribution are noted together.
fn without_words(conn: &mut Conn) -> AppResult<Vec<(Id<FreeText>, String)>> {
    Ok(contributions::table
        .left_join(contribution_words::table)
        .filter(contributions::taken_at.is_null())
        .filter(contribution_words::text_id.is_null())
        .limit(AT_ONCE)
        .select((contributions::text_id, contributions::text))
        .load(conn)?)
}

/// Takes over what is new and notes its words. Gives how many texts got their words; call it again while there are some.
pub fn gather(tx: &mut Tx<GatherContributions>) -> AppResult<usize> {
    let is_full = i64::try_from(without_words(tx.conn)?.len()).is_ok_and(|n| n == AT_ONCE);
    take_over(tx.conn, tx.now, if is_full { &[] } else { &MISSING })
}

/// Takes over new segments inside the act that makes them, so that they can be put under themes at once.
pub(super) fn gather_segments(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<usize> {
    let [.., segments] = MISSING;
    take_over(conn, now, &[segments])
}

fn take_over(conn: &mut Conn, now: DateTime<Utc>, missing: &[(&str, &str)]) -> AppResult<usize> {
    for (columns, rows) in missing {
        diesel::sql_query(format!("{INTO} {columns} {rows} LIMIT {AHEAD}")).execute(conn)?;
    }
    let new = without_words(conn)?;
    if new.is_empty() {
        return Ok(0);
    }
    let ids: Vec<&Id<FreeText>> = new.iter().map(|(id, _)| id).collect();
    diesel::update(contributions::table.filter(contributions::text_id.eq_any(ids)))
        .set(contributions::taken_at.eq(now.naive_utc()))
        .execute(conn)?;
    for (id, text) in &new {
        let mut stems = words::stems(text);
        stems.sort_unstable();
        stems.dedup();
        if stems.is_empty() {
            // It says something by signs only. This row says that it was looked at.
            stems.push(String::new());
        }
        let rows: Vec<_> = stems
            .into_iter()
            .map(|stem| {
                (
                    contribution_words::stem.eq(stem),
                    contribution_words::text_id.eq(id),
                )
            })
            .collect();
        each!(conn, conn => diesel::insert_into(contribution_words::table)
            .values(rows)
            .execute(conn))?;
    }
    Ok(new.len())
}
