//! What is over, and its end.

mod steps;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Text, Timestamp};
use serde_json::json;

use super::model::{Class, Periods};
use super::{EraseText, Purge, SetRetention};
use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    consultation_publications, consultations, deadline_grants, erasures, free_texts, installation,
    journal, outbox, participations, retention_overrides as overrides, sessions, track_windows,
    tracks,
};
use crate::consultation::Consultation;
use crate::survey::{FreeText, TextState};
use crate::transparency::{Gone, Kind, unseal, unseal_words};
use steps::{Asks, Does, STEPS};

/// Under which name the installation keeps when it was purged last.
const PURGED_AT: &str = "purged-at";

/// Something that is over.
#[derive(Clone, Debug)]
pub struct Over {
    /// Its class.
    pub class: Class,
    /// The consultation it belongs to, by its name in addresses.
    pub consultation: Option<String>,
    /// How many rows, texts, people or whatever the class counts.
    pub ids: Vec<String>,
    step: usize,
}

/// What one consultation does otherwise than the town.
pub fn own(conn: &mut Conn, consultation: &str) -> AppResult<BTreeMap<Class, u32>> {
    let rows: Vec<(String, i32)> = overrides::table
        .filter(overrides::consultation_id.eq(consultation))
        .select((overrides::class, overrides::months))
        .load(conn)?;
    let own =
        |(class, months): (String, i32)| Some((Class::parse(&class)?, u32::try_from(months).ok()?));
    Ok(rows.into_iter().filter_map(own).collect())
}

/// Lets a consultation keep a class for so many months (0: for good), or as long as the town does.
pub fn set(
    tx: &mut Tx<SetRetention>,
    of: &Consultation,
    class: Class,
    months: Option<u32>,
) -> AppResult<()> {
    diesel::delete(overrides::table.find((of.id.as_str(), class.as_str()))).execute(tx.conn)?;
    if let Some(months) = months {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        diesel::insert_into(overrides::table)
            .values((
                overrides::consultation_id.eq(of.id.as_str()),
                overrides::class.eq(class.as_str()),
                overrides::months.eq(months),
                overrides::set_at.eq(tx.now.naive_utc()),
                overrides::set_by.eq(tx.author()),
            ))
            .execute(tx.conn)?;
    }
    tx.journal(
        &format!("consultation:{}", of.slug),
        &json!({ "class": class.as_str(), "months": months }),
    )
}

