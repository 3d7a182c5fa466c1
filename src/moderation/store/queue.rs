//! The queue: which texts, in which state, how many. The order is that of random ids: it is the same each time and tells
//! nothing about when a text came or whose it is.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    answers, consultations, free_texts, questions, surveys, text_objections, wordings,
};
use crate::survey::{FreeText, Mark, TextState};

/// One list of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The texts in a state.
    State(TextState),
    /// Texts whose authors object and wait for an answer.
    Objections,
}

/// What the queue is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// Answers to these questions only.
    pub questions: Option<Vec<i32>>,
    /// Texts with all of these words, whatever their case.
    pub words: Vec<String>,
}

/// How many texts each list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has decided yet.
    pub waiting: i64,
    /// Public, word for word.
    pub released: i64,
    /// Not public.
    pub hidden: i64,
    /// Public, with passages blacked out.
    pub redacted: i64,
    /// Their authors object and wait for an answer.
    pub objections: i64,
}

impl Counts {
    /// How many a list has.
    pub fn of(&self, tab: Tab) -> i64 {
        match tab {
            Tab::State(TextState::Waiting) => self.waiting,
            Tab::State(TextState::Released) => self.released,
            Tab::State(TextState::Hidden) => self.hidden,
            Tab::State(TextState::Redacted) => self.redacted,
            Tab::Objections => self.objections,
        }
    }
}

/// One text of a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its identity.
    pub id: Id<FreeText>,
    /// Where it stands.
    pub state: TextState,
    /// The question it answers.
    pub question: i32,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// The text, with passages blacked out where they are for everyone.
    pub text: String,
    /// What its author objects, while she waits for an answer.
    pub objection: Option<String>,
}

/// A word as people write it: small, with a capital, in capitals. Databases know capitals of their own letters only.
fn spellings(word: &str) -> [String; 3] {
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
    [like(&small), like(&capital), like(&small.to_uppercase())]
}

/// Texts with what they say. A text that was blacked out is found only by what is left of it.
macro_rules! readable {
    ($narrow:expr) => {{
        let said = || answers::text.assume_not_null();
        let mut query = free_texts::table
            .inner_join(
                answers::table.on(answers::questionnaire_id
                    .nullable()
                    .eq(free_texts::questionnaire_id)
                    .and(answers::question_id.nullable().eq(free_texts::question_id))
                    .and(answers::text.is_not_null())),
            )
            .left_join(
                text_objections::table.on(text_objections::text_id
                    .eq(free_texts::id)
                    .and(text_objections::answered_at.is_null())),
            )
            .into_boxed();
        if let Some(questions) = &$narrow.questions {
            query = query.filter(free_texts::question_id.eq_any(questions));
        }
        for word in &$narrow.words {
            let [small, capital, capitals] = spellings(word);
            let left = || free_texts::redacted.assume_not_null();
            query = query.filter(
                free_texts::redacted
                    .is_null()
                    .and(
                        said()
                            .like(small.clone())
                            .escape('\\')
                            .or(said().like(capital.clone()).escape('\\'))
                            .or(said().like(capitals.clone()).escape('\\')),
                    )
                    .or(free_texts::redacted.is_not_null().and(
                        left()
                            .like(small)
                            .escape('\\')
                            .or(left().like(capital).escape('\\'))
                            .or(left().like(capitals).escape('\\')),
                    )),
            );
        }
        query
    }};
}

/// How many texts each list has.
pub fn counts(conn: &mut Conn, narrow: &Narrow) -> AppResult<Counts> {
    let mut found = [0; 4];
    for (n, state) in TextState::ALL.into_iter().enumerate() {
        // Without words the index alone knows.
        found[n] = if narrow.words.is_empty() {
            let mut query = free_texts::table
                .filter(free_texts::state.eq(state.as_str()))
                .into_boxed();
            if let Some(questions) = &narrow.questions {
                query = query.filter(free_texts::question_id.eq_any(questions));
            }
            query.count().get_result(conn)?
        } else {
            readable!(narrow)
                .filter(free_texts::state.eq(state.as_str()))
                .count()
                .get_result(conn)?
        };
    }
    let [waiting, released, hidden, redacted] = found;
    let objections = if narrow.words.is_empty() && narrow.questions.is_none() {
        open_objections(conn)?
    } else {
        match objected(conn)? {
            none if none.is_empty() => 0,
            objected => readable!(narrow)
                .filter(free_texts::id.eq_any(objected))
                .count()
                .get_result(conn)?,
        }
    };
    Ok(Counts {
        waiting,
        released,
        hidden,
        redacted,
        objections,
    })
}

