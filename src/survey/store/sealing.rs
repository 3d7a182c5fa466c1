//! Questionnaires in the check list: what is sealed, from the answers as they are typed and from the rows as they are kept.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::Serialize;

use super::QuestionnaireId;
use super::fresh::Fresh;
use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, questionnaires, questions};
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::survey::model::{Cell, Survey};
use crate::transparency::store::Shelf;
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

/// Seals what counts from now on.
pub(super) fn seal<A: Action>(
    tx: &mut Tx<A>,
    survey: &Survey,
    (consultation, participation): (&Id<Consultation>, &Id<Participation>),
    id: &QuestionnaireId,
    cells: &BTreeMap<i32, Vec<Cell>>,
) -> AppResult<()> {
    let given = Given {
        kind: Kind::Questionnaire,
        id: id.as_str(),
        owner: Some(participation.as_str()),
        consultation,
        survey: Some(&survey.slug),
        content: &typed(survey, cells)?,
    };
    transparency::seal(tx, &given)
}

/// Seals what comes into being in this transaction.
pub(super) fn seal_fresh<A: Action>(
    tx: &mut Tx<A>,
    fresh: &[(QuestionnaireId, &Fresh<'_>)],
) -> AppResult<()> {
    let contents: Vec<String> = fresh
        .iter()
        .map(|(_, fresh)| typed(fresh.survey, &fresh.cells))
        .collect::<AppResult<_>>()?;
    let given = fresh.iter().zip(&contents);
    let given: Vec<_> = given
        .map(|((id, fresh), content)| Given {
            kind: Kind::Questionnaire,
            id: id.as_str(),
            owner: Some(fresh.participation.as_str()),
            consultation: fresh.consultation,
            survey: Some(&fresh.survey.slug),
            content,
        })
        .collect();
    transparency::seal_new(tx, &given)
}

/// Answers as they were typed, written for their seal.
fn typed(survey: &Survey, cells: &BTreeMap<i32, Vec<Cell>>) -> AppResult<String> {
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

/// Takes the seal off: the answers are gone and do not count any more.
pub(super) fn unseal<A: Action>(tx: &mut Tx<A>, id: &QuestionnaireId) -> AppResult<()> {
    transparency::unseal(tx, Kind::Questionnaire, id.as_str(), Gone::Withdrawn)
}

/// Questionnaires in the check list.
pub const SHELF: Shelf = Shelf {
    kind: Kind::Questionnaire,
    next,
    contents,
};

fn next(conn: &mut Conn, after: &str, most: i64) -> AppResult<Vec<String>> {
    Ok(questionnaires::table
        .filter(questionnaires::id.gt(after))
        .order(questionnaires::id)
        .limit(most)
        .select(questionnaires::id)
        .load(conn)?)
}

/// What is sealed of some questionnaires, by its name in the check list.
pub fn contents(conn: &mut Conn, ids: &[String]) -> AppResult<BTreeMap<String, String>> {
    type Row = (String, String, i32, Option<i32>, Option<String>);
    let rows: Vec<Row> = answers::table
        .inner_join(questions::table)
        .select((
            answers::questionnaire_id,
            questions::key,
            answers::part,
            answers::code,
            answers::text,
        ))
        .filter(answers::questionnaire_id.eq_any(ids))
        .load(conn)?;
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
