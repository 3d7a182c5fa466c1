//! Rows of publications.

pub(super) mod columns;
mod freeze;
mod invited;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use data_encoding::HEXLOWER;
use diesel::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::PublishResults;
use super::model::Snapshot;
use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Limits;
use crate::base::id::Id;
use crate::base::schema::{consultations, result_publications};
use crate::consultation::{Consultation, Openness, TrackKind};
use crate::transparency;

/// Published results.
pub struct Published {
    /// 1 for the first publication of a consultation.
    pub number: i32,
    /// When they became public.
    pub at: DateTime<Utc>,
    /// SHA-256 of the snapshot, in hexadecimal digits.
    pub sha256: String,
    /// The figures.
    pub snapshot: Snapshot,
}

/// What came of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishOutcome {
    /// Public from now on.
    Published {
        /// 1 for the first publication.
        number: i32,
        /// SHA-256 of the snapshot.
        sha256: String,
    },
    /// These very figures are public already.
    Unchanged {
        /// The number of that publication.
        number: i32,
    },
    /// The survey still takes answers; results are published after its end.
    StillOpen {
        /// Its last day.
        until: NaiveDate,
    },
    /// The consultation has no survey.
    Nothing,
}

/// Freezes the figures of a consultation and shows them to everyone.
pub fn publish(
    tx: &mut Tx<PublishResults>,
    consultation: &Consultation,
    limits: Limits,
    zone: Zone,
) -> AppResult<PublishOutcome> {
    let Some(track) = consultation.track(TrackKind::Survey) else {
        return Ok(PublishOutcome::Nothing);
    };
    if track.window.at(tx.now) != Openness::Over {
        return Ok(PublishOutcome::StillOpen {
            until: track.window.last_day(zone),
        });
    }
    let snapshot = freeze::freeze(tx.conn, consultation, limits)?;
    let body = serde_json::to_string(&snapshot).map_err(anyhow::Error::from)?;
    let sha256 = HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    let last: Option<(i32, String)> = result_publications::table
        .filter(result_publications::consultation_id.eq(&consultation.id))
        .order(result_publications::number.desc())
        .select((result_publications::number, result_publications::sha256))
        .first(tx.conn)
        .optional()?;
    let number = match last {
        Some((number, known)) if known == sha256 => {
            return Ok(PublishOutcome::Unchanged { number });
        }
        Some((number, _)) => number + 1,
        None => 1,
    };
    let author = tx.author();
    diesel::insert_into(result_publications::table)
        .values((
            result_publications::id.eq(Id::<Published>::at(tx.now)),
            result_publications::consultation_id.eq(&consultation.id),
            result_publications::number.eq(number),
            result_publications::published_at.eq(tx.now.naive_utc()),
            result_publications::published_by.eq(author),
            result_publications::sha256.eq(&sha256),
            result_publications::body.eq(body),
        ))
        .execute(tx.conn)?;
    let counts = snapshot.surveys.iter();
    let counts = counts.map(|survey| (survey.slug.clone(), survey.questionnaires()));
    transparency::announce(tx, consultation, &sha256, counts.collect())?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "results": number, "sha256": sha256 }),
    )?;
    Ok(PublishOutcome::Published { number, sha256 })
}

/// A publication as it is kept.
pub struct Frozen {
    /// The consultation.
    pub slug: String,
    /// Its digest.
    pub sha256: String,
    /// Whether the figures are those of the digest.
    pub is_whole: bool,
}

/// Every publication, for whoever verifies.
pub fn frozen(conn: &mut Conn) -> AppResult<Vec<Frozen>> {
    let rows: Vec<(String, String, String)> = result_publications::table
        .inner_join(consultations::table)
        .order(result_publications::id)
        .select((
            consultations::slug,
            result_publications::sha256,
            result_publications::body,
        ))
        .load(conn)?;
    let frozen = |(slug, sha256, body): (String, String, String)| Frozen {
        is_whole: HEXLOWER.encode(&Sha256::digest(body.as_bytes())) == sha256,
        slug,
        sha256,
    };
    Ok(rows.into_iter().map(frozen).collect())
}

/// The figures as they stand now: before results are published, for whoever may see them.
///
/// # Errors
/// Never by itself.
pub fn running(
    conn: &mut Conn,
    consultation: &Consultation,
    limits: Limits,
) -> AppResult<Snapshot> {
    freeze::freeze(conn, consultation, limits)
}

type Row = (i32, NaiveDateTime, String, String);

fn read((number, at, sha256, body): Row) -> AppResult<Published> {
    let snapshot = serde_json::from_str(&body).map_err(anyhow::Error::from)?;
    Ok(Published {
        number,
        at: at.and_utc(),
        sha256,
        snapshot,
    })
}

/// The newest published results of a consultation. Not published and not there answer alike: not found.
pub fn newest(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Published> {
    let row: Option<Row> = result_publications::table
        .filter(result_publications::consultation_id.eq(consultation))
        .order(result_publications::number.desc())
        .select((
            result_publications::number,
            result_publications::published_at,
            result_publications::sha256,
            result_publications::body,
        ))
        .first(conn)
        .optional()?;
    read(row.ok_or(AppError::NotFound)?)
}

/// Since when the results of consultations are public: the first publication of each.
pub fn published_on(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, DateTime<Utc>>> {
    let rows: Vec<(Id<Consultation>, NaiveDateTime)> = result_publications::table
        .filter(result_publications::number.eq(1))
        .select((
            result_publications::consultation_id,
            result_publications::published_at,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, at)| (id, at.and_utc()))
        .collect())
}

/// All published results, the newest of each consultation.
pub fn list_published(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, Published>> {
    let rows: Vec<(Id<Consultation>, Row)> = result_publications::table
        .order(result_publications::number)
        .select((
            result_publications::consultation_id,
            (
                result_publications::number,
                result_publications::published_at,
                result_publications::sha256,
                result_publications::body,
            ),
        ))
        .load(conn)?;
    // Later numbers replace earlier ones.
    let newest: HashMap<_, _> = rows.into_iter().collect();
    newest
        .into_iter()
        .map(|(id, row)| Ok((id, read(row)?)))
        .collect()
}
