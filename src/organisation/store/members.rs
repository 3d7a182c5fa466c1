//! Those who act for organisations.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::{entry, organisations::subject};
use crate::account::{Delegate, Party, Tx};
use crate::base::db::Conn;
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{organisation_members, organisations};
use crate::organisation::OnOrganisations;
use crate::organisation::form::NewMember;
use crate::organisation::model::{Duties, Member, State};

/// A row as it is read.
#[derive(Queryable, Selectable)]
#[diesel(table_name = organisation_members)]
pub(super) struct Row {
    id: Id<Delegate>,
    organisation_id: Id<Party>,
    name: String,
    email: String,
    is_author: bool,
    is_signatory: bool,
    joined_at: Option<NaiveDateTime>,
}

impl From<Row> for Member {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            party: row.organisation_id,
            name: row.name,
            email: row.email,
            duties: Duties {
                is_author: row.is_author,
                is_signatory: row.is_signatory,
            },
            joined_at: row.joined_at.map(|at| at.and_utc()),
        }
    }
}

/// The members of an organisation, by name.
pub fn of(conn: &mut Conn, party: &Id<Party>) -> AppResult<Vec<Member>> {
    let rows: Vec<Row> = organisation_members::table
        .filter(organisation_members::organisation_id.eq(party))
        .order((organisation_members::name, organisation_members::id))
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Member::from).collect())
}

/// The members of several organisations, by organisation and name: one query, however many they are.
pub fn of_all(conn: &mut Conn, parties: &[Id<Party>]) -> AppResult<Vec<Member>> {
    let rows: Vec<Row> = organisation_members::table
        .filter(organisation_members::organisation_id.eq_any(parties))
        .order((
            organisation_members::organisation_id,
            organisation_members::name,
            organisation_members::id,
        ))
        .select(Row::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Member::from).collect())
}

/// One member of an organisation; another's is not found.
pub fn find(conn: &mut Conn, party: &Id<Party>, id: &Id<Delegate>) -> AppResult<Member> {
    let row: Row = organisation_members::table
        .find(id)
        .filter(organisation_members::organisation_id.eq(party))
        .select(Row::as_select())
        .first(conn)?;
    Ok(row.into())
}

/// Everyone who acts under this address, with the name of her organisation, as far as it lets her in.
pub fn under(conn: &mut Conn, email: &str) -> AppResult<Vec<(Member, String)>> {
    let rows: Vec<(Row, String, String)> = organisation_members::table
        .inner_join(organisations::table)
        .filter(organisation_members::email.eq(email))
        .order((organisations::name, organisation_members::id))
        .select((Row::as_select(), organisations::name, organisations::state))
        .load(conn)?;
    let found = rows
        .into_iter()
        .filter(|(_, _, state)| State::parse(state).lets_in())
        .map(|(row, name, _)| (row.into(), name));
    Ok(found.collect())
}

/// Adds a member; nothing when somebody of the organisation has this address already.
pub fn add<A: OnOrganisations>(
    tx: &mut Tx<A>,
    party: &Id<Party>,
    new: &NewMember,
) -> AppResult<Option<Id<Delegate>>> {
    let there: i64 = organisation_members::table
        .filter(organisation_members::organisation_id.eq(party))
        .filter(organisation_members::email.eq(&new.email))
        .count()
        .get_result(tx.conn)?;
    if there > 0 {
        return Ok(None);
    }
    let (id, author) = (Id::random(), tx.author());
    diesel::insert_into(organisation_members::table)
        .values((
            organisation_members::id.eq(&id),
            organisation_members::organisation_id.eq(party),
            organisation_members::name.eq(&new.name),
            organisation_members::email.eq(&new.email),
            organisation_members::is_author.eq(new.duties.is_author),
            organisation_members::is_signatory.eq(new.duties.is_signatory),
            organisation_members::made_at.eq(tx.now.naive_utc()),
            organisation_members::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    let detail = json!({ "member": "added", "roles": new.duties.names() });
    tx.journal(&subject(party), &detail)?;
    Ok(Some(id))
}

/// Gives a member exactly these duties.
pub fn set_duties<A: OnOrganisations>(
    tx: &mut Tx<A>,
    member: &Member,
    duties: Duties,
) -> AppResult<()> {
    diesel::update(organisation_members::table.find(&member.id))
        .set((
            organisation_members::is_author.eq(duties.is_author),
            organisation_members::is_signatory.eq(duties.is_signatory),
        ))
        .execute(tx.conn)?;
    let detail = json!({ "member": "changed", "roles": duties.names() });
    tx.journal(&subject(&member.party), &detail)
}

/// Takes a member off the list, with her name, her address and all ways in.
pub fn remove<A: OnOrganisations>(tx: &mut Tx<A>, member: &Member) -> AppResult<()> {
    entry::forget(tx, std::slice::from_ref(&member.id))?;
    diesel::delete(organisation_members::table.find(&member.id)).execute(tx.conn)?;
    erasure::note(tx.conn, tx.now, erasure::Kind::Member, member.id.as_str())?;
    tx.journal(&subject(&member.party), &json!({ "member": "removed" }))
}

/// Notes that somebody came in for the first time. What was only invited is confirmed by it.
pub(super) fn note_arrival<A: OnOrganisations>(tx: &mut Tx<A>, id: &Id<Delegate>) -> AppResult<()> {
    let first = organisation_members::table
        .find(id)
        .filter(organisation_members::joined_at.is_null());
    diesel::update(first)
        .set(organisation_members::joined_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    let party: Id<Party> = organisation_members::table
        .find(id)
        .select(organisation_members::organisation_id)
        .first(tx.conn)?;
    let invited = organisations::table
        .find(party)
        .filter(organisations::state.eq(State::Invited.as_str()));
    diesel::update(invited)
        .set(organisations::state.eq(State::Confirmed.as_str()))
        .execute(tx.conn)?;
    Ok(())
}
