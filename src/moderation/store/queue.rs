//! The queue: which texts, in which state, how many. The order is that of their ids: it is the same each time and tells
//! nothing about whose a text is. When it came it tells at most to a thousand: so many lie together, mixed, and the runs are mixed too.

use diesel::prelude::*;

use super::context::About;
use super::found::{self, Found, Next};
use super::lists::{Counts, Entry, Narrow, Tab};
use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, comment_reports, comments, free_texts, text_objections};
use crate::survey::{FreeText, Mark, TextState};

/// A word as people write it: as it was typed, small, with a capital, in capitals. Databases know capitals of their own letters only,
/// and PostgreSQL not even those.
fn spellings(word: &str) -> [String; 4] {
    let small = word.to_lowercase();
    let mut signs = small.chars();
    let capital: String = signs
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(signs)
        .collect();
    let like = |word: &str| {
        let escaped = word.replace('\\', "\\\\");
        format!("%{}%", escaped.replace('%', "\\%").replace('_', "\\_"))
    };
    [
        like(word),
        like(&small),
        like(&capital),
        like(&small.to_uppercase()),
    ]
}

// The comments of one consultation, beside the one that a row belongs to.
diesel::alias!(
    pub(super) const theirs: Alias<Theirs> = comments as theirs;
);

/// Whether a text that may be missing holds a word in one of its spellings.
macro_rules! said {
    ($text:expr, $spelled:expr) => {{
        let [typed, small, capital, capitals] = $spelled.clone();
        $text.is_not_null().and(
            $text
                .assume_not_null()
                .like(typed)
                .escape('\\')
                .or($text.assume_not_null().like(small).escape('\\'))
                .or($text.assume_not_null().like(capital).escape('\\'))
                .or($text.assume_not_null().like(capitals).escape('\\')),
        )
    }};
}

/// Answers to some questions, and the comments on a consultation.
macro_rules! narrowed {
    ($query:expr, $narrow:expr) => {{
        let mut query = $query;
        if let Some(questions) = &$narrow.questions {
            let answers = free_texts::question_id.eq_any(questions);
            query = match &$narrow.comments_of {
                None => query.filter(answers),
                Some(consultation) => query.filter(
                    answers.or(free_texts::id.nullable().eq_any(
                        theirs
                            .filter(theirs.field(comments::consultation_id).eq(consultation))
                            .select(theirs.field(comments::id).nullable()),
                    )),
                ),
            };
        }
        query
    }};
}
pub(super) use narrowed;

/// Texts with what they say. A text that was blacked out is found only by what is left of it.
macro_rules! readable {
    ($narrow:expr) => {{
        let query = free_texts::table
            .left_join(
                answers::table.on(answers::questionnaire_id
                    .nullable()
                    .eq(free_texts::questionnaire_id)
                    .and(answers::question_id.nullable().eq(free_texts::question_id))
                    .and(answers::text.is_not_null())),
            )
            .left_join(comments::table)
            .left_join(
                text_objections::table.on(text_objections::text_id
                    .eq(free_texts::id)
                    .and(text_objections::answered_at.is_null())),
            )
            .filter(
                answers::text
                    .is_not_null()
                    .or(comments::text.nullable().is_not_null()),
            )
            .into_boxed();
        let mut query = narrowed!(query, $narrow);
        for word in &$narrow.words {
            let spelled = spellings(word);
            query = query.filter(
                free_texts::redacted
                    .is_null()
                    .and(
                        said!(answers::text, spelled).or(said!(comments::text.nullable(), spelled)),
                    )
                    .or(said!(free_texts::redacted, spelled)),
            );
        }
        query
    }};
}

/// How many texts each list has. What was decided is counted once for each state of the database; what waits is counted now, as people
/// write on. Where words were looked for, what was found is counted.
pub fn counts(
    conn: &mut Conn,
    recall: &Recall,
    narrow: &Narrow,
    found: Option<&Found>,
) -> AppResult<Counts> {
    let decided = recall.get(conn, &format!("queue {narrow:?}"), |conn| {
        let mut of = |state| match found {
            None => of_state(conn, narrow, state),
            Some(_) => Ok(0),
        };
        Ok(Counts {
            waiting: 0,
            released: of(TextState::Released)?,
            hidden: of(TextState::Hidden)?,
            redacted: of(TextState::Redacted)?,
            objections: of_special(conn, narrow, Tab::Objections)?,
            reports: of_special(conn, narrow, Tab::Reports)?,
        })
    })?;
    let Some(found) = found else {
        return Ok(Counts {
            waiting: of_state(conn, narrow, TextState::Waiting)?,
            ..*decided
        });
    };
    Ok(Counts {
        waiting: found.count(TextState::Waiting),
        released: found.count(TextState::Released),
        hidden: found.count(TextState::Hidden),
        redacted: found.count(TextState::Redacted),
        ..*decided
    })
}

fn of_state(conn: &mut Conn, narrow: &Narrow, state: TextState) -> AppResult<i64> {
    // Without words the index alone knows.
    if narrow.words.is_empty() {
        let query = free_texts::table
            .filter(free_texts::state.eq(state.as_str()))
            .into_boxed();
        return Ok(narrowed!(query, narrow).count().get_result(conn)?);
    }
    Ok(readable!(narrow)
        .filter(free_texts::state.eq(state.as_str()))
        .count()
        .get_result(conn)?)
}

