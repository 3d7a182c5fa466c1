//! Questionnaires that come into being, one or many at once: a statement carries the rows of all of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::counts::{apply, count_questionnaires};
use super::sealing::seal_fresh;
use super::{ImportBatch, QuestionnaireId};
use crate::account::{Action, Tx};
use crate::base::db::insert_all;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, free_texts, questionnaires};
use crate::consultation::Consultation;
use crate::participation::{Channel, Participation};
use crate::survey::model::{Cell, FreeText, Survey, TextState};
use crate::survey::tally::Tally;

/// The answers of one questionnaire, by question.
pub(super) type Cells = BTreeMap<i32, Vec<Cell>>;

/// One survey, answered by one person, before it is a row.
pub(super) struct Fresh<'a> {
    /// What was asked.
    pub survey: &'a Survey,
    /// In which consultation.
    pub consultation: &'a Id<Consultation>,
    /// By whom it was answered.
    pub participation: Id<Participation>,
    /// How it came.
    pub channel: Channel,
    /// On which day.
    pub day: NaiveDate,
    /// With which file.
    pub batch: Option<&'a Id<ImportBatch>>,
    /// What was answered; never empty.
    pub cells: Cells,
}

/// What questionnaires add to the running counts; written once for many.
#[derive(Default)]
pub(super) struct Counts {
    /// Answers that began to count, and those that were taken back.
    pub changes: Tally,
    days: BTreeMap<(Id<Survey>, &'static str, NaiveDate), (Channel, i64)>,
}

impl Counts {
    /// Adds everything to the running counts.
    pub fn write<A: Action>(self, tx: &mut Tx<A>) -> AppResult<()> {
        for ((survey, _, day), (channel, n)) in self.days {
            count_questionnaires(tx, &survey, channel, day, n)?;
        }
        apply(tx, &self.changes)
    }
}

/// Writes questionnaires with their answers, texts that wait and lines of the check list. They count once `counts` is written.
pub(super) fn insert_fresh<A: Action>(
    tx: &mut Tx<A>,
    fresh: &[Fresh<'_>],
    counts: &mut Counts,
) -> AppResult<()> {
    let mut named: Vec<(QuestionnaireId, &Fresh<'_>)> =
        fresh.iter().map(|fresh| (Id::near(), fresh)).collect();
    // By chance, which is the order of the indexes too: the next row then lies where the last one did.
    named.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    insert_rows(tx, &named)?;
    insert_answers(tx, &named)?;
    seal_fresh(tx, &named)?;
    for one in fresh {
        let place = (one.survey.id.clone(), one.channel.as_str(), one.day);
        counts.days.entry(place).or_insert((one.channel, 0)).1 += 1;
        for (question, cells) in &one.cells {
            counts.changes.add(*question, cells, 1);
        }
    }
    Ok(())
}

fn insert_rows<A: Action>(
    tx: &mut Tx<A>,
    named: &[(QuestionnaireId, &Fresh<'_>)],
) -> AppResult<()> {
    let rows: Vec<_> = named
        .iter()
        .map(|(id, fresh)| {
            (
                questionnaires::id.eq(id.clone()),
                questionnaires::survey_id.eq(fresh.survey.id.clone()),
                questionnaires::participation_id.eq(fresh.participation.clone()),
                questionnaires::channel.eq(fresh.channel.as_str()),
                questionnaires::received_on.eq(fresh.day),
                questionnaires::batch_id.eq(fresh.batch.cloned()),
            )
        })
        .collect();
    insert_all!(tx.conn, questionnaires::table, &rows);
    Ok(())
}

fn insert_answers<A: Action>(
    tx: &mut Tx<A>,
    named: &[(QuestionnaireId, &Fresh<'_>)],
) -> AppResult<()> {
    let (mut rows, mut texts) = (Vec::new(), Vec::new());
    for (id, fresh) in named {
        for (question, cells) in &fresh.cells {
            for cell in cells {
                rows.push((
                    answers::questionnaire_id.eq(id.clone()),
                    answers::question_id.eq(*question),
                    answers::part.eq(cell.part),
                    answers::code.eq(cell.code),
                    answers::text.eq(cell.text.clone()),
                ));
            }
            if cells.iter().any(|cell| cell.text.is_some()) {
                texts.push((*question, Id::<FreeText>::near_in(*question), id));
            }
        }
    }
    texts.sort_unstable();
    let texts: Vec<_> = texts
        .into_iter()
        .map(|(question, text, id)| {
            (
                free_texts::id.eq(text),
                free_texts::source.eq("answer"),
                free_texts::question_id.eq(question),
                free_texts::questionnaire_id.eq(id.clone()),
                free_texts::state.eq(TextState::Waiting.as_str()),
            )
        })
        .collect();
    insert_all!(tx.conn, answers::table, &rows);
    insert_all!(tx.conn, free_texts::table, &texts);
    Ok(())
}
