//! Longer deadlines of organisations: asked for, granted, declined.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde_json::json;

use crate::account::{Party, Tx};
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{deadline_grants, deadline_requests};
use crate::consultation::{Consultation, TrackKind};
use crate::statement::model::{Deadlines, Grant, GrantFault, Request, granted};
use crate::statement::{DecideStatements, WriteStatement};

/// When statements on a consultation are in time: one query.
///
/// # Errors
/// Not found, when it takes no statements.
pub fn of(conn: &mut Conn, consultation: &Consultation) -> AppResult<Deadlines> {
    let track = consultation.track(TrackKind::Statements);
    let window = track.ok_or(AppError::NotFound)?.window;
    let grants = grants(conn, &consultation.id)?.into_iter();
    let grants = grants.map(|grant| (grant.party, grant.closes_at));
    Ok(Deadlines::of_grants(window, grants))
}

/// Every longer deadline that was granted on a consultation, the first one first.
pub fn grants(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Grant>> {
    let rows: Vec<(Id<Party>, NaiveDateTime, String, NaiveDateTime)> = deadline_grants::table
        .filter(deadline_grants::consultation_id.eq(consultation))
        .order(deadline_grants::id)
        .select((
            deadline_grants::organisation_id,
            deadline_grants::closes_at,
            deadline_grants::reason,
            deadline_grants::made_at,
        ))
        .load(conn)?;
    let grant = |(party, closes_at, reason, at): (_, NaiveDateTime, _, NaiveDateTime)| Grant {
        party,
        closes_at: closes_at.and_utc(),
        reason,
        at: at.and_utc(),
    };
    Ok(rows.into_iter().map(grant).collect())
}

type RequestRow = (
    Id<Request>,
    Id<Party>,
    NaiveDate,
    String,
    NaiveDateTime,
    Option<String>,
    Option<String>,
    Option<NaiveDateTime>,
);

/// Every request on a consultation, the first one first.
pub fn requests(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Request>> {
    let rows: Vec<RequestRow> = deadline_requests::table
        .filter(deadline_requests::consultation_id.eq(consultation))
        .order(deadline_requests::id)
        .select((
            deadline_requests::id,
            deadline_requests::organisation_id,
            deadline_requests::wished_for,
            deadline_requests::reason,
            deadline_requests::made_at,
            deadline_requests::decision,
            deadline_requests::decision_reason,
            deadline_requests::decided_at,
        ))
        .load(conn)?;
    let request = |(id, party, wished_for, reason, at, decision, why, decided): RequestRow| {
        let decision = decision.map(|word| word == GRANTED).zip(decided);
        Request {
            id,
            party,
            wished_for,
            reason,
            at: at.and_utc(),
            decision: decision
                .map(|(granted, at)| (granted, why.unwrap_or_default(), at.and_utc())),
        }
    };
    Ok(rows.into_iter().map(request).collect())
}

const GRANTED: &str = "granted";
const DECLINED: &str = "declined";

/// How many requests wait for a decision, on all consultations.
pub fn open_requests(conn: &mut Conn) -> AppResult<i64> {
    Ok(deadline_requests::table
        .filter(deadline_requests::decision.is_null())
        .count()
        .get_result(conn)?)
}

/// An organisation asks for a longer deadline. While its last request is undecided, a new one takes its place.
pub fn ask(
    tx: &mut Tx<WriteStatement>,
    consultation: &Consultation,
    party: &Id<Party>,
    wished_for: NaiveDate,
    reason: &str,
) -> AppResult<()> {
    let undecided = deadline_requests::table
        .filter(deadline_requests::consultation_id.eq(&consultation.id))
        .filter(deadline_requests::organisation_id.eq(party))
        .filter(deadline_requests::decision.is_null());
    diesel::delete(undecided).execute(tx.conn)?;
    let author = tx.author();
    diesel::insert_into(deadline_requests::table)
        .values((
            deadline_requests::id.eq(Id::<Request>::at(tx.now)),
            deadline_requests::consultation_id.eq(&consultation.id),
            deadline_requests::organisation_id.eq(party),
            deadline_requests::wished_for.eq(wished_for),
            deadline_requests::reason.eq(reason),
            deadline_requests::made_at.eq(tx.now.naive_utc()),
            deadline_requests::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "deadline_asked": party, "until": wished_for }),
    )
}

/// Done, or which organisation cannot get it and why.
pub type Granted = Result<(), (Id<Party>, GrantFault)>;

/// Grants longer deadlines to organisations, each until its day, whether they asked or not: all or none. What they asked for
/// is decided by it.
///
/// # Errors
/// What speaks against it stands in the inner result, with the organisation.
pub fn grant(
    tx: &mut Tx<DecideStatements>,
    consultation: &Consultation,
    days: &[(Id<Party>, NaiveDate)],
    reason: &str,
    zone: Zone,
) -> AppResult<Granted> {
    let deadlines = of(tx.conn, consultation)?;
    let author = tx.author();
    for (party, last) in days {
        // All are looked at before anything is written: all or none.
        if let Err(fault) = granted(deadlines.of(Some(party)), *last, tx.now, zone) {
            return Ok(Err((party.clone(), fault)));
        }
    }
    let mut by_day: BTreeMap<NaiveDate, Vec<Id<Party>>> = BTreeMap::new();
    for (party, last) in days {
        diesel::insert_into(deadline_grants::table)
            .values((
                deadline_grants::id.eq(Id::<Grant>::at(tx.now)),
                deadline_grants::consultation_id.eq(&consultation.id),
                deadline_grants::organisation_id.eq(party),
                deadline_grants::closes_at.eq(zone.end_of(*last).naive_utc()),
                deadline_grants::reason.eq(reason),
                deadline_grants::made_at.eq(tx.now.naive_utc()),
                deadline_grants::made_by.eq(&author),
            ))
            .execute(tx.conn)?;
        by_day.entry(*last).or_default().push(party.clone());
    }
    for (last, parties) in by_day {
        decide(tx, consultation, &parties, GRANTED, reason)?;
        tx.journal(
            &format!("consultation:{}", consultation.slug),
            &json!({ "deadline_granted": parties, "until": last, "reason": reason }),
        )?;
    }
    Ok(Ok(()))
}

/// Declines what organisations have asked for.
pub fn decline(
    tx: &mut Tx<DecideStatements>,
    consultation: &Consultation,
    parties: &[Id<Party>],
    reason: &str,
) -> AppResult<()> {
    decide(tx, consultation, parties, DECLINED, reason)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "deadline_declined": parties, "reason": reason }),
    )
}

fn decide(
    tx: &mut Tx<DecideStatements>,
    consultation: &Consultation,
    parties: &[Id<Party>],
    decision: &str,
    reason: &str,
) -> AppResult<()> {
    let author = tx.author();
    let undecided = deadline_requests::table
        .filter(deadline_requests::consultation_id.eq(&consultation.id))
        .filter(deadline_requests::organisation_id.eq_any(parties))
        .filter(deadline_requests::decision.is_null());
    diesel::update(undecided)
        .set((
            deadline_requests::decision.eq(decision),
            deadline_requests::decision_reason.eq(reason),
            deadline_requests::decided_at.eq(tx.now.naive_utc()),
            deadline_requests::decided_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}
