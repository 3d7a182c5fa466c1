//! The moment answers begin to count, change, or stop counting: rows, tallies and head count in one transaction.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::QuestionnaireId;
use super::book::Book;
use super::counts::{apply, count_questionnaires};
use super::drafts::drafts_of;
use super::fresh::{Cells, Counts, Fresh, insert_fresh};
use super::sealing::{seal, unseal};
use super::texts::{begin_texts, forget_texts};
use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, drafts, questionnaires};
use crate::participation::{Channel, Participate, Participation, mark_submitted, mark_withdrawn};
use crate::survey::model::{Answer, Cell, Survey};
use crate::survey::tally::Tally;

/// What came of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// The answers count from now on.
    First,
    /// They had been counted; what was changed now counts as changed.
    Again,
    /// There is no answer to submit.
    Empty,
    /// A survey was begun, but a question of it that must be answered is not.
    Incomplete,
}

/// Lets the typed answers count, in place of whatever counted before. Sending the same again changes nothing.
pub fn submit(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    today: NaiveDate,
) -> AppResult<Submitted> {
    let book = Book::of(tx.conn, &participation.consultation)?;
    submit_to(tx, participation, &book, today)
}

/// The same for whoever has read the surveys already, and knows that they are as they were.
pub(super) fn submit_to(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    book: &Book,
    today: NaiveDate,
) -> AppResult<Submitted> {
    let typed = drafts_of(tx.conn, &participation.id)?;
    let surveys = match counting(book, &typed) {
        Ok(surveys) => surveys,
        Err(refused) => return Ok(refused),
    };
    let mut counted = counted_cells(tx.conn, &participation.id)?;
    let mut figures = Counts::default();
    let of = (&participation.consultation, &participation.id);
    let mut fresh = Vec::new();
    for (survey, new) in surveys {
        match (counted.remove(&survey.id), new.is_empty()) {
            (None, true) => {}
            (None, false) => fresh.push(Fresh {
                survey,
                consultation: &participation.consultation,
                participation: participation.id.clone(),
                channel: Channel::Online,
                day: today,
                batch: None,
                cells: new,
            }),
            (Some(old), true) => remove(tx, &survey.id, &old, &mut figures.changes)?,
            (Some(old), false) if old.cells == new => {}
            (Some(old), false) => {
                replace(tx, &old, &new, &mut figures.changes)?;
                seal(tx, survey, of, &old.id, &new)?;
            }
        }
    }
    insert_fresh(tx, &fresh, &mut figures)?;
    figures.write(tx)?;
    if participation.submitted_on.is_some() {
        return Ok(Submitted::Again);
    }
    mark_submitted(tx, participation, today)?;
    Ok(Submitted::First)
}

/// What counts of what was typed, survey by survey; else why it cannot.
pub(super) fn counting<'a>(
    book: &'a Book,
    typed: &HashMap<i32, Answer>,
) -> Result<Vec<(&'a Survey, Cells)>, Submitted> {
    let counted = |survey: &'a Survey| (survey, survey.counted(|id| typed.get(&id)));
    let surveys: Vec<_> = book.surveys.iter().map(counted).collect();
    if surveys.iter().all(|(_, cells)| cells.is_empty()) {
        return Err(Submitted::Empty);
    }
    let is_missing = |survey: &Survey| !survey.missing(|id| typed.get(&id)).is_empty();
    if book.surveys.iter().any(is_missing) {
        return Err(Submitted::Incomplete);
    }
    Ok(surveys)
}

/// Takes back everything: answers no longer count and are erased, drafts too.
pub fn withdraw(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    today: NaiveDate,
) -> AppResult<()> {
    let mut changes = Tally::default();
    for (survey, old) in counted_cells(tx.conn, &participation.id)? {
        remove(tx, &survey, &old, &mut changes)?;
    }
    apply(tx, &changes)?;
    diesel::delete(drafts::table.filter(drafts::participation_id.eq(&participation.id)))
        .execute(tx.conn)?;
    mark_withdrawn(tx, participation, today)
}

/// One counted questionnaire.
struct Counted {
    id: QuestionnaireId,
    day: NaiveDate,
    cells: Cells,
}

