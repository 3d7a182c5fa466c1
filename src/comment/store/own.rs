//! Comments for whom they concern: for their author with all that became of them, for the moderator with their place.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::answer::Answer;
use super::read::answers_to;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    comment_supports, comments, consultations, elements, free_texts, text_decisions,
    text_objections, wordings,
};
use crate::participation::Participation;
use crate::survey::{FreeText, HideReason, TextState};

/// Where the comments of several people stand.
pub fn standings(
    conn: &mut Conn,
    participations: &[Id<Participation>],
) -> AppResult<HashMap<Id<Participation>, Vec<TextState>>> {
    if participations.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id<Participation>, String)> = comments::table
        .inner_join(free_texts::table)
        .filter(comments::participation_id.eq_any(participations))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .select((comments::participation_id, free_texts::state))
        .load(conn)?;
    let mut found: HashMap<_, Vec<TextState>> = HashMap::new();
    for (of, state) in rows {
        let state = TextState::parse(&state).unwrap_or(TextState::Waiting);
        found.entry(of).or_default().push(state);
    }
    Ok(found)
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
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
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

/// A comment of somebody else that a participation sees the same way.
#[derive(Clone, Debug)]
pub struct Agreed {
    /// Its identity.
    pub id: Id<FreeText>,
    /// The key of the element.
    pub key: String,
    /// The title of the wording it was made on; may be empty.
    pub title: String,
    /// The text of that wording.
    pub wording: String,
    /// Its words as everyone reads them.
    pub text: String,
}

/// The public comments a participation has said "I see it that way too" to.
pub fn agreed(conn: &mut Conn, participation: &Id<Participation>) -> AppResult<Vec<Agreed>> {
    type Row = (
        Id<FreeText>,
        (String, String, String),
        (String, Option<String>),
    );
    let rows: Vec<Row> = comment_supports::table
        .inner_join(comments::table.on(comments::id.eq(comment_supports::comment_id)))
        .inner_join(free_texts::table.on(free_texts::id.eq(comments::id)))
        .inner_join(elements::table.on(elements::id.eq(comments::element_id)))
        .inner_join(wordings::table.on(wordings::id.eq(comments::wording_id)))
        .filter(comment_supports::participation_id.eq(participation))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .order((comments::given_on, comments::id))
        .select((
            comments::id,
            (elements::key, wordings::title, wordings::text),
            (comments::text, free_texts::redacted),
        ))
        .load(conn)?;
    let agreed = |(id, (key, title, wording), (text, redacted)): Row| Agreed {
        id,
        key,
        title,
        wording,
        text: redacted.unwrap_or(text),
    };
    Ok(rows.into_iter().map(agreed).collect())
}

/// To how many comments each of several people has said "I see it that way too".
pub fn agreements(
    conn: &mut Conn,
    participations: &[Id<Participation>],
) -> AppResult<HashMap<Id<Participation>, i64>> {
    if participations.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id<Participation>, i64)> = comment_supports::table
        .filter(comment_supports::participation_id.eq_any(participations))
        .group_by(comment_supports::participation_id)
        .select((
            comment_supports::participation_id,
            diesel::dsl::count_star(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().collect())
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