/// Most objections that are listed; more wait behind them.
const MAX_OBJECTIONS: i64 = 1_000;

/// The texts whose authors wait for an answer.
fn objected(conn: &mut Conn) -> AppResult<Vec<Id<FreeText>>> {
    Ok(text_objections::table
        .filter(text_objections::answered_at.is_null())
        .order(text_objections::text_id)
        .limit(MAX_OBJECTIONS)
        .select(text_objections::text_id)
        .load(conn)?)
}

/// How many texts nobody has decided about.
pub fn waiting_count(conn: &mut Conn) -> AppResult<i64> {
    let waiting = free_texts::table.filter(free_texts::state.eq(TextState::Waiting.as_str()));
    Ok(waiting.count().get_result(conn)?)
}

/// How many objections wait for an answer.
pub fn open_objections(conn: &mut Conn) -> AppResult<i64> {
    let open = text_objections::table.filter(text_objections::answered_at.is_null());
    Ok(open.count().get_result(conn)?)
}

/// One page of a list.
pub fn entries(
    conn: &mut Conn,
    tab: Tab,
    narrow: &Narrow,
    (from, most): (i64, i64),
) -> AppResult<Vec<Entry>> {
    type Row = (
        Id<FreeText>,
        String,
        Option<String>,
        i32,
        Option<i32>,
        Option<String>,
        Option<String>,
    );
    let query = readable!(narrow);
    let query = match tab {
        Tab::State(state) => query.filter(free_texts::state.eq(state.as_str())),
        Tab::Objections => match objected(conn)? {
            none if none.is_empty() => return Ok(Vec::new()),
            objected => query.filter(free_texts::id.eq_any(objected)),
        },
    };
    let rows: Vec<Row> = query
        .order(free_texts::id)
        .offset(from)
        .limit(most)
        .select((
            free_texts::id,
            free_texts::state,
            free_texts::redacted,
            answers::question_id,
            answers::code,
            answers::text,
            text_objections::text.nullable(),
        ))
        .load(conn)?;
    let entry = |(id, state, redacted, question, code, text, objection): Row| Entry {
        id,
        state: TextState::parse(&state).unwrap_or(TextState::Waiting),
        question,
        mark: code.and_then(Mark::of_code),
        text: redacted.or(text).unwrap_or_default(),
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
    let query = readable!(narrow).filter(free_texts::id.gt(last));
    let query = match tab {
        Tab::State(state) => query.filter(free_texts::state.eq(state.as_str())),
        Tab::Objections => match objected(conn)? {
            none if none.is_empty() => return Ok(None),
            objected => query.filter(free_texts::id.eq_any(objected)),
        },
    };
    Ok(query
        .order(free_texts::id)
        .select(free_texts::id)
        .first(conn)
        .optional()?)
}

/// What a text is about.
#[derive(Clone, Debug)]
pub struct Context {
    /// The consultation's title.
    pub consultation: String,
    /// Whether its released texts are shown to everyone at all.
    pub publishes: bool,
    /// The survey's title.
    pub survey: String,
    /// The question; for a goal its title.
    pub question: String,
    /// The wording of the goal.
    pub wording: Option<String>,
}

/// What the texts to some questions are about.
pub fn contexts(conn: &mut Conn, asked: &[i32]) -> AppResult<HashMap<i32, Context>> {
    type Row = (i32, String, bool, String, String, Option<String>);
    let rows: Vec<Row> = questions::table
        .inner_join(surveys::table.inner_join(consultations::table))
        .left_join(wordings::table)
        .filter(questions::id.eq_any(asked))
        .select((
            questions::id,
            consultations::title,
            consultations::releases_comments,
            surveys::title,
            questions::text,
            wordings::text.nullable(),
        ))
        .load(conn)?;
    let context = |(id, consultation, publishes, survey, question, wording): Row| {
        let context = Context {
            consultation,
            publishes,
            survey,
            question,
            wording,
        };
        (id, context)
    };
    Ok(rows.into_iter().map(context).collect())
}

/// The consultations whose texts may be in the queue, with their names in addresses.
pub fn consultations(conn: &mut Conn) -> AppResult<Vec<(String, String)>> {
    Ok(consultations::table
        .order(consultations::title)
        .select((consultations::slug, consultations::title))
        .load(conn)?)
}
