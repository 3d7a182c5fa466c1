//! Texts with words, by the index of words of the desk: forms of a word are one, whatever their case, and no text is read.

use diesel::prelude::*;

use super::lists::Narrow;
use super::queue::{narrowed, theirs};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comments, contribution_words, free_texts};
use crate::base::words::stems;
use crate::survey::{FreeText, TextState};

/// The texts with all the words of a narrowing, smallest identity first.
pub struct Found(Vec<(Id<FreeText>, TextState)>);

impl Found {
    /// How many are in a state.
    pub(super) fn count(&self, state: TextState) -> i64 {
        let own = self.0.iter().filter(|(_, other)| *other == state);
        i64::try_from(own.count()).unwrap_or(i64::MAX)
    }

    /// Some of those in a state: so many from that place on.
    pub(super) fn part(&self, state: TextState, from: i64, most: i64) -> Vec<Id<FreeText>> {
        let own = self.0.iter().filter(|(_, other)| *other == state);
        own.skip(usize::try_from(from).unwrap_or_default())
            .take(usize::try_from(most).unwrap_or_default())
            .map(|(id, _)| id.clone())
            .collect()
    }

    /// The first one in a state that follows a text.
    pub(super) fn after(&self, state: TextState, last: &Id<FreeText>) -> Option<Id<FreeText>> {
        let mut all = self.0.iter();
        let next = all.find(|(id, other)| id > last && *other == state);
        next.map(|(id, _)| id.clone())
    }
}

/// Looks for the words of a narrowing. None when the index knows no such text: then all texts have to be read, because somebody may look
/// for a part of a word, or for a text that has just come, whose words the next round beside the requests will note. A text that was blacked out is found only by what is left of it.
///
/// # Errors
/// When the database does not answer.
pub fn found(conn: &mut Conn, narrow: &Narrow) -> AppResult<Option<Found>> {
    let words: Vec<Vec<String>> = narrow.words.iter().map(|word| stems(word)).collect();
    if words.is_empty() || words.iter().any(Vec::is_empty) {
        return Ok(None);
    }
    let stems_asked: Vec<String> = words.into_iter().flatten().collect();
    let mut query = free_texts::table
        .filter(free_texts::source.ne(super::decide::SEGMENT))
        .into_boxed();
    for stem in &stems_asked {
        let with = contribution_words::table
            .filter(contribution_words::stem.eq(stem))
            .select(contribution_words::text_id);
        query = query.filter(free_texts::id.eq_any(with));
    }
    let rows: Vec<(Id<FreeText>, String, Option<String>)> = narrowed!(query, narrow)
        .order(free_texts::id)
        .select((free_texts::id, free_texts::state, free_texts::redacted))
        .load(conn)?;
    let is_left = |left: &Option<String>| {
        left.as_ref().is_none_or(|left| {
            let left = stems(left);
            stems_asked.iter().all(|stem| left.contains(stem))
        })
    };
    let readable = rows.into_iter().filter(|(.., left)| is_left(left));
    let all: Vec<_> = readable
        .filter_map(|(id, state, _)| Some((id, TextState::parse(&state)?)))
        .collect();
    Ok((!all.is_empty()).then_some(Found(all)))
}
