//! The bin: a consultation that was deleted while nobody outside saw it waits there and can be brought back.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::publication::anybody;
use super::remove::Removal;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::consultation_removals;
use crate::consultation::PrepareConsultation;
use crate::consultation::model::Consultation;

/// Since when some consultations lie in the bin; the others are left out.
pub(super) fn removals_of<'a>(
    conn: &mut Conn,
    ids: impl Iterator<Item = &'a Id<Consultation>>,
) -> AppResult<HashMap<Id<Consultation>, DateTime<Utc>>> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id<Consultation>, NaiveDateTime)> = consultation_removals::table
        .filter(consultation_removals::consultation_id.eq_any(ids))
        .select((
            consultation_removals::consultation_id,
            consultation_removals::removed_at,
        ))
        .load(conn)?;
    let rows = rows.into_iter().map(|(id, at)| (id, at.and_utc()));
    Ok(rows.collect())
}

/// Lays a consultation into the bin. It keeps everything, also its name in addresses.
pub fn discard(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
) -> AppResult<Removal> {
    if consultation.published_at.is_some() {
        return Ok(Removal::Published);
    }
    if anybody(tx.conn, &consultation.id)? {
        return Ok(Removal::SomebodyTakesPart);
    }
    if consultation.removed_at.is_some() {
        return Ok(Removal::Done);
    }
    let author = tx.author();
    diesel::insert_into(consultation_removals::table)
        .values((
            consultation_removals::consultation_id.eq(&consultation.id),
            consultation_removals::removed_at.eq(tx.now.naive_utc()),
            consultation_removals::removed_by.eq(author),
        ))
        .execute(tx.conn)?;
    note(tx, consultation, "binned")?;
    Ok(Removal::Done)
}

/// Takes a consultation out of the bin, as it was. Gives whether it lay there.
pub fn bring_back(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
) -> AppResult<bool> {
    let lay =
        diesel::delete(consultation_removals::table.find(&consultation.id)).execute(tx.conn)?;
    if lay > 0 {
        note(tx, consultation, "brought-back")?;
    }
    Ok(lay > 0)
}

fn note(tx: &mut Tx<PrepareConsultation>, consultation: &Consultation, did: &str) -> AppResult<()> {
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "did": did }),
    )
}
