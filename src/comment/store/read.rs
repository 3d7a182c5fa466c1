//! What is read of comments: by everyone, by their authors, at the desk.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::answer::Answer;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    comment_answers, comment_supports, comments, consultations, elements, free_texts,
    text_decisions, text_objections, wordings,
};
use crate::comment::model::Sort;
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::strategy::{Element, Wording};
use crate::survey::{FreeText, HideReason, TextState};

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

/// A comment for its author.
#[derive(Clone, Debug)]
pub struct Own {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The key of the element.
    pub key: String,
    /// The title of the wording it was made on.
    pub title: String,
    /// The text of that wording.
    pub wording: String,
    /// As she wrote it.
    pub text: String,
    /// As everyone reads it, where passages were blacked out.
    pub redacted: Option<String>,
    /// As she wants to be named.
    pub name: Option<String>,
    /// The day she gave it.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// Where it stands.
    pub state: TextState,
    /// Why it is hidden.
    pub reason: Option<HideReason>,
    /// What the administration adds to the reason.
    pub note: Option<String>,
    /// Her objection: the words, and what she was answered.
    pub objection: Option<(String, Option<String>)>,
    /// What the administration answered in public.
    pub answer: Option<Answer>,
}

/// The comments of one participation, the oldest day first.
pub fn own(conn: &mut Conn, participation: &Id<Participation>) -> AppResult<Vec<Own>> {
    type Row = (
        Id<FreeText>,
        (String, String, String),
        (String, Option<String>, Option<String>),
        (NaiveDate, i64, String),
        Option<(String, Option<String>)>,
    );
    let rows: Vec<Row> = comments::table
        .inner_join(free_texts::table)
        .inner_join(elements::table)
        .inner_join(wordings::table)
        .left_join(text_objections::table.on(text_objections::text_id.eq(comments::id)))
        .filter(comments::participation_id.eq(participation))
        .order((comments::given_on, comments::id))
        .select((
            comments::id,
            (elements::key, wordings::title, wordings::text),
            (comments::text, free_texts::redacted, comments::name),
            (comments::given_on, comments::supports, free_texts::state),
            (text_objections::text, text_objections::answer).nullable(),
        ))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.0.clone()).collect();
    let mut answers = answers_to(conn, &ids)?;
    let decisions: Vec<(Id<FreeText>, Option<String>, Option<String>)> = text_decisions::table
        .filter(text_decisions::text_id.eq_any(&ids))
        .filter(text_decisions::decision.eq("hidden"))
        .order(text_decisions::id)
        .select((
            text_decisions::text_id,
            text_decisions::reason,
            text_decisions::note,
        ))
        .load(conn)?;
    let mut why: HashMap<_, _> = decisions
        .into_iter()
        .map(|(id, reason, note)| (id, (reason, note)))
        .collect();
    let own = |(id, (key, title, wording), (text, redacted, name), about, objection): Row| {
        let (on, supports, state) = about;
        let state = TextState::parse(&state).unwrap_or(TextState::Waiting);
        let (reason, note) = match state {
            TextState::Hidden => why.remove(&id).unwrap_or_default(),
            _ => (None, None),
        };
        Own {
            answer: answers.remove(&id),
            id,
            key,
            title,
            wording,
            text,
            redacted,
            name,
            on,
            supports,
            state,
            reason: reason.as_deref().and_then(HideReason::parse),
            note,
            objection,
        }
    };
    Ok(rows.into_iter().map(own).collect())
}

/// What a comment is about, for whoever moderates.
#[derive(Clone, Debug)]
pub struct About {
    /// The consultation's title.
    pub consultation: String,
    /// Whether its released texts are shown to everyone at all.
    pub publishes: bool,
    /// The consultation's name in addresses.
    pub slug: String,
    /// The key of the element.
    pub key: String,
    /// The title of the wording; may be empty.
    pub title: String,
    /// Its text.
    pub wording: String,
    /// As the author wants to be named.
    pub name: Option<String>,
}

/// What some comments are about.
pub fn contexts(conn: &mut Conn, ids: &[Id<FreeText>]) -> AppResult<HashMap<Id<FreeText>, About>> {
    type Row = (
        Id<FreeText>,
        (String, bool, String),
        (String, String, String),
        Option<String>,
    );
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Row> = comments::table
        .inner_join(consultations::table)
        .inner_join(elements::table)
        .inner_join(wordings::table)
        .filter(comments::id.eq_any(ids))
        .select((
            comments::id,
            (
                consultations::title,
                consultations::releases_comments,
                consultations::slug,
            ),
            (elements::key, wordings::title, wordings::text),
            comments::name,
        ))
        .load(conn)?;
    let about = |(id, (consultation, publishes, slug), (key, title, wording), name): Row| {
        let about = About {
            consultation,
            publishes,
            slug,
            key,
            title,
            wording,
            name,
        };
        (id, about)
    };
    Ok(rows.into_iter().map(about).collect())
}
