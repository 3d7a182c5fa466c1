//! Texts with words, by the index of words of the desk: forms of a word are one, whatever their case, and no text is read.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::decide::SEGMENT;
use super::lists::Narrow;
use super::queue::{narrowed, saying, theirs};
use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::order::{Order, joined};
use crate::base::schema::{comments, contribution_words, contributions, free_texts};
use crate::base::words::stems;
use crate::survey::{FreeText, TextState};

/// Texts by their state, each list in the order of the queue.
type ByState = Vec<(TextState, Order)>;

/// The texts with all the words of a narrowing, smallest identity first.
#[derive(Default)]
pub struct Found(ByState);

impl Found {
    fn of(&self, state: TextState) -> Option<&Order> {
        let own = self.0.iter().find(|(other, _)| *other == state);
        own.map(|(_, texts)| texts)
    }

    /// These and some more, each with its state.
    fn with(mut self, more: &[(TextState, String)]) -> Self {
        for state in TextState::ALL {
            let mut own = more.iter().filter(|(other, _)| *other == state).peekable();
            if own.peek().is_none() {
                continue;
            }
            let own = own.map(|(_, id)| id.clone());
            match self.0.iter_mut().find(|(other, _)| *other == state) {
                Some((_, texts)) => {
                    *texts = texts.iter().map(str::to_owned).chain(own).collect();
                }
                None => self.0.push((state, own.collect())),
            }
        }
        self
    }

    /// How many are in a state.
    pub(super) fn count(&self, state: TextState) -> i64 {
        let own = self.of(state).map_or(0, Order::len);
        i64::try_from(own).unwrap_or(i64::MAX)
    }

    /// Some of those in a state: so many from that place on.
    pub(super) fn part(&self, state: TextState, from: i64, most: i64) -> Vec<Id<FreeText>> {
        let [from, most] = [from, most].map(|n| usize::try_from(n).unwrap_or_default());
        let own = self.of(state);
        own.map_or_else(Vec::new, |own| own.part(from, most))
    }
}

/// All texts of a narrowing, whatever they say. Texts that have come since have no words yet, so these lists serve until something is decided.
/// Paragraphs of statements are in none of these states.
fn of_states(conn: &mut Conn, narrow: &Narrow) -> AppResult<ByState> {
    let mut found = ByState::new();
    for state in TextState::ALL {
        let query = free_texts::table
            .filter(free_texts::state.eq(state.as_str()))
            .into_boxed();
        let ids: Option<String> = narrowed!(query, narrow)
            .select(joined("free_texts.id"))
            .get_result(conn)?;
        found.push((state, Order::of_joined(&ids.unwrap_or_default())));
    }
    Ok(found)
}

/// What is left of texts in which something was blacked out.
fn left(conn: &mut Conn) -> AppResult<HashMap<String, Vec<String>>> {
    let rows: Vec<(String, Option<String>)> = free_texts::table
        .filter(free_texts::redacted.is_not_null())
        .select((free_texts::id, free_texts::redacted))
        .load(conn)?;
    let left = |(id, left): (String, Option<String>)| (id, stems(&left.unwrap_or_default()));
    Ok(rows.into_iter().map(left).collect())
}

/// The words that are asked for, each as the stems of which one has to stand in a text.
type Asked = Vec<Vec<String>>;

/// The words of a narrowing. None when one of them is nothing but signs, which no index knows.
fn asked(narrow: &Narrow) -> Option<Asked> {
    let words: Vec<Vec<String>> = narrow.words.iter().map(|word| stems(word)).collect();
    if words.is_empty() || words.iter().any(Vec::is_empty) {
        return None;
    }
    Some(words.into_iter().flatten().map(|stem| vec![stem]).collect())
}

/// In how many words of the index a part may stand; a letter or two stand in very many.
const MOST_PARTS: usize = 1_000;

/// The same, where each word may be a part of another one: "laterne" stands in "straßenlaterne". None when that would be very many, or when
/// a word has signs in it, which the index does not know.
fn as_parts(narrow: &Narrow, asked: &Asked, known: &[String]) -> Option<Asked> {
    let has_signs = |word: &String| !word.chars().all(char::is_alphanumeric);
    if narrow.words.iter().any(has_signs) {
        return None;
    }
    let parts = |word: &Vec<String>| {
        let is_in = |stem: &&String| word.iter().any(|part| stem.contains(part.as_str()));
        let found: Vec<String> = known.iter().filter(is_in).cloned().collect();
        (found.len() <= MOST_PARTS).then_some(found)
    };
    asked.iter().map(parts).collect()
}

#[derive(QueryableByName)]
struct Known {
    #[diesel(sql_type = Text)]
    stem: String,
}

/// Each stem that stands in any text. From one to the next by the index: a language has far fewer words than people write.
fn known_stems(conn: &mut Conn) -> AppResult<Vec<String>> {
    let known: Vec<Known> = sql_query(
        "WITH RECURSIVE known (stem) AS (\
             SELECT min(stem) FROM contribution_words \
             UNION ALL \
             SELECT (SELECT min(stem) FROM contribution_words WHERE contribution_words.stem > known.stem) \
             FROM known WHERE known.stem IS NOT NULL) \
         SELECT stem FROM known WHERE stem IS NOT NULL",
    )
    .load(conn)?;
    Ok(known.into_iter().map(|known| known.stem).collect())
}

