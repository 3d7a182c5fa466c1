//! Rows of access codes. Only keyed hashes of codes are kept, and whether each is used.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde_json::json;

use crate::account::{Action, Permission, Tx};
use crate::base::db::{Conn, each};
use crate::base::error::{AppError, AppResult};
use crate::base::id::{self, Id};
use crate::base::schema::{
    access_code_batches, access_codes, consultation_access, invited_participations,
};
use crate::base::secret::Secrets;
use crate::consultation::Consultation;
use crate::participation::access::{Access, AccessCode};
use crate::participation::{Participate, Participation};

/// Make access codes, print letters, and decide who may take part.
pub struct ManageCodes;

impl Action for ManageCodes {
    const NAME: &'static str = "access.codes";
    const NEEDS: Permission = Permission::Edit;
}

/// A set of codes that were made together.
#[derive(Clone, Debug)]
pub struct CodeSet {
    /// Its identity.
    pub id: Id<CodeSet>,
    /// What the administration calls it.
    pub name: String,
    /// How many codes.
    pub codes: usize,
    /// How many are used.
    pub used: usize,
    /// From what the codes can be made again; none once the set is sealed.
    pub seed: Option<String>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

impl CodeSet {
    /// All codes with their numbers from 1; none once the set is sealed.
    pub fn all<'a>(
        &'a self,
        secrets: &'a Secrets,
    ) -> impl Iterator<Item = (usize, AccessCode)> + 'a {
        let seed = self.seed.as_deref();
        let numbers = 1..=seed.map_or(0, |_| self.codes);
        numbers.map(move |n| (n, AccessCode::nth(secrets, seed.unwrap_or_default(), n)))
    }
}

/// What came of a code somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redeemed {
    /// It is used from now on.
    Fine,
    /// Somebody has begun with it before.
    Used,
    /// There is no such code for this consultation.
    Unknown,
}

/// Who may take part.
pub fn access_of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Access> {
    let mode: Option<String> = consultation_access::table
        .find(consultation)
        .select(consultation_access::mode)
        .first(conn)
        .optional()?;
    Ok(mode
        .and_then(|mode| Access::parse(&mode))
        .unwrap_or_default())
}

/// Decides who may take part.
pub fn set_access(
    tx: &mut Tx<ManageCodes>,
    consultation: &Consultation,
    mode: Access,
) -> AppResult<()> {
    let before = access_of(tx.conn, &consultation.id)?;
    if before == mode {
        return Ok(());
    }
    let row = (
        consultation_access::consultation_id.eq(&consultation.id),
        consultation_access::mode.eq(mode.as_str()),
    );
    each!(tx.conn, conn => diesel::insert_into(consultation_access::table)
        .values(row)
        .on_conflict(consultation_access::consultation_id)
        .do_update()
        .set(consultation_access::mode.eq(mode.as_str()))
        .execute(conn))?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "access": mode.as_str(), "before": before.as_str() }),
    )
}

type SetRow = (Id<CodeSet>, String, i32, Option<String>, NaiveDateTime);

