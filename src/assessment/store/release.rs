//! Who may read what became of the contributions.

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

/// Since when who may read what became of the contributions of a consultation.
pub fn released(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Released> {
    let rows: Vec<(String, NaiveDateTime)> = outcome_releases::table
        .filter(outcome_releases::consultation_id.eq(consultation))
        .select((outcome_releases::audience, outcome_releases::released_at))
        .load(conn)?;
    let at = |audience: Audience| {
        let mut rows = rows.iter();
        let found = rows.find(|(name, _)| name == audience.as_str());
        found.map(|(_, at)| at.and_utc())
    };
    Ok(Released {
        council: at(Audience::Council),
        public: at(Audience::Public),
    })
}

/// Shows it to an audience. False when everyone should read it and a contribution has no outcome: nothing can be closed without
/// one.
pub fn release(
    tx: &mut Tx<ReleaseOutcomes>,
    of: &Consultation,
    audience: Audience,
) -> AppResult<bool> {
    if audience == Audience::Public && progress(tx.conn, &of.id)?.open > 0 {
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
