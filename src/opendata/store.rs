//! Rows of answers, for evaluators.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::raw::RawSheet;
use crate::base::db::{Conn, at_one_moment, each_row};
use crate::base::error::AppResult;
use crate::base::id::{self, Id};
use crate::base::schema::{answers, invited_participations, questionnaires};
use crate::survey::{Cell, Survey};

/// The name of a questionnaire as the database keeps it.
type Name = [u8; 26];
type HeadRow = (String, String, NaiveDate, Option<String>);
type AnswerRow = (String, i32, i32, Option<i32>, Option<String>);

/// How many questionnaires are read together.
const AT_ONCE: usize = 500;

/// What is known of a questionnaire before its answers are read.
struct Head {
    name: Name,
    received_on: NaiveDate,
    /// By its place in the list of ways that were met.
    channel: u8,
    is_invited: bool,
}

/// All questionnaires of a survey that count, with everything that was answered, one after the other, as they stood at one moment.
/// Without any name, and in no order that tells anything: neither when a questionnaire came nor which others came with it. Only what
/// stands beside the answers lies in memory, 32 bytes each.
///
/// Which hundreds are read together and who comes first among them is left to chance. Those whose names follow each other would be
/// read faster, but they came together ([`Id::near`]).
///
/// # Errors
/// Those of `see`, and when the database does not answer.
pub fn each_sheet(
    conn: &mut Conn,
    survey: &Id<Survey>,
    mut see: impl FnMut(RawSheet) -> AppResult<()>,
) -> AppResult<()> {
    at_one_moment(conn, |conn| {
        let mut channels: Vec<String> = Vec::new();
        let mut heads: Vec<Head> = Vec::new();
        each_row!(
            conn,
            HeadRow,
            questionnaires::table
                .left_join(invited_participations::table.on(
                    invited_participations::participation_id.eq(questionnaires::participation_id)
                ))
                .filter(questionnaires::survey_id.eq(survey))
                .select((
                    questionnaires::id,
                    questionnaires::channel,
                    questionnaires::received_on,
                    invited_participations::participation_id.nullable(),
                )),
            |(id, channel, received_on, invited): HeadRow| -> AppResult<()> {
                let name = id.as_bytes().try_into();
                heads.push(Head {
                    name: name.map_err(anyhow::Error::from)?,
                    received_on,
                    channel: number(&mut channels, channel)?,
                    is_invited: invited.is_some(),
                });
                Ok(())
            }
        );
        shuffle(&mut heads);
        for part in heads.chunks_mut(AT_ONCE) {
            part.sort_unstable_by_key(|head| head.name);
            let mut sheets = some_sheets(conn, part, &channels)?;
            shuffle(&mut sheets);
            for sheet in sheets {
                see(sheet)?;
            }
        }
        Ok(())
    })
}

/// The place of a way in the list of those that were met; a new one goes to its end.
fn number(known: &mut Vec<String>, channel: String) -> AppResult<u8> {
    let place = known.iter().position(|one| *one == channel);
    let place = place.unwrap_or_else(|| {
        known.push(channel);
        known.len() - 1
    });
    Ok(u8::try_from(place).map_err(anyhow::Error::from)?)
}

/// Any order is as likely as any other (Fisher and Yates).
fn shuffle<T>(all: &mut [T]) {
    for last in (1..all.len()).rev() {
        let random = u64::from_le_bytes(id::random());
        let other = random % (last as u64 + 1);
        all.swap(last, usize::try_from(other).unwrap_or_default());
    }
}

/// Some questionnaires, in the order of their names, with their answers.
fn some_sheets(conn: &mut Conn, heads: &[Head], channels: &[String]) -> AppResult<Vec<RawSheet>> {
    let names = heads.iter().map(|head| std::str::from_utf8(&head.name));
    let names: Vec<&str> = names
        .collect::<Result<_, _>>()
        .map_err(anyhow::Error::from)?;
    let sheet = |head: &Head| {
        let channel = channels.get(usize::from(head.channel));
        RawSheet {
            channel: channel.cloned().unwrap_or_default(),
            received_on: head.received_on,
            is_invited: head.is_invited,
            cells: Vec::new(),
        }
    };
    let mut sheets: Vec<RawSheet> = heads.iter().map(sheet).collect();
    each_row!(
        conn,
        AnswerRow,
        answers::table
            .filter(answers::questionnaire_id.eq_any(&names))
            .select((
                answers::questionnaire_id,
                answers::question_id,
                answers::part,
                answers::code,
                answers::text,
            )),
        |(of, question, part, code, text): AnswerRow| -> AppResult<()> {
            let place = names.binary_search(&of.as_str()).ok();
            if let Some(sheet) = place.and_then(|place| sheets.get_mut(place)) {
                sheet.cells.push((question, Cell { part, code, text }));
            }
            Ok(())
        }
    );
    Ok(sheets)
}
