//! Rows of participations, and the running head count.

pub mod access;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::upsert::excluded;

use super::model::{Channel, Participation};
use super::{EnterContributions, Participate};
use crate::account::{Action, Tx};
use crate::base::db::{Conn, each, insert_all};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{headcounts, participations};
use crate::consultation::Consultation;

/// Begins a participation. `hash` is what is kept of the receipt code.
pub fn start(
    tx: &mut Tx<Participate>,
    consultation: &Id<Consultation>,
    hash: &str,
    today: NaiveDate,
) -> AppResult<Id<Participation>> {
    let mut begun = start_all(tx, &[(consultation, hash, today)])?;
    begun.pop().ok_or(AppError::NotFound)
}

/// Begins participations: in which consultation, what is kept of the receipt code, and the day.
pub fn start_all(
    tx: &mut Tx<Participate>,
    people: &[(&Id<Consultation>, &str, NaiveDate)],
) -> AppResult<Vec<Id<Participation>>> {
    let ids: Vec<_> = people.iter().map(|_| Id::<Participation>::near()).collect();
    let rows: Vec<_> = ids
        .iter()
        .zip(people)
        .map(|(id, (consultation, hash, today))| {
            (
                participations::id.eq(id.clone()),
                participations::consultation_id.eq(Id::clone(consultation)),
                participations::secret_hash.eq((*hash).to_owned()),
                participations::channel.eq(Channel::Online.as_str()),
                participations::started_on.eq(*today),
            )
        })
        .collect();
    insert_all!(tx.conn, participations::table, &rows);
    Ok(ids)
}

/// A participation as it is read.
pub type Row = (
    Id<Participation>,
    Id<Consultation>,
    NaiveDate,
    Option<NaiveDate>,
    Option<NaiveDate>,
);

/// The columns of a [`Row`].
pub const ROW: (
    participations::id,
    participations::consultation_id,
    participations::started_on,
    participations::submitted_on,
    participations::withdrawn_on,
) = (
    participations::id,
    participations::consultation_id,
    participations::started_on,
    participations::submitted_on,
    participations::withdrawn_on,
);

impl From<Row> for Participation {
    fn from((id, consultation, started_on, submitted_on, withdrawn_on): Row) -> Self {
        Self {
            id,
            consultation,
            started_on,
            submitted_on,
            withdrawn_on,
        }
    }
}

/// The participation a receipt code opens.
pub fn find(conn: &mut Conn, hash: &str) -> AppResult<Participation> {
    let row: Row = participations::table
        .filter(participations::secret_hash.eq(hash))
        .select(ROW)
        .first(conn)?;
    Ok(row.into())
}

/// The participations that several receipt codes open, by what is kept of each code; those that open nothing are left out.
pub fn find_each(conn: &mut Conn, hashes: &[String]) -> AppResult<HashMap<String, Participation>> {
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Option<String>, Row)> = participations::table
        .filter(participations::secret_hash.eq_any(hashes))
        .select((participations::secret_hash, ROW))
        .load(conn)?;
    let found = rows.into_iter();
    Ok(found
        .filter_map(|(hash, row)| Some((hash?, row.into())))
        .collect())
}

/// Enters participations that came on another channel, each on its day, and counts the people. A few hundred at most.
pub fn enter_many(
    tx: &mut Tx<EnterContributions>,
    consultation: &Id<Consultation>,
    channel: Channel,
    people: &[(Id<Participation>, NaiveDate)],
) -> AppResult<()> {
    let rows: Vec<_> = people
        .iter()
        .map(|(id, day)| {
            (
                participations::id.eq(id.clone()),
                participations::consultation_id.eq(consultation.clone()),
                participations::channel.eq(channel.as_str()),
                participations::started_on.eq(*day),
                participations::submitted_on.eq(*day),
            )
        })
        .collect();
    insert_all!(tx.conn, participations::table, &rows);
    let mut days = std::collections::BTreeMap::new();
    for (_, day) in people {
        *days.entry(*day).or_insert(0) += 1;
    }
    for (day, n) in days {
        count_person(tx, consultation, channel, day, n)?;
    }
    Ok(())
}

/// Notes the day of the first submission.
pub fn mark_submitted(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    today: NaiveDate,
) -> AppResult<()> {
    mark_all_submitted(tx, &participation.consultation, &[&participation.id], today)
}

/// The same for several people of a consultation.
pub fn mark_all_submitted(
    tx: &mut Tx<Participate>,
    consultation: &Id<Consultation>,
    people: &[&Id<Participation>],
    today: NaiveDate,
) -> AppResult<()> {
    diesel::update(participations::table.filter(participations::id.eq_any(people)))
        .set((
            participations::submitted_on.eq(today),
            participations::withdrawn_on.eq(None::<NaiveDate>),
        ))
        .execute(tx.conn)?;
    let n = i64::try_from(people.len()).unwrap_or(i64::MAX);
    count_person(tx, consultation, Channel::Online, today, n)
}

/// Notes the day of the withdrawal and no longer counts the person.
pub fn mark_withdrawn(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    today: NaiveDate,
) -> AppResult<()> {
    diesel::update(participations::table.find(&participation.id))
        .set((
            participations::submitted_on.eq(None::<NaiveDate>),
            participations::withdrawn_on.eq(today),
        ))
        .execute(tx.conn)?;
    if let Some(day) = participation.submitted_on {
        count_person(tx, &participation.consultation, Channel::Online, day, -1)?;
    }
    Ok(())
}

/// Adds to the running head count of a day.
pub fn count_person<A: Action>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    channel: Channel,
    day: NaiveDate,
    by: i64,
) -> AppResult<()> {
    let row = (
        headcounts::consultation_id.eq(consultation),
        headcounts::day.eq(day),
        headcounts::channel.eq(channel.as_str()),
        headcounts::n.eq(by),
    );
    each!(tx.conn, conn => diesel::insert_into(headcounts::table)
        .values(row)
        .on_conflict((headcounts::consultation_id, headcounts::day, headcounts::channel))
        .do_update()
        .set(headcounts::n.eq(headcounts::n + excluded(headcounts::n)))
        .execute(conn))?;
    Ok(())
}

/// How many people have taken part before a day; the public figure "as of yesterday".
pub fn people_before(conn: &mut Conn, day: NaiveDate) -> AppResult<Vec<(Id<Consultation>, i64)>> {
    let rows: Vec<(Id<Consultation>, i64)> = headcounts::table
        .filter(headcounts::day.lt(day))
        .select((headcounts::consultation_id, headcounts::n))
        .load(conn)?;
    let mut totals = std::collections::BTreeMap::new();
    for (consultation, n) in rows {
        *totals.entry(consultation).or_insert(0) += n;
    }
    Ok(totals.into_iter().collect())
}

/// How many people have taken part in all.
pub fn head_count(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<i64> {
    Ok(people_by_day(conn, consultation)?
        .into_iter()
        .map(|(_, _, n)| n)
        .sum())
}

/// People by the day of their first submission and by channel.
pub fn people_by_day(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<Vec<(NaiveDate, String, i64)>> {
    Ok(headcounts::table
        .filter(headcounts::consultation_id.eq(consultation))
        .order((headcounts::day, headcounts::channel))
        .select((headcounts::day, headcounts::channel, headcounts::n))
        .load(conn)?)
}