/// The sets of codes of a consultation, the newest first.
pub fn code_sets(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<CodeSet>> {
    let rows: Vec<SetRow> = access_code_batches::table
        .filter(access_code_batches::consultation_id.eq(consultation))
        .order(access_code_batches::id.desc())
        .select((
            access_code_batches::id,
            access_code_batches::name,
            access_code_batches::codes,
            access_code_batches::sealed,
            access_code_batches::made_at,
        ))
        .load(conn)?;
    let used: Vec<(Id<CodeSet>, i64)> = access_codes::table
        .inner_join(access_code_batches::table)
        .filter(access_code_batches::consultation_id.eq(consultation))
        .filter(access_codes::used.eq(true))
        .group_by(access_codes::batch_id)
        .select((access_codes::batch_id, count_star()))
        .load(conn)?;
    let used: HashMap<_, _> = used.into_iter().collect();
    let set = |(id, name, codes, seed, made_at): SetRow| CodeSet {
        used: used
            .get(&id)
            .map_or(0, |n| usize::try_from(*n).unwrap_or_default()),
        id,
        name,
        codes: usize::try_from(codes).unwrap_or_default(),
        seed,
        made_at: made_at.and_utc(),
    };
    Ok(rows.into_iter().map(set).collect())
}

/// One set of a consultation.
pub fn code_set(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    id: &Id<CodeSet>,
) -> AppResult<CodeSet> {
    let mut sets = code_sets(conn, consultation)?.into_iter();
    sets.find(|set| set.id == *id).ok_or(AppError::NotFound)
}

/// Rows in one statement; well below what either database takes.
const AT_ONCE: usize = 500;

/// Makes a set of codes.
pub fn make_codes(
    tx: &mut Tx<ManageCodes>,
    consultation: &Consultation,
    name: &str,
    codes: usize,
    secrets: &Secrets,
) -> AppResult<Id<CodeSet>> {
    let set = CodeSet {
        id: Id::at(tx.now),
        name: name.to_owned(),
        codes,
        used: 0,
        seed: Some(id::base32(&id::random::<20>())),
        made_at: tx.now,
    };
    let author = tx.author();
    diesel::insert_into(access_code_batches::table)
        .values((
            access_code_batches::id.eq(&set.id),
            access_code_batches::consultation_id.eq(&consultation.id),
            access_code_batches::name.eq(name),
            access_code_batches::codes.eq(i32::try_from(codes).unwrap_or(i32::MAX)),
            access_code_batches::sealed.eq(&set.seed),
            access_code_batches::made_at.eq(tx.now.naive_utc()),
            access_code_batches::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    let hashes: Vec<String> = set
        .all(secrets)
        .map(|(_, code)| code.hash(secrets))
        .collect();
    for some in hashes.chunks(AT_ONCE) {
        let rows: Vec<_> = some
            .iter()
            .map(|hash| {
                (
                    access_codes::secret_hash.eq(hash),
                    access_codes::batch_id.eq(&set.id),
                    access_codes::used.eq(false),
                )
            })
            .collect();
        each!(tx.conn, conn => diesel::insert_into(access_codes::table)
            .values(&rows)
            .execute(conn))?;
    }
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "codes": codes, "set": name }),
    )?;
    Ok(set.id)
}

/// Forgets from what the codes were made: only their hashes stay, and nobody can print a letter again.
pub fn seal_codes(
    tx: &mut Tx<ManageCodes>,
    consultation: &Consultation,
    set: &CodeSet,
) -> AppResult<()> {
    diesel::update(access_code_batches::table.find(&set.id))
        .set(access_code_batches::sealed.eq(None::<String>))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "sealed": set.name }),
    )
}

/// Throws a set away, unless a code of it is used. Whether it is gone.
pub fn remove_codes(
    tx: &mut Tx<ManageCodes>,
    consultation: &Consultation,
    id: &Id<CodeSet>,
) -> AppResult<bool> {
    let set = code_set(tx.conn, &consultation.id, id)?;
    if set.used > 0 {
        return Ok(false);
    }
    diesel::delete(access_codes::table.filter(access_codes::batch_id.eq(id))).execute(tx.conn)?;
    diesel::delete(access_code_batches::table.find(id)).execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "codes_removed": set.codes, "set": set.name }),
    )?;
    Ok(true)
}

/// Uses a code up. In the transaction that begins the participation; nothing but the fact is kept.
pub fn redeem(
    tx: &mut Tx<Participate>,
    consultation: &Id<Consultation>,
    hash: &str,
) -> AppResult<Redeemed> {
    let used: Option<bool> = access_codes::table
        .inner_join(access_code_batches::table)
        .filter(access_codes::secret_hash.eq(hash))
        .filter(access_code_batches::consultation_id.eq(consultation))
        .select(access_codes::used)
        .first(tx.conn)
        .optional()?;
    match used {
        None => Ok(Redeemed::Unknown),
        Some(true) => Ok(Redeemed::Used),
        Some(false) => {
            diesel::update(access_codes::table.find(hash))
                .set(access_codes::used.eq(true))
                .execute(tx.conn)?;
            Ok(Redeemed::Fine)
        }
    }
}

/// Notes that a participation came with a code; not with which.
pub fn mark_invited(tx: &mut Tx<Participate>, participation: &Id<Participation>) -> AppResult<()> {
    diesel::insert_into(invited_participations::table)
        .values(invited_participations::participation_id.eq(participation))
        .execute(tx.conn)?;
    Ok(())
}
