//! Running counts: read for results, added to by submissions, recounted by `trialog verify`.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::account::{Action, Tx};
use crate::base::db::{Conn, each, each_row, upsert_all};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    answers, headcounts, participations, questionnaires, questions, survey_days, surveys, tallies,
};
use crate::consultation::Consultation;
use crate::participation::Channel;
use crate::survey::model::{Cell, Survey};
use crate::survey::tally::{Place, Tally};

/// Adds changes to the tallies, in the transaction that made them.
pub(super) fn apply<A: Action>(tx: &mut Tx<A>, changes: &Tally) -> AppResult<()> {
    let row = |((question, part, code), n): (Place, i64)| {
        (
            tallies::question_id.eq(question),
            tallies::part.eq(part),
            tallies::code.eq(code),
            tallies::n.eq(n),
        )
    };
    let rows: Vec<_> = changes.changes().map(row).collect();
    upsert_all!(tx.conn, rows, some => diesel::insert_into(tallies::table)
        .values(some)
        .on_conflict((tallies::question_id, tallies::part, tallies::code))
        .do_update()
        .set(tallies::n.eq(tallies::n + excluded(tallies::n))));
    Ok(())
}

/// Adds to the number of questionnaires of a day and channel.
pub(super) fn count_questionnaires<A: Action>(
    tx: &mut Tx<A>,
    survey: &Id<Survey>,
    channel: Channel,
    day: NaiveDate,
    by: i64,
) -> AppResult<()> {
    let row = (
        survey_days::survey_id.eq(survey),
        survey_days::day.eq(day),
        survey_days::channel.eq(channel.as_str()),
        survey_days::n.eq(by),
    );
    each!(tx.conn, conn => diesel::insert_into(survey_days::table)
        .values(row)
        .on_conflict((survey_days::survey_id, survey_days::day, survey_days::channel))
        .do_update()
        .set(survey_days::n.eq(survey_days::n + excluded(survey_days::n)))
        .execute(conn))?;
    Ok(())
}

/// The tallies of all surveys of a consultation.
pub fn tallies_of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Tally> {
    let rows: Vec<(i32, i32, i32, i64)> = tallies::table
        .inner_join(questions::table.inner_join(surveys::table))
        .filter(surveys::consultation_id.eq(consultation))
        .select((
            tallies::question_id,
            tallies::part,
            tallies::code,
            tallies::n,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(question, part, code, n)| ((question, part, code), n))
        .collect())
}

/// So many questionnaires of a survey, of a day, by a channel.
pub type DayCount = (Id<Survey>, NaiveDate, String, i64);