fn counted_cells(
    conn: &mut Conn,
    participation: &Id<Participation>,
) -> AppResult<BTreeMap<Id<Survey>, Counted>> {
    type Row = (
        QuestionnaireId,
        Id<Survey>,
        NaiveDate,
        i32,
        i32,
        Option<i32>,
        Option<String>,
    );
    let rows: Vec<Row> = questionnaires::table
        .inner_join(answers::table)
        .filter(questionnaires::participation_id.eq(participation))
        .order((answers::question_id, answers::part))
        .select((
            questionnaires::id,
            questionnaires::survey_id,
            questionnaires::received_on,
            answers::question_id,
            answers::part,
            answers::code,
            answers::text,
        ))
        .load(conn)?;
    let mut found: BTreeMap<_, Counted> = BTreeMap::new();
    for (id, survey, day, question, part, code, text) in rows {
        let counted = found.entry(survey).or_insert_with(|| Counted {
            id,
            day,
            cells: Cells::new(),
        });
        counted
            .cells
            .entry(question)
            .or_default()
            .push(Cell { part, code, text });
    }
    Ok(found)
}

/// The answers of a participation that count, by question.
pub fn answers_of(
    conn: &mut Conn,
    participation: &Id<Participation>,
    book: &Book,
) -> AppResult<HashMap<i32, Answer>> {
    let counted = counted_cells(conn, participation)?;
    let kinds = book.surveys.iter().flat_map(|survey| &survey.questions);
    let kinds: HashMap<_, _> = kinds.map(|question| (question.id, question.kind)).collect();
    let cells = counted.into_values().flat_map(|counted| counted.cells);
    Ok(cells
        .filter_map(|(question, cells)| {
            Some((question, Answer::of_cells(*kinds.get(&question)?, &cells)?))
        })
        .collect())
}

pub(super) fn insert_cells<A: Action>(
    tx: &mut Tx<A>,
    questionnaire: &QuestionnaireId,
    cells: &Cells,
) -> AppResult<()> {
    for (question, cells) in cells {
        for cell in cells {
            diesel::insert_into(answers::table)
                .values((
                    answers::questionnaire_id.eq(questionnaire),
                    answers::question_id.eq(question),
                    answers::part.eq(cell.part),
                    answers::code.eq(cell.code),
                    answers::text.eq(&cell.text),
                ))
                .execute(tx.conn)?;
        }
    }
    begin_texts(tx, questionnaire, cells)
}

fn tally(changes: &mut Tally, cells: &Cells, by: i64) {
    for (question, cells) in cells {
        changes.add(*question, cells, by);
    }
}

fn erase_answers(tx: &mut Tx<Participate>, questionnaire: &QuestionnaireId) -> AppResult<()> {
    diesel::delete(answers::table.filter(answers::questionnaire_id.eq(questionnaire)))
        .execute(tx.conn)?;
    Ok(())
}

fn replace(
    tx: &mut Tx<Participate>,
    old: &Counted,
    new: &Cells,
    changes: &mut Tally,
) -> AppResult<()> {
    // A text that was changed has to be read anew: what was decided about is not what stands there now.
    let reworded: Vec<i32> = old
        .cells
        .iter()
        .filter(|(question, cells)| {
            cells.iter().any(|cell| cell.text.is_some()) && new.get(question) != Some(cells)
        })
        .map(|(question, _)| *question)
        .collect();
    if !reworded.is_empty() {
        forget_texts(tx, &old.id, Some(&reworded))?;
    }
    erase_answers(tx, &old.id)?;
    insert_cells(tx, &old.id, new)?;
    tally(changes, &old.cells, -1);
    tally(changes, new, 1);
    Ok(())
}

fn remove(
    tx: &mut Tx<Participate>,
    survey: &Id<Survey>,
    old: &Counted,
    changes: &mut Tally,
) -> AppResult<()> {
    unseal(tx, &old.id)?;
    forget_texts(tx, &old.id, None)?;
    erase_answers(tx, &old.id)?;
    erasure::note(
        tx.conn,
        tx.now,
        erasure::Kind::Questionnaire,
        old.id.as_str(),
    )?;
    diesel::delete(questionnaires::table.find(&old.id)).execute(tx.conn)?;
    count_questionnaires(tx, survey, Channel::Online, old.day, -1)?;
    tally(changes, &old.cells, -1);
    Ok(())
}
