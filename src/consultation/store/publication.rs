//! Showing a consultation to everyone, and taking that back while nobody has relied on it.

use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{consultation_publications, organisation_invitations, participations};
use crate::consultation::PrepareConsultation;
use crate::consultation::model::Consultation;

/// What came of taking a publication back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// Only the administration sees it now.
    Done,
    /// It was not published.
    NotPublished,
    /// Somebody takes part already, so it stays.
    SomebodyTakesPart,
}

/// Shows a consultation to everyone, also one that lay in the bin. Publishing it again changes nothing; gives whether this
/// call did it.
pub fn publish(tx: &mut Tx<PrepareConsultation>, consultation: &Consultation) -> AppResult<bool> {
    let author = tx.author();
    let there: i64 = consultation_publications::table
        .filter(consultation_publications::consultation_id.eq(&consultation.id))
        .count()
        .get_result(tx.conn)?;
    if there > 0 {
        return Ok(false);
    }
    super::bin::bring_back(tx, consultation)?;
    diesel::insert_into(consultation_publications::table)
        .values((
            consultation_publications::consultation_id.eq(&consultation.id),
            consultation_publications::published_at.eq(tx.now.naive_utc()),
            consultation_publications::published_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "published": true }),
    )?;
    Ok(true)
}

/// Takes the publication back. Whoever has begun to answer, or has handed in and withdrawn, holds a code that must stay
/// good; so it only works while there is nobody.
pub fn withdraw(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
) -> AppResult<Withdrawal> {
    if anybody(tx.conn, &consultation.id)? {
        return Ok(Withdrawal::SomebodyTakesPart);
    }
    let gone =
        diesel::delete(consultation_publications::table.find(&consultation.id)).execute(tx.conn)?;
    if gone == 0 {
        return Ok(Withdrawal::NotPublished);
    }
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "published": false }),
    )?;
    Ok(Withdrawal::Done)
}

/// Whether anybody has begun to take part: a resident, or an organisation that has taken its invitation up.
pub(super) fn anybody(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<bool> {
    let found: Option<String> = participations::table
        .filter(participations::consultation_id.eq(consultation))
        .select(participations::channel)
        .first(conn)
        .optional()?;
    let invited: i64 = organisation_invitations::table
        .filter(organisation_invitations::consultation_id.eq(consultation))
        .filter(organisation_invitations::taken_up_at.is_not_null())
        .count()
        .get_result(conn)?;
    Ok(found.is_some() || invited > 0)
}
