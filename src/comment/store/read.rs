//! The comments everyone may read.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::answer::Answer;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comment_answers, comment_supports, comments, elements, free_texts};
use crate::comment::model::Sort;
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::strategy::{Element, Wording};
use crate::survey::{FreeText, TextState};

/// A comment as everyone may read it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The words, with passages blacked out where they are for everyone.
    pub text: String,
    /// As its author wants to be named.
    pub name: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// The wording it was made on.
    pub wording: Id<Wording>,
    /// What the administration answered.
    pub answer: Option<Answer>,
}

type ShownRow = (
    Id<FreeText>,
    String,
    Option<String>,
    Option<String>,
    NaiveDate,
    i64,
    Id<Wording>,
);

/// Some of the comments on an element that everyone may read.
pub fn public(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    element: &Id<Element>,
    sort: Sort,
    (from, most): (i64, i64),
) -> AppResult<Vec<Shown>> {
    let query = comments::table
        .inner_join(free_texts::table)
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::element_id.eq(element))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .select((
            comments::id,
            comments::text,
            free_texts::redacted,
            comments::name,
            comments::given_on,
            comments::supports,
            comments::wording_id,
        ))
        .offset(from)
        .limit(most)
        .into_boxed();
    let rows: Vec<ShownRow> = match sort {
        Sort::Newest => query.order((comments::given_on.desc(), comments::id.desc())),
        Sort::Oldest => query.order((comments::given_on, comments::id)),
        Sort::Supported => query.order((comments::supports.desc(), comments::id)),
    }
    .load(conn)?;
    let ids: Vec<_> = rows.iter().map(|row| row.0.clone()).collect();
    let mut answers = answers_to(conn, &ids)?;
    let shown = |(id, text, redacted, name, on, supports, wording): ShownRow| Shown {
        answer: answers.remove(&id),
        id,
        text: redacted.unwrap_or(text),
        name,
        on,
        supports,
        wording,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// How many comments on an element everyone may read.
pub fn public_count(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    element: &Id<Element>,
) -> AppResult<i64> {
    Ok(comments::table
        .inner_join(free_texts::table)
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::element_id.eq(element))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .count()
        .get_result(conn)?)
}

/// The answers that count to some comments: one query.
pub(super) fn answers_to(
    conn: &mut Conn,
    ids: &[Id<FreeText>],
) -> AppResult<HashMap<Id<FreeText>, Answer>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id<FreeText>, Option<String>, NaiveDateTime)> = comment_answers::table
        .filter(comment_answers::comment_id.eq_any(ids))
        .order(comment_answers::id)
        .select((
            comment_answers::comment_id,
            comment_answers::text,
            comment_answers::written_at,
        ))
        .load(conn)?;
    let mut found = HashMap::new();
    // Later rows replace earlier ones; one without words takes the answer back.
    for (id, text, at) in rows {
        match text {
            Some(text) => {
                let at = at.and_utc();
                found.insert(id, Answer { text, at });
            }
            None => {
                found.remove(&id);
            }
        }
    }
    Ok(found)
}

/// How many public comments each element of a consultation has, by its key.
pub fn count_by_element(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = comments::table
        .inner_join(free_texts::table)
        .inner_join(elements::table)
        .filter(comments::consultation_id.eq(consultation))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .group_by(elements::key)
        .select((elements::key, count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Which of some comments a participation has said "I see it that way too" to.
pub fn supported_by(
    conn: &mut Conn,
    participation: &Id<Participation>,
) -> AppResult<BTreeSet<Id<FreeText>>> {
    let ids: Vec<Id<FreeText>> = comment_supports::table
        .filter(comment_supports::participation_id.eq(participation))
        .select(comment_supports::comment_id)
        .load(conn)?;
    Ok(ids.into_iter().collect())
}
