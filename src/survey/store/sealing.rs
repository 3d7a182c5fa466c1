//! Questionnaires in the check list: what is sealed, from the answers as they are typed and from the rows as they are kept.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::Serialize;

use super::QuestionnaireId;
use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, questions};
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::survey::model::{Cell, Survey};
use crate::transparency::{self, Given, Gone, Kind};

/// One stored piece of an answer. Keys and codes of a question never change once somebody has answered it.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    question: String,
    part: i32,
    code: Option<i32>,
    text: Option<String>,
}

#[derive(Serialize)]
struct Sealed {
    questionnaire: Vec<Piece>,
}

/// The one way in which answers are written for their seal.
fn written(mut pieces: Vec<Piece>) -> AppResult<String> {
    pieces.sort();
    let sealed = Sealed {
        questionnaire: pieces,
    };
    Ok(serde_json::to_string(&sealed).map_err(anyhow::Error::from)?)
}

/// What is sealed of a questionnaire.
pub(super) fn content_of(survey: &Survey, cells: &BTreeMap<i32, Vec<Cell>>) -> AppResult<String> {
    let asked = survey.questions.iter();
    let pieces = asked.flat_map(|question| {
        let own = cells.get(&question.id).into_iter().flatten();
        own.map(|cell| Piece {
            question: question.key.clone(),
            part: cell.part,
            code: cell.code,
            text: cell.text.clone(),
        })
    });
    written(pieces.collect())
}

/// Seals what counts from now on.
pub(super) fn seal<A: Action>(
    tx: &mut Tx<A>,
    survey: &Survey,
    (consultation, participation): (&Id<Consultation>, &Id<Participation>),
    (id, is_new): (&QuestionnaireId, bool),
    cells: &BTreeMap<i32, Vec<Cell>>,
) -> AppResult<()> {
    let given = Given {
        kind: Kind::Questionnaire,
        id: id.as_str(),
        owner: Some(participation.as_str()),
        consultation,
        survey: Some(&survey.slug),
        content: &content_of(survey, cells)?,
        is_new,
    };
    transparency::seal(tx, &given)
}

/// Takes the seal off: the answers are gone and do not count any more.
pub(super) fn unseal<A: Action>(tx: &mut Tx<A>, id: &QuestionnaireId) -> AppResult<()> {
    transparency::unseal(tx, Kind::Questionnaire, id.as_str(), Gone::Withdrawn)
}

/// What is sealed of each questionnaire, or of some of them, by its name in the check list.
pub fn contents(conn: &mut Conn, only: Option<&[String]>) -> AppResult<BTreeMap<String, String>> {
    type Row = (String, String, i32, Option<i32>, Option<String>);
    let mut asked = answers::table
        .inner_join(questions::table)
        .select((
            answers::questionnaire_id,
            questions::key,
            answers::part,
            answers::code,
            answers::text,
        ))
        .into_boxed();
    if let Some(only) = only {
        asked = asked.filter(answers::questionnaire_id.eq_any(only));
    }
    let rows: Vec<Row> = asked.load(conn)?;
    let mut found = BTreeMap::<String, Vec<Piece>>::new();
    for (id, question, part, code, text) in rows {
        found.entry(id).or_default().push(Piece {
            question,
            part,
            code,
            text,
        });
    }
    found
        .into_iter()
        .map(|(id, pieces)| Ok((Kind::Questionnaire.subject(&id), written(pieces)?)))
        .collect()
}