/// The texts with all words in the index. None when there is no such text.
fn with_words(conn: &mut Conn, asked: &Asked) -> AppResult<Option<Order>> {
    if asked.iter().any(Vec::is_empty) {
        return Ok(None);
    }
    let mut with: Option<Order> = None;
    for word in asked {
        let ids: Option<String> = contribution_words::table
            .filter(contribution_words::stem.eq_any(word))
            .select(joined("text_id"))
            .get_result(conn)?;
        let own = Order::of_joined(&ids.unwrap_or_default());
        let both = with.map_or_else(|| own.clone(), |with| with.and(&own));
        if both.is_empty() {
            return Ok(None);
        }
        with = Some(both);
    }
    Ok(with)
}

/// Looks for the words of a narrowing: by the index, then by the index for parts of words, and in what has come since, whose words the next
/// round beside the requests will note. None when all texts have to be read, because somebody looks for signs or very many have come. A text that was
/// blacked out is found only by what is left of it.
///
/// # Errors
/// When the database does not answer.
pub fn found(conn: &mut Conn, recall: &Recall, narrow: &Narrow) -> AppResult<Option<Found>> {
    let Some(asked) = asked(narrow) else {
        return Ok(None);
    };
    let new = recall.get_page("texts without words", || without_words(conn, recall))?;
    let (new, is_small) = (new.as_slice(), new.len() <= MOST_NEW);
    let new = if is_small {
        saying(conn, narrow, new)?
    } else {
        Vec::new()
    };
    if let Some(found) = by_index(conn, recall, narrow, &asked)? {
        return Ok(Some(found.with(&new)));
    }
    let known = recall.get(conn, "known stems", known_stems)?;
    let Some(parts) = as_parts(narrow, &asked, &known) else {
        return Ok(None);
    };
    let found = by_index(conn, recall, narrow, &parts)?;
    if found.is_none() && !is_small {
        return Ok(None);
    }
    Ok(Some(found.unwrap_or_default().with(&new)))
}

fn by_index(
    conn: &mut Conn,
    recall: &Recall,
    narrow: &Narrow,
    asked: &Asked,
) -> AppResult<Option<Found>> {
    let Some(with) = with_words(conn, asked)? else {
        return Ok(None);
    };
    let all = Narrow {
        words: Vec::new(),
        ..narrow.clone()
    };
    let name = format!("texts {all:?}");
    let texts = recall.get(conn, &name, |conn| of_states(conn, &all))?;
    let left = recall.get(conn, "texts left", left)?;
    let unsaid: HashSet<String> = left
        .iter()
        .filter(|(_, left)| !says(left, asked))
        .map(|(id, _)| id.clone())
        .collect();
    let with = if unsaid.is_empty() {
        with
    } else {
        with.without(&unsaid)
    };
    let of_state = |(state, texts): &(TextState, Order)| (*state, texts.and(&with));
    let found = Found(texts.iter().map(of_state).collect());
    let is_any = found.0.iter().any(|(_, texts)| !texts.is_empty());
    Ok(is_any.then_some(found))
}

fn says(left: &[String], asked: &Asked) -> bool {
    let stands = |word: &Vec<String>| word.iter().any(|stem| left.contains(stem));
    asked.iter().all(stands)
}

/// How many texts without noted words are read for a search.
const MOST_NEW: usize = 2_000;

/// The texts whose words are not noted yet, and one more than are read at most.
fn without_words(conn: &mut Conn, recall: &Recall) -> AppResult<Vec<String>> {
    let noted = recall.get(conn, "texts with words", |conn| {
        let ids: Option<String> = contributions::table
            .filter(contributions::taken_at.is_not_null())
            .select(joined("text_id"))
            .get_result(conn)?;
        Ok(Order::of_joined(&ids.unwrap_or_default()))
    })?;
    let now = of_states(conn, &Narrow::default())?;
    let new = now.iter().flat_map(|(_, texts)| texts.beyond(&noted));
    Ok(new.take(MOST_NEW + 1).map(str::to_owned).collect())
}

/// What follows a text.
pub(super) enum Next {
    /// The index knows no text with these words.
    Unknown,
    /// No text with these words.
    Nothing,
    /// This one.
    Text(Id<FreeText>),
}

/// How many texts are asked after at once.
const AT_ONCE: usize = 500;

/// The next text with the words of a narrowing that follows another one in a state; asked within the act that has just decided about that one.
///
/// # Errors
/// When the database does not answer.
pub(super) fn next(
    conn: &mut Conn,
    narrow: &Narrow,
    state: TextState,
    last: &Id<FreeText>,
) -> AppResult<Next> {
    let Some(mut asked) = asked(narrow) else {
        return Ok(Next::Unknown);
    };
    let mut with = with_words(conn, &asked)?;
    if with.is_none() {
        let Some(parts) = as_parts(narrow, &asked, &known_stems(conn)?) else {
            return Ok(Next::Unknown);
        };
        with = with_words(conn, &parts)?;
        asked = parts;
    }
    let Some(with) = with else {
        return Ok(Next::Unknown);
    };
    let (before, is_in) = with.place(last.as_str());
    let mut from = before + usize::from(is_in);
    loop {
        let ids: Vec<Id<FreeText>> = with.part(from, AT_ONCE);
        if ids.is_empty() {
            return Ok(Next::Nothing);
        }
        from += ids.len();
        let query = free_texts::table
            .filter(free_texts::id.eq_any(ids))
            .filter(free_texts::state.eq(state.as_str()))
            .filter(free_texts::source.ne(SEGMENT))
            .into_boxed();
        let rows: Vec<(Id<FreeText>, Option<String>)> = narrowed!(query, narrow)
            .order(free_texts::id)
            .select((free_texts::id, free_texts::redacted))
            .load(conn)?;
        let mut rows = rows.into_iter();
        let next = rows.find(|(_, left)| {
            let left = left.as_deref().map(stems);
            left.is_none_or(|left| says(&left, &asked))
        });
        if let Some((id, _)) = next {
            return Ok(Next::Text(id));
        }
    }
}
