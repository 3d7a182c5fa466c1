//! Organisations: the list, made, changed, decided about.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::{entry, invitations};
use crate::account::{Party, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{organisation_members, organisations};
use crate::consultation::Consultation;
use crate::organisation::model::{Details, Kind, Organisation, State, folded};
use crate::organisation::{ManageOrganisations, OnOrganisations};

/// A row as it is read.
#[derive(Queryable, Selectable)]
#[diesel(table_name = organisations)]
pub(super) struct Row {
    id: Id<Party>,
    name: String,
    kind: String,
    postal_address: String,
    email: String,
    state: String,
    reason: Option<String>,
    registered_for: Option<Id<Consultation>>,
    made_at: NaiveDateTime,
}

impl From<Row> for Organisation {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            details: Details {
                name: row.name,
                kind: Kind::parse(&row.kind).unwrap_or(Kind::Other),
                postal_address: row.postal_address,
                email: row.email,
            },
            state: State::parse(&row.state),
            reason: row.reason,
            registered_for: row.registered_for,
            made_at: row.made_at.and_utc(),
        }
    }
}

/// Every organisation. A town knows some hundreds, so pages sort them themselves.
pub fn list(conn: &mut Conn) -> AppResult<Vec<Organisation>> {
    let rows: Vec<Row> = organisations::table.select(Row::as_select()).load(conn)?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// How many people act for each.
pub fn member_counts(conn: &mut Conn) -> AppResult<HashMap<Id<Party>, usize>> {
    let rows: Vec<(Id<Party>, i64)> = organisation_members::table
        .group_by(organisation_members::organisation_id)
        .select((
            organisation_members::organisation_id,
            diesel::dsl::count_star(),
        ))
        .load(conn)?;
    let counted = rows
        .into_iter()
        .map(|(party, n)| (party, usize::try_from(n).unwrap_or_default()));
    Ok(counted.collect())
}

/// One organisation.
pub fn find(conn: &mut Conn, id: &Id<Party>) -> AppResult<Organisation> {
    let row: Row = organisations::table
        .find(id)
        .select(Row::as_select())
        .first(conn)?;
    Ok(row.into())
}

/// Those of the same name, but for one.
pub fn namesakes(
    conn: &mut Conn,
    name: &str,
    except: Option<&Id<Party>>,
) -> AppResult<Vec<Organisation>> {
    let rows: Vec<Row> = organisations::table
        .filter(organisations::folded_name.eq(folded(name)))
        .select(Row::as_select())
        .load(conn)?;
    let found = rows.into_iter().map(Organisation::from);
    Ok(found.filter(|one| Some(&one.id) != except).collect())
}

/// Makes an organisation; gives its id.
pub fn create<A: OnOrganisations>(
    tx: &mut Tx<A>,
    details: &Details,
    state: State,
    registered_for: Option<&Id<Consultation>>,
) -> AppResult<Id<Party>> {
    let id = Id::random();
    let author = tx.author();
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(&id),
            organisations::name.eq(&details.name),
            organisations::folded_name.eq(folded(&details.name)),
            organisations::kind.eq(details.kind.as_str()),
            organisations::postal_address.eq(&details.postal_address),
            organisations::email.eq(&details.email),
            organisations::state.eq(state.as_str()),
            organisations::registered_for.eq(registered_for),
            organisations::made_at.eq(tx.now.naive_utc()),
            organisations::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(&subject(&id), &json!({ "state": state.as_str() }))?;
    Ok(id)
}

/// Changes what is known about an organisation.
pub fn change(
    tx: &mut Tx<ManageOrganisations>,
    id: &Id<Party>,
    details: &Details,
) -> AppResult<()> {
    diesel::update(organisations::table.find(id))
        .set((
            organisations::name.eq(&details.name),
            organisations::folded_name.eq(folded(&details.name)),
            organisations::kind.eq(details.kind.as_str()),
            organisations::postal_address.eq(&details.postal_address),
            organisations::email.eq(&details.email),
        ))
        .execute(tx.conn)?;
    tx.journal(&subject(id), &json!({ "details": "changed" }))
}

/// Puts an organisation into another state, when it is in one of those named; gives whether it was. Whoever is refused or
/// closed is signed out at once.
pub fn set_state<A: OnOrganisations>(
    tx: &mut Tx<A>,
    id: &Id<Party>,
    from: &[State],
    to: State,
    reason: Option<&str>,
) -> AppResult<bool> {
    let names: Vec<_> = from.iter().map(|state| state.as_str()).collect();
    let author = tx.author();
    let there = organisations::table
        .find(id)
        .filter(organisations::state.eq_any(names));
    let changed = diesel::update(there)
        .set((
            organisations::state.eq(to.as_str()),
            organisations::reason.eq(reason),
            organisations::decided_at.eq(tx.now.naive_utc()),
            organisations::decided_by.eq(author),
        ))
        .execute(tx.conn)?;
    if changed == 0 {
        return Ok(false);
    }
    if !to.lets_in() {
        entry::end_all(tx, id)?;
    }
    tx.journal(&subject(id), &json!({ "state": to.as_str() }))?;
    Ok(true)
}

/// Lets in an organisation that registered itself, and puts it onto the list of the consultation it came for.
pub fn confirm(tx: &mut Tx<ManageOrganisations>, organisation: &Organisation) -> AppResult<bool> {
    let waits = [State::Waiting];
    if !set_state(tx, &organisation.id, &waits, State::Confirmed, None)? {
        return Ok(false);
    }
    if let Some(consultation) = &organisation.registered_for {
        invitations::take_in(tx, consultation, &organisation.id)?;
    }
    Ok(true)
}

/// How many wait for a decision.
pub fn waiting_count(conn: &mut Conn) -> AppResult<i64> {
    Ok(organisations::table
        .filter(organisations::state.eq(State::Waiting.as_str()))
        .count()
        .get_result(conn)?)
}

/// As the journal names an organisation.
pub(super) fn subject(id: &Id<Party>) -> String {
    format!("organisation:{id}")
}
