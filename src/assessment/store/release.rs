//! Who may read what became of the contributions.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::progress;
use crate::account::Tx;
use crate::assessment::ReleaseOutcomes;
use crate::assessment::model::Audience;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::outcome_releases;
use crate::consultation::Consultation;
use crate::theme::store::splits::unsplit;

/// Since when who may read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// Councillors.
    pub council: Option<DateTime<Utc>>,
    /// Everyone.
    pub public: Option<DateTime<Utc>>,
}

impl Released {
    /// Since when an audience may read it.
    pub fn to(self, audience: Audience) -> Option<DateTime<Utc>> {
        match audience {
            // What everyone may read, the council may.
            Audience::Council => self.council.or(self.public),
            Audience::Public => self.public,
        }
    }
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        outcome_releases::consultation_id,
        outcome_releases::audience,
        outcome_releases::released_at,
    )
}

type Row = (Id<Consultation>, String, NaiveDateTime);

impl Released {
    fn note(&mut self, (_, audience, at): &Row) {
        match Audience::parse(audience) {
            Some(Audience::Council) => self.council = Some(at.and_utc()),
            Some(Audience::Public) => self.public = Some(at.and_utc()),
            None => {}
        }
    }
}

/// Since when who may read what became of the contributions of a consultation.
pub fn released(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Released> {
    let rows: Vec<Row> = outcome_releases::table
        .filter(outcome_releases::consultation_id.eq(consultation))
        .select(columns())
        .load(conn)?;
    let mut found = Released::default();
    for row in &rows {
        found.note(row);
    }
    Ok(found)
}

/// The same for every consultation of which anybody may read it: one query.
pub fn all_released(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, Released>> {
    let rows: Vec<Row> = outcome_releases::table.select(columns()).load(conn)?;
    let mut found: HashMap<_, Released> = HashMap::new();
    for row in &rows {
        found.entry(row.0.clone()).or_default().note(row);
    }
    Ok(found)
}

/// Shows it to an audience. False when everyone should read it and something has no outcome: a contribution, or a statement that
/// nobody has split yet. Nothing can be closed without one.
pub fn release(
    tx: &mut Tx<ReleaseOutcomes>,
    of: &Consultation,
    audience: Audience,
) -> AppResult<bool> {
    if audience == Audience::Public
        && (progress(tx.conn, &of.id)?.open > 0 || !unsplit(tx.conn, of)?.is_empty())
    {
        return Ok(false);
    }
    if released(tx.conn, &of.id)?.to(audience).is_some() {
        return Ok(true);
    }
    let author = tx.author();
    diesel::insert_into(outcome_releases::table)
        .values((
            outcome_releases::consultation_id.eq(&of.id),
            outcome_releases::audience.eq(audience.as_str()),
            outcome_releases::released_at.eq(tx.now.naive_utc()),
            outcome_releases::released_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", of.slug),
        &json!({ "outcomes_released": audience.as_str() }),
    )?;
    Ok(true)
}

/// Takes back that an audience may read it.
pub fn withdraw(
    tx: &mut Tx<ReleaseOutcomes>,
    of: &Consultation,
    audience: Audience,
) -> AppResult<()> {
    diesel::delete(outcome_releases::table.find((&of.id, audience.as_str()))).execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", of.slug),
        &json!({ "outcomes_withdrawn": audience.as_str() }),
    )
}