/// Questionnaires by survey, day and channel.
pub fn questionnaires_by_day(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<Vec<DayCount>> {
    Ok(survey_days::table
        .inner_join(surveys::table)
        .filter(surveys::consultation_id.eq(consultation))
        .order((
            survey_days::survey_id,
            survey_days::day,
            survey_days::channel,
        ))
        .select((
            survey_days::survey_id,
            survey_days::day,
            survey_days::channel,
            survey_days::n,
        ))
        .load(conn)?)
}

/// So many questionnaires of a survey of a consultation.
pub type SurveyCount = (Id<Consultation>, Id<Survey>, i64);

/// Questionnaires by survey that came before a day; the public figure "as of yesterday". Profiles are not
/// questionnaires.
pub fn questionnaires_before(conn: &mut Conn, day: NaiveDate) -> AppResult<Vec<SurveyCount>> {
    let rows: Vec<SurveyCount> = survey_days::table
        .inner_join(surveys::table)
        .filter(survey_days::day.lt(day).and(surveys::is_profile.eq(false)))
        .select((surveys::consultation_id, surveys::id, survey_days::n))
        .load(conn)?;
    let mut totals = std::collections::BTreeMap::new();
    for (consultation, survey, n) in rows {
        *totals.entry((consultation, survey)).or_insert(0) += n;
    }
    Ok(totals
        .into_iter()
        .map(|((consultation, survey), n)| (consultation, survey, n))
        .collect())
}

/// A running count that differs from the rows.
#[derive(Debug, PartialEq, Eq)]
pub struct Recount {
    /// What was counted.
    pub what: String,
    /// The running count.
    pub kept: i64,
    /// The count of the rows.
    pub counted: i64,
}

/// Counts everything anew from the rows and names each difference. The rows are read one by one: however many there are, it takes
/// no more memory.
pub fn recount(conn: &mut Conn) -> AppResult<Vec<Recount>> {
    let mut counted = Tally::default();
    let mut answered = std::collections::BTreeMap::<i32, i64>::new();
    let mut last = (String::new(), 0);
    each_row!(
        conn,
        (String, i32, i32, Option<i32>, Option<String>),
        answers::table
            .order((answers::questionnaire_id, answers::question_id))
            .select((
                answers::questionnaire_id,
                answers::question_id,
                answers::part,
                answers::code,
                answers::text,
            )),
        |(questionnaire, question, part, code, text)| -> AppResult<()> {
            counted.add(question, &[Cell { part, code, text }], 1);
            let answer = (questionnaire, question);
            if answer != last {
                *answered.entry(question).or_default() += 1;
                last = answer;
            }
            Ok(())
        }
    );
    let kept: Vec<(i32, i32, i32, i64)> = tallies::table
        .select((
            tallies::question_id,
            tallies::part,
            tallies::code,
            tallies::n,
        ))
        .load(conn)?;
    let kept: Tally = kept
        .into_iter()
        .map(|(q, part, code, n)| ((q, part, code), n))
        .collect();
    let name =
        |(question, part, code): Place| format!("question {question}, part {part}, code {code}");
    let mut found = differences(kept.entries(), counted.entries(), name);
    let name = |question: i32| format!("answers to question {question}");
    found.extend(differences(kept.all_answered(), answered, name));
    found.extend(recount_days(conn)?);
    found.extend(recount_people(conn)?);
    Ok(found)
}

fn recount_days(conn: &mut Conn) -> AppResult<Vec<Recount>> {
    type Day = (String, NaiveDate, String);
    let kept: Vec<(String, NaiveDate, String, i64)> = survey_days::table
        .select((
            survey_days::survey_id,
            survey_days::day,
            survey_days::channel,
            survey_days::n,
        ))
        .load(conn)?;
    let mut counted = std::collections::BTreeMap::<Day, i64>::new();
    each_row!(
        conn,
        Day,
        questionnaires::table.select((
            questionnaires::survey_id,
            questionnaires::received_on,
            questionnaires::channel,
        )),
        |row: Day| -> AppResult<()> {
            *counted.entry(row).or_default() += 1;
            Ok(())
        }
    );
    let kept = kept
        .into_iter()
        .filter(|row| row.3 != 0)
        .map(|(s, d, c, n)| ((s, d, c), n));
    let name = |(survey, day, channel): Day| format!("questionnaires {survey}, {day}, {channel}");
    Ok(differences(kept, counted, name))
}

fn recount_people(conn: &mut Conn) -> AppResult<Vec<Recount>> {
    type Day = (String, NaiveDate, String);
    let kept: Vec<(String, NaiveDate, String, i64)> = headcounts::table
        .select((
            headcounts::consultation_id,
            headcounts::day,
            headcounts::channel,
            headcounts::n,
        ))
        .load(conn)?;
    let mut counted = std::collections::BTreeMap::<Day, i64>::new();
    each_row!(
        conn,
        (String, Option<NaiveDate>, String),
        participations::table
            .filter(participations::submitted_on.is_not_null())
            .select((
                participations::consultation_id,
                participations::submitted_on,
                participations::channel,
            )),
        |(consultation, day, channel)| -> AppResult<()> {
            if let Some(day) = day {
                *counted.entry((consultation, day, channel)).or_default() += 1;
            }
            Ok(())
        }
    );
    let kept = kept
        .into_iter()
        .filter(|row| row.3 != 0)
        .map(|(c, d, w, n)| ((c, d, w), n));
    let name =
        |(consultation, day, channel): Day| format!("people {consultation}, {day}, {channel}");
    Ok(differences(kept, counted, name))
}

fn differences<K: Ord + Clone>(
    kept: impl IntoIterator<Item = (K, i64)>,
    counted: impl IntoIterator<Item = (K, i64)>,
    name: impl Fn(K) -> String,
) -> Vec<Recount> {
    let mut both = std::collections::BTreeMap::<K, (i64, i64)>::new();
    for (key, n) in kept {
        both.entry(key).or_default().0 += n;
    }
    for (key, n) in counted {
        both.entry(key).or_default().1 += n;
    }
    both.into_iter()
        .filter(|(_, (kept, counted))| kept != counted)
        .map(|(key, (kept, counted))| Recount {
            what: name(key),
            kept,
            counted,
        })
        .collect()
}
