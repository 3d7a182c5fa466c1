//! What pages beside a discussion read: which discussion belongs to an edition, one comment, all of them at the desk.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::answer::Answer;
use super::read::{answers_to, count_by_element};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    comments, consultation_publications, consultations, editions, elements, free_texts, strategies,
    tracks, wordings,
};
use crate::consultation::{self, Consultation, Openness, TrackKind};
use crate::strategy::LaidEdition;
use crate::survey::{FreeText, TextState};

/// The discussion that belongs to an edition.
#[derive(Clone, Debug)]
pub struct Talks {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Whether comments are taken now.
    pub is_open: bool,
    /// Whether the discussion is about an earlier edition.
    pub is_earlier: bool,
    /// Public comments by the key of the element.
    pub counts: HashMap<String, i64>,
}

/// The discussion of an edition, or else of the last one before it that was discussed.
pub fn talks(
    conn: &mut Conn,
    edition: &LaidEdition,
    now: DateTime<Utc>,
) -> AppResult<Option<Talks>> {
    let found: Option<(String, i32)> = consultations::table
        .inner_join(consultation_publications::table)
        .inner_join(tracks::table)
        .inner_join(editions::table.on(editions::id.eq(consultations::edition_id)))
        .inner_join(strategies::table.on(strategies::id.eq(editions::strategy_id)))
        .filter(tracks::kind.eq(TrackKind::Comments.as_str()))
        .filter(strategies::slug.eq(&edition.strategy))
        .filter(editions::number.le(edition.number))
        .order((editions::number.desc(), consultations::id.desc()))
        .select((consultations::slug, editions::number))
        .first(conn)
        .optional()?;
    let Some((slug, number)) = found else {
        return Ok(None);
    };
    let consultation = consultation::published(conn, &slug)?;
    let track = consultation.track(TrackKind::Comments);
    let openness = track.map(|track| track.window.at(now));
    if openness.is_none_or(|openness| openness == Openness::NotYet) {
        return Ok(None);
    }
    let counts = if consultation.releases_comments {
        count_by_element(conn, &consultation.id)?
    } else {
        HashMap::new()
    };
    Ok(Some(Talks {
        slug,
        is_open: openness == Some(Openness::Open) && number == edition.number,
        is_earlier: number != edition.number,
        counts,
    }))
}

/// A comment at the desk.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The key of the element.
    pub key: String,
    /// The title of the wording it was made on.
    pub title: String,
    /// The words, with passages blacked out where they are for everyone.
    pub text: String,
    /// As its author wants to be named.
    pub name: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// How many see it the same way.
    pub supports: i64,
    /// Where it stands.
    pub state: TextState,
    /// What the administration answered.
    pub answer: Option<Answer>,
}

type ListedRow = (
    Id<FreeText>,
    (String, String),
    (String, Option<String>, Option<String>),
    (NaiveDate, i64, String),
);

/// Most comments of one consultation that are read at once.
const MOST_LISTED: i64 = 20_000;

/// All comments of a consultation, those with most support first.
pub fn listed(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Listed>> {
    let rows: Vec<ListedRow> = comments::table
        .inner_join(free_texts::table)
        .inner_join(elements::table)
        .inner_join(wordings::table)
        .filter(comments::consultation_id.eq(consultation))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .order((comments::supports.desc(), comments::id))
        .limit(MOST_LISTED)
        .select((
            comments::id,
            (elements::key, wordings::title),
            (comments::text, free_texts::redacted, comments::name),
            (comments::given_on, comments::supports, free_texts::state),
        ))
        .load(conn)?;
    complete(conn, rows)
}

/// One comment of a consultation.
///
/// # Errors
/// Not found, when there is no such comment there.
pub fn one(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    id: &Id<FreeText>,
) -> AppResult<Listed> {
    let rows: Vec<ListedRow> = comments::table
        .inner_join(free_texts::table)
        .inner_join(elements::table)
        .inner_join(wordings::table)
        .filter(comments::id.eq(id))
        .filter(comments::consultation_id.eq(consultation))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .select((
            comments::id,
            (elements::key, wordings::title),
            (comments::text, free_texts::redacted, comments::name),
            (comments::given_on, comments::supports, free_texts::state),
        ))
        .load(conn)?;
    complete(conn, rows)?.pop().ok_or(AppError::NotFound)
}

fn complete(conn: &mut Conn, rows: Vec<ListedRow>) -> AppResult<Vec<Listed>> {
    let ids: Vec<_> = rows.iter().map(|row| row.0.clone()).collect();
    let mut answers = answers_to(conn, &ids)?;
    let listed = |(id, (key, title), (text, redacted, name), about): ListedRow| {
        let (on, supports, state) = about;
        Listed {
            answer: answers.remove(&id),
            id,
            key,
            title,
            text: redacted.unwrap_or(text),
            name,
            on,
            supports,
            state: TextState::parse(&state).unwrap_or(TextState::Waiting),
        }
    };
    Ok(rows.into_iter().map(listed).collect())
}