/// Those of some texts that say all the words of a narrowing, each with its state; read, not looked up.
pub(super) fn saying(
    conn: &mut Conn,
    narrow: &Narrow,
    ids: &[String],
) -> AppResult<Vec<(TextState, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, String)> = readable!(narrow)
        .filter(free_texts::id.eq_any(ids))
        .select((free_texts::id, free_texts::state))
        .load(conn)?;
    let known = |(id, state): (String, String)| Some((TextState::parse(&state)?, id));
    Ok(rows.into_iter().filter_map(known).collect())
}

fn of_special(conn: &mut Conn, narrow: &Narrow, tab: Tab) -> AppResult<i64> {
    match special(conn, tab)? {
        Some(ids) if !ids.is_empty() => Ok(readable!(narrow)
            .filter(free_texts::id.eq_any(ids))
            .count()
            .get_result(conn)?),
        _ => Ok(0),
    }
}

/// Most objections or reports that are listed; more wait behind them.
const MAX_SPECIAL: i64 = 1_000;

/// The texts whose authors wait for an answer, or that were reported; none for the lists of a state.
fn special(conn: &mut Conn, tab: Tab) -> AppResult<Option<Vec<Id<FreeText>>>> {
    Ok(match tab {
        Tab::State(_) => None,
        Tab::Objections => Some(
            text_objections::table
                .filter(text_objections::answered_at.is_null())
                .order(text_objections::text_id)
                .limit(MAX_SPECIAL)
                .select(text_objections::text_id)
                .load(conn)?,
        ),
        Tab::Reports => Some(
            comment_reports::table
                .filter(comment_reports::settled_at.is_null())
                .order(comment_reports::comment_id)
                .limit(MAX_SPECIAL)
                .select(comment_reports::comment_id)
                .distinct()
                .load(conn)?,
        ),
    })
}

/// One page of a list.
pub fn entries(
    conn: &mut Conn,
    tab: Tab,
    narrow: &Narrow,
    found: Option<&Found>,
    (from, most): (i64, i64),
) -> AppResult<Vec<Entry>> {
    type Row = (
        Id<FreeText>,
        String,
        Option<String>,
        Option<i32>,
        Option<i32>,
        (Option<String>, Option<String>),
        Option<String>,
    );
    // Which texts stand on the page of a state, however far back it is, an index alone knows.
    let known: Option<Vec<Id<FreeText>>> = match (tab, found) {
        (Tab::State(state), Some(found)) => Some(found.part(state, from, most)),
        (Tab::State(state), None) if narrow.words.is_empty() => {
            let of_state = free_texts::table
                .filter(free_texts::state.eq(state.as_str()))
                .into_boxed();
            let ids = narrowed!(of_state, narrow)
                .order(free_texts::id)
                .offset(from)
                .limit(most)
                .select(free_texts::id);
            Some(ids.load(conn)?)
        }
        _ => None,
    };
    let everything = Narrow::default();
    let query = match (known, tab, special(conn, tab)?) {
        (Some(ids), ..) if !ids.is_empty() => readable!(&everything)
            .filter(free_texts::id.eq_any(ids))
            .limit(most),
        (None, Tab::State(state), _) => readable!(narrow)
            .filter(free_texts::state.eq(state.as_str()))
            .offset(from)
            .limit(most),
        (None, _, Some(ids)) if !ids.is_empty() => readable!(narrow)
            .filter(free_texts::id.eq_any(ids))
            .offset(from)
            .limit(most),
        _ => return Ok(Vec::new()),
    };
    let rows: Vec<Row> = query
        .order(free_texts::id)
        .select((
            free_texts::id,
            free_texts::state,
            free_texts::redacted,
            free_texts::question_id,
            answers::code.nullable(),
            (answers::text.nullable(), comments::text.nullable()),
            text_objections::text.nullable(),
        ))
        .load(conn)?;
    let entry = |(id, state, redacted, question, code, said, objection): Row| Entry {
        about: About::of(question, &id),
        id,
        state: TextState::parse(&state).unwrap_or(TextState::Waiting),
        mark: code.and_then(Mark::of_code),
        text: redacted.or(said.0).or(said.1).unwrap_or_default(),
        objection,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The text that follows another one in a list, to go on reading there.
pub fn next_after(
    conn: &mut Conn,
    tab: Tab,
    narrow: &Narrow,
    last: &Id<FreeText>,
) -> AppResult<Option<Id<FreeText>>> {
    if let Tab::State(state) = tab {
        match found::next(conn, narrow, state, last)? {
            Next::Unknown => {}
            Next::Nothing => return Ok(None),
            Next::Text(id) => return Ok(Some(id)),
        }
    }
    let query = readable!(narrow).filter(free_texts::id.gt(last));
    let query = match (tab, special(conn, tab)?) {
        (Tab::State(state), _) => query.filter(free_texts::state.eq(state.as_str())),
        (_, Some(ids)) if !ids.is_empty() => query.filter(free_texts::id.eq_any(ids)),
        _ => return Ok(None),
    };
    Ok(query
        .order(free_texts::id)
        .select(free_texts::id)
        .first(conn)
        .optional()?)
}