/// Published consultations with the instant at which the last deadline of all their tracks was over, or is. A deadline that was
/// moved nearer counts as it stood before: nobody loses anything by that.
fn ends(conn: &mut Conn) -> AppResult<BTreeMap<String, (String, DateTime<Utc>)>> {
    let published: Vec<(String, String)> = consultations::table
        .inner_join(consultation_publications::table)
        .select((consultations::id, consultations::slug))
        .load(conn)?;
    let mut windows: Vec<(String, NaiveDateTime)> = track_windows::table
        .inner_join(tracks::table)
        .select((tracks::consultation_id, track_windows::closes_at))
        .load(conn)?;
    let granted: Vec<(String, NaiveDateTime)> = deadline_grants::table
        .select((deadline_grants::consultation_id, deadline_grants::closes_at))
        .load(conn)?;
    windows.extend(granted);
    let mut last: BTreeMap<String, NaiveDateTime> = BTreeMap::new();
    for (id, closes) in windows {
        let end = last.entry(id).or_insert(closes);
        *end = (*end).max(closes);
    }
    let end = |(id, slug): (String, String)| {
        let end = last.get(&id)?.and_utc();
        Some((id, (slug, end)))
    };
    Ok(published.into_iter().filter_map(end).collect())
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Everything that is over at an instant, step by step.
pub fn over(conn: &mut Conn, town: &Periods, now: DateTime<Utc>) -> AppResult<Vec<Over>> {
    let mut all = Vec::new();
    let mut keep = |step: usize, consultation: Option<&String>, found: Vec<Found>| {
        if !found.is_empty() {
            all.push(Over {
                class: STEPS[step].class,
                consultation: consultation.cloned(),
                ids: found.into_iter().map(|found| found.id).collect(),
                step,
            });
        }
    };
    for (id, (slug, end)) in ends(conn)? {
        let periods = town.clone().but(&own(conn, &id)?);
        for (n, step) in STEPS.iter().enumerate() {
            let Some(before) = periods.over_before(step.class, now) else {
                continue;
            };
            let query = sql_query(step.find).bind::<Text, _>(&id);
            let found = match step.asks {
                Asks::Ended if end < before => query.load(conn)?,
                Asks::Since => query.bind::<Timestamp, _>(before.naive_utc()).load(conn)?,
                Asks::Ended | Asks::Before => Vec::new(),
            };
            keep(n, Some(&slug), found);
        }
    }
    for (n, step) in STEPS.iter().enumerate() {
        if step.asks != Asks::Before {
            continue;
        }
        if let Some(before) = town.over_before(step.class, now) {
            let query = sql_query(step.find).bind::<Timestamp, _>(before.naive_utc());
            keep(n, None, query.load(conn)?);
        }
    }
    Ok(all)
}

/// Deletes some of what is over, in one transaction. `is_last`: all of it is gone then, and the journal says so.
pub fn purge(tx: &mut Tx<Purge>, over: &Over, some: &[String], is_last: bool) -> AppResult<()> {
    for id in some {
        one(tx, STEPS[over.step].does, id)?;
    }
    if is_last {
        let subject = match &over.consultation {
            Some(slug) => format!("consultation:{slug}"),
            None => "installation".to_owned(),
        };
        let detail = json!({ "class": over.class.as_str(), "deleted": over.ids.len() });
        tx.journal(&subject, &detail)?;
    }
    Ok(())
}

/// What was sealed in the check list loses its seal with its words.
fn one(tx: &mut Tx<Purge>, does: Does, id: &str) -> AppResult<()> {
    match does {
        Does::Clear => {
            erasure::clear(tx.conn, id)?;
            unseal_words(tx, id)
        }
        Does::Cover => {
            erasure::cover(tx.conn, id)?;
            unseal_words(tx, id)
        }
        Does::Statement => {
            erasure::clear_statement(tx.conn, id)?;
            unseal(tx, Kind::Statement, id, Gone::Erased)
        }
        Does::Sql(statements) => {
            for statement in statements {
                sql_query(*statement).bind::<Text, _>(id).execute(tx.conn)?;
            }
            Ok(())
        }
    }
}

/// Erases the words of one answer or comment. Gives whether there were some.
pub fn erase_text(tx: &mut Tx<EraseText>, id: &Id<FreeText>, reason: &str) -> AppResult<bool> {
    let there: i64 = free_texts::table
        .filter(free_texts::id.eq(id))
        .filter(free_texts::source.eq_any(["answer", "comment"]))
        .filter(free_texts::state.ne(TextState::Erased.as_str()))
        .count()
        .get_result(tx.conn)?;
    if there == 0 {
        return Ok(false);
    }
    erasure::clear(tx.conn, id.as_str())?;
    unseal_words(tx, id.as_str())?;
    erasure::note(tx.conn, tx.now, erasure::Kind::Words, id.as_str())?;
    tx.journal(&format!("text:{id}"), &json!({ "reason": reason }))?;
    Ok(true)
}

/// Notes that the installation was purged with the clock as it is.
pub fn purged(tx: &mut Tx<Purge>) -> AppResult<()> {
    let at = tx.now.to_rfc3339();
    let row = (installation::key.eq(PURGED_AT), installation::value.eq(&at));
    each!(tx.conn, conn => diesel::insert_into(installation::table)
        .values(row)
        .on_conflict(installation::key)
        .do_update()
        .set(installation::value.eq(&at))
        .execute(conn))?;
    Ok(())
}

/// Instants that were written down since the installation was purged last, that one among them: what a leap of the clock shows
/// in. Days count from noon.
pub fn instants(conn: &mut Conn) -> AppResult<Vec<DateTime<Utc>>> {
    let purged: Option<String> = installation::table
        .find(PURGED_AT)
        .select(installation::value)
        .first(conn)
        .optional()?;
    let since: DateTime<Utc> = purged
        .and_then(|at| at.parse().ok())
        .unwrap_or(DateTime::UNIX_EPOCH);
    let after = since.naive_utc();
    let mut all: Vec<NaiveDateTime> = journal::table
        .filter(journal::at.ge(after))
        .select(journal::at)
        .load(conn)?;
    all.extend(
        outbox::table
            .filter(outbox::created_at.ge(after))
            .select(outbox::created_at)
            .load::<NaiveDateTime>(conn)?,
    );
    all.extend(
        sessions::table
            .filter(sessions::seen_at.ge(after))
            .select(sessions::seen_at)
            .load::<NaiveDateTime>(conn)?,
    );
    let days: Vec<NaiveDate> = participations::table
        .filter(participations::started_on.gt(after.date()))
        .select(participations::started_on)
        .distinct()
        .load(conn)?;
    all.extend(days.into_iter().filter_map(|day| day.and_hms_opt(12, 0, 0)));
    let mut all: Vec<_> = all.into_iter().map(|at| at.and_utc()).collect();
    if since > DateTime::UNIX_EPOCH {
        all.push(since);
    }
    Ok(all)
}

/// How many lines the ledger of erasures has.
pub fn ledger_lines(conn: &mut Conn) -> AppResult<i64> {
    Ok(erasures::table.count().get_result(conn)?)
}
