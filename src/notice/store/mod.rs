//! Rows of subscriptions, and what there is to tell about consultations.

pub mod reader;
pub mod subscriptions;
pub mod telling;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::model::{Facts, NewEdition};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    edition_publications, editions, journal, result_publications, strategies,
};
use crate::consultation::Consultation;
use crate::council::model::Paper;
use crate::council::store::{papers, traces};
use crate::strategy::Edition;

pub use subscriptions::subscribers;

/// An edition as it is read: itself, its strategy, number, name and since when it is public.
type EditionRow = (Id<Edition>, String, i32, String, Option<NaiveDateTime>);

/// What there is to tell about some published consultations: three queries, however many there are.
pub fn facts(conn: &mut Conn, consultations: Vec<Consultation>) -> AppResult<Vec<Facts>> {
    let all: Vec<EditionRow> = editions::table
        .inner_join(strategies::table)
        .left_join(edition_publications::table)
        .order((editions::strategy_id, editions::number))
        .select((
            editions::id,
            strategies::slug,
            editions::number,
            editions::name,
            edition_publications::published_at.nullable(),
        ))
        .load(conn)?;
    let (papers, traces) = (papers::published(conn)?, traces::all(conn)?);
    let mut results = results(conn, &consultations)?;
    let mut steps = steps_set(conn, &consultations)?;
    let facts = consultations.into_iter().map(|consultation| {
        let published = consultation.published_at.unwrap_or_default();
        let sets = steps.remove(&subject(&consultation)).unwrap_or_default();
        let later = sets.iter().filter(|at| **at > published);
        Facts {
            editions: newer(&all, &consultation.edition),
            results: results.remove(&consultation.id).unwrap_or_default(),
            steps_set: u32::try_from(sets.len()).unwrap_or(u32::MAX),
            steps_at: later.max().copied(),
            papers: brought(&all, &consultation.edition, &papers),
            traces: traces.clone(),
            consultation,
        }
    });
    Ok(facts.collect())
}

/// The papers that bring this edition or a newer one of its strategy.
fn brought(all: &[EditionRow], laid: &Id<Edition>, papers: &[Paper]) -> Vec<Paper> {
    let Some((_, of, from, ..)) = all.iter().find(|(id, ..)| id == laid) else {
        return Vec::new();
    };
    let is_of = |paper: &&Paper| {
        let edition = paper.details.edition.as_ref();
        let row = all.iter().find(|(id, ..)| Some(id) == edition);
        row.is_some_and(|(_, strategy, n, ..)| strategy == of && n >= from)
    };
    papers.iter().filter(is_of).cloned().collect()
}

/// The public editions of the same strategy that are newer.
fn newer(all: &[EditionRow], laid: &Id<Edition>) -> Vec<NewEdition> {
    let Some((_, of, from, ..)) = all.iter().find(|(id, ..)| id == laid) else {
        return Vec::new();
    };
    let newer = all.iter().filter(|(_, of_, n, ..)| of_ == of && n > from);
    let public = newer.filter_map(|(id, strategy, number, name, at)| {
        Some(NewEdition {
            id: id.clone(),
            strategy: strategy.clone(),
            number: *number,
            name: name.clone(),
            at: at.as_ref()?.and_utc(),
        })
    });
    public.collect()
}

/// When results were published, by consultation.
fn results(
    conn: &mut Conn,
    of: &[Consultation],
) -> AppResult<HashMap<Id<Consultation>, Vec<DateTime<Utc>>>> {
    let ids: Vec<_> = of.iter().map(|one| one.id.clone()).collect();
    let rows: Vec<(Id<Consultation>, NaiveDateTime)> = result_publications::table
        .filter(result_publications::consultation_id.eq_any(ids))
        .order((
            result_publications::consultation_id,
            result_publications::number,
        ))
        .select((
            result_publications::consultation_id,
            result_publications::published_at,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (id, at) in rows {
        found.entry(id).or_default().push(at.and_utc());
    }
    Ok(found)
}

/// How the journal names a consultation.
fn subject(of: &Consultation) -> String {
    format!("consultation:{}", of.slug)
}

/// When steps were set, by consultation: rows of steps keep no history of their own, the journal does.
fn steps_set(
    conn: &mut Conn,
    of: &[Consultation],
) -> AppResult<HashMap<String, Vec<DateTime<Utc>>>> {
    let subjects: Vec<_> = of.iter().map(subject).collect();
    let rows: Vec<(String, NaiveDateTime)> = journal::table
        .filter(journal::subject.eq_any(subjects))
        .filter(journal::detail.like("{\"steps\":%"))
        .select((journal::subject, journal::at))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (subject, at) in rows {
        found.entry(subject).or_default().push(at.and_utc());
    }
    Ok(found)
}
