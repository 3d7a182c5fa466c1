//! Organisations that register themselves, until their address is confirmed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{entry, members, organisations};
use crate::account::model::Secret;
use crate::account::{Party, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::organisation_registrations as registrations;
use crate::base::secret::Secrets;
use crate::consultation::Consultation;
use crate::organisation::RegisterOrganisation;
use crate::organisation::form::NewMember;
use crate::organisation::model::{
    Details, Duties, Kind, REGISTRATION_LASTS, REGISTRATIONS_OF_ADDRESS, State,
};

/// What somebody typed.
#[derive(Clone, Debug)]
pub struct Registration {
    /// For which consultation.
    pub consultation: Id<Consultation>,
    /// The organisation; its address is the person's.
    pub details: Details,
    /// Who registers it.
    pub person: String,
}

/// How the secret of a registration stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "organisation registration")
}

/// What became of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is kept; a mail should go out.
    Kept,
    /// Enough wait under this address already.
    Enough,
    /// The portal sends as many mails as it may.
    Busy,
}

/// Keeps a registration until its address is confirmed.
pub fn keep(tx: &mut Tx<RegisterOrganisation>, hash: &str, new: &Registration) -> AppResult<Asked> {
    let over = registrations::table.filter(registrations::expires_at.le(tx.now.naive_utc()));
    diesel::delete(over).execute(tx.conn)?;
    let waiting: i64 = registrations::table
        .filter(registrations::email.eq(&new.details.email))
        .count()
        .get_result(tx.conn)?;
    if waiting >= REGISTRATIONS_OF_ADDRESS {
        return Ok(Asked::Enough);
    }
    diesel::insert_into(registrations::table)
        .values((
            registrations::secret_hash.eq(hash),
            registrations::consultation_id.eq(&new.consultation),
            registrations::name.eq(&new.details.name),
            registrations::kind.eq(new.details.kind.as_str()),
            registrations::postal_address.eq(&new.details.postal_address),
            registrations::person.eq(&new.person),
            registrations::email.eq(&new.details.email),
            registrations::made_at.eq(tx.now.naive_utc()),
            registrations::expires_at.eq((tx.now + REGISTRATION_LASTS).naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(Asked::Kept)
}

/// What a link confirms; nothing when it was used or is too old.
pub fn find(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Option<Registration>> {
    type Row = (Id<Consultation>, String, String, String, String, String);
    let row: Option<Row> = registrations::table
        .find(hash)
        .filter(registrations::expires_at.gt(now.naive_utc()))
        .select((
            registrations::consultation_id,
            registrations::name,
            registrations::kind,
            registrations::postal_address,
            registrations::person,
            registrations::email,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(
        |(consultation, name, kind, postal_address, person, email)| Registration {
            consultation,
            details: Details {
                name,
                kind: Kind::parse(&kind).unwrap_or(Kind::Other),
                postal_address,
                email,
            },
            person,
        },
    ))
}

/// The address is confirmed: the organisation waits for the town's decision, its first member is signed in. What was
/// typed is forgotten. Of two who confirm at once, one gets nothing.
pub fn confirm(
    tx: &mut Tx<RegisterOrganisation>,
    hash: &str,
    session: &str,
) -> AppResult<Option<Id<Party>>> {
    let Some(found) = find(tx.conn, hash, tx.now)? else {
        return Ok(None);
    };
    if diesel::delete(registrations::table.find(hash)).execute(tx.conn)? == 0 {
        return Ok(None);
    }
    let on = Some(&found.consultation);
    let party = organisations::create(tx, &found.details, State::Waiting, on)?;
    let first = NewMember {
        name: found.person,
        email: found.details.email,
        duties: Duties::ALL,
    };
    if let Some(member) = members::add(tx, &party, &first)? {
        entry::begin(tx, session, &member)?;
    }
    Ok(Some(party))
}
