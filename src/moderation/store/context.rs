//! What texts are about: the question they answer, or the element they comment on.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{consultation_publications, consultations, questions, surveys, wordings};
use crate::comment;
use crate::survey::FreeText;

/// Which text it is among its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// An answer to this question.
    Question(i32),
    /// A comment; it has the identity of the text.
    Comment(Id<FreeText>),
}

impl About {
    /// Of a row: answers name their question.
    pub(super) fn of(question: Option<i32>, id: &Id<FreeText>) -> Self {
        question.map_or_else(|| Self::Comment(id.clone()), Self::Question)
    }
}

/// What a text is about.
#[derive(Clone, Debug)]
pub struct Context {
    /// The consultation's title.
    pub consultation: String,
    /// Whether its released texts are shown to everyone at all.
    pub publishes: bool,
    /// The survey's title; empty for comments.
    pub survey: String,
    /// The question; for a goal its title.
    pub question: String,
    /// The wording of the goal.
    pub wording: Option<String>,
    /// What is told of a comment beside its text.
    pub comment: Option<Commented>,
}

/// What whoever moderates must know of a comment beside its text.
#[derive(Clone, Debug)]
pub struct Commented {
    /// As its author wants to be named; it is published with the text.
    pub name: Option<String>,
    /// Where everyone reads it once it is released.
    pub url: String,
}

/// What some texts are about: two queries.
pub fn contexts(conn: &mut Conn, asked: &[About]) -> AppResult<HashMap<About, Context>> {
    let (mut of_questions, mut of_comments) = (Vec::new(), Vec::new());
    for about in asked {
        match about {
            About::Question(id) => of_questions.push(*id),
            About::Comment(id) => of_comments.push(id.clone()),
        }
    }
    let mut found = contexts_of_questions(conn, &of_questions)?;
    for (id, about) in comment::contexts(conn, &of_comments)? {
        let url = format!(
            "/consultations/{}/comments/{}#c-{id}",
            about.slug, about.key
        );
        let context = Context {
            consultation: about.consultation,
            publishes: about.publishes,
            survey: String::new(),
            question: if about.title.is_empty() {
                about.key
            } else {
                about.title
            },
            wording: Some(about.wording).filter(|text| !text.is_empty()),
            comment: Some(Commented {
                name: about.name,
                url,
            }),
        };
        found.insert(About::Comment(id), context);
    }
    Ok(found)
}

fn contexts_of_questions(conn: &mut Conn, asked: &[i32]) -> AppResult<HashMap<About, Context>> {
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
            comment: None,
        };
        (About::Question(id), context)
    };
    Ok(rows.into_iter().map(context).collect())
}

/// The consultations whose texts may be in the queue, with their names in addresses. One that is not published has none, and whoever
/// releases texts does not know of it.
pub fn consultations(conn: &mut Conn) -> AppResult<Vec<(String, String)>> {
    Ok(consultations::table
        .inner_join(consultation_publications::table)
        .order(consultations::title)
        .select((consultations::slug, consultations::title))
        .load(conn)?)
}
