//! What a person has typed so far. Saved page by page, read by nobody but her.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::account::Tx;
use crate::base::db::{Conn, upsert_all};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{drafts, participations};
use crate::participation::store as participation;
use crate::participation::{Participate, Participation};
use crate::survey::model::Answer;

/// All answers typed in a participation, by question.
pub fn drafts_of(
    conn: &mut Conn,
    participation: &Id<Participation>,
) -> AppResult<HashMap<i32, Answer>> {
    let rows: Vec<(i32, String)> = drafts::table
        .filter(drafts::participation_id.eq(participation))
        .select((drafts::question_id, drafts::answer))
        .load(conn)?;
    rows.into_iter()
        .map(|(question, answer)| Ok((question, read(&answer)?)))
        .collect()
}

/// A participation, and what is typed in it.
pub type Opened = (Participation, HashMap<i32, Answer>);

/// The participation that a receipt code opens, and all answers typed in it: one statement.
///
/// # Errors
/// Not found, when it opens nothing.
pub fn opened(conn: &mut Conn, hash: &str) -> AppResult<Opened> {
    let rows: Vec<(participation::Row, Option<(i32, String)>)> = participations::table
        .left_join(drafts::table)
        .filter(participations::secret_hash.eq(hash))
        .select((
            participation::ROW,
            (drafts::question_id, drafts::answer).nullable(),
        ))
        .load(conn)?;
    let (mut found, mut typed) = (None, HashMap::with_capacity(rows.len()));
    for (row, draft) in rows {
        found.get_or_insert(row);
        if let Some((question, answer)) = draft {
            typed.insert(question, read(&answer)?);
        }
    }
    Ok((found.ok_or(AppError::NotFound)?.into(), typed))
}

/// What several receipt codes open, by what is kept of each code; those that open nothing are left out.
///
/// # Errors
/// When the database does not answer.
pub fn opened_each(conn: &mut Conn, hashes: &[String]) -> AppResult<HashMap<String, Opened>> {
    let people = participation::find_each(conn, hashes)?;
    let ids: Vec<_> = people.values().map(|one| one.id.clone()).collect();
    let mut typed = drafts_of_each(conn, &ids)?;
    let open = |(hash, person): (String, Participation)| {
        let typed = typed.remove(&person.id).unwrap_or_default();
        (hash, (person, typed))
    };
    Ok(people.into_iter().map(open).collect())
}

/// All answers typed in several participations.
pub(super) fn drafts_of_each(
    conn: &mut Conn,
    participations: &[Id<Participation>],
) -> AppResult<HashMap<Id<Participation>, HashMap<i32, Answer>>> {
    let rows: Vec<(Id<Participation>, i32, String)> = drafts::table
        .filter(drafts::participation_id.eq_any(participations))
        .select((
            drafts::participation_id,
            drafts::question_id,
            drafts::answer,
        ))
        .load(conn)?;
    let mut found = HashMap::<_, HashMap<_, _>>::new();
    for (participation, question, answer) in rows {
        let own = found.entry(participation).or_default();
        own.insert(question, read(&answer)?);
    }
    Ok(found)
}

fn read(answer: &str) -> AppResult<Answer> {
    Ok(serde_json::from_str(answer).map_err(anyhow::Error::from)?)
}

/// Who of these has typed anything.
pub fn begun(
    conn: &mut Conn,
    participations: &[Id<Participation>],
) -> AppResult<HashSet<Id<Participation>>> {
    if participations.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<Id<Participation>> = drafts::table
        .filter(drafts::participation_id.eq_any(participations))
        .select(drafts::participation_id)
        .distinct()
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Keeps one answer in place of the one before.
pub fn save(
    tx: &mut Tx<Participate>,
    participation: &Id<Participation>,
    question: i32,
    answer: &Answer,
) -> AppResult<()> {
    save_all(tx, &BTreeMap::from([((participation, question), answer)]))
}

/// Keeps answers of several people, each in place of the one before.
pub(super) fn save_all(
    tx: &mut Tx<Participate>,
    typed: &BTreeMap<(&Id<Participation>, i32), &Answer>,
) -> AppResult<()> {
    let mut rows = Vec::with_capacity(typed.len());
    for ((participation, question), answer) in typed {
        rows.push((
            drafts::participation_id.eq(*participation),
            drafts::question_id.eq(*question),
            drafts::answer.eq(serde_json::to_string(answer).map_err(anyhow::Error::from)?),
        ));
    }
    upsert_all!(tx.conn, rows, some => diesel::insert_into(drafts::table)
        .values(some)
        .on_conflict((drafts::participation_id, drafts::question_id))
        .do_update()
        .set(drafts::answer.eq(excluded(drafts::answer))));
    Ok(())
}
