//! Ways in for members: links that work once, and sessions. Only keyed hashes of their secrets are kept.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::members;
use crate::account::model::Secret;
use crate::account::{Delegate, Party, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{member_links, member_sessions, organisation_members, organisations};
use crate::base::secret::Secrets;
use crate::organisation::OnOrganisations;
use crate::organisation::model::{Member, State, is_alive};

/// How the secret of a link stands in its row.
pub fn link_hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "member link")
}

/// How the secret of a session stands in its row.
pub fn session_hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "member session")
}

/// Makes a link that lets a member in once.
pub fn make_link<A: OnOrganisations>(
    tx: &mut Tx<A>,
    hash: &str,
    member: &Id<Delegate>,
    lasts: TimeDelta,
) -> AppResult<()> {
    diesel::insert_into(member_links::table)
        .values((
            member_links::secret_hash.eq(hash),
            member_links::member_id.eq(member),
            member_links::made_at.eq(tx.now.naive_utc()),
            member_links::expires_at.eq((tx.now + lasts).naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Whom a link lets in now; nothing when it was used, is too old, never was, or the organisation is closed.
pub fn opened(
    conn: &mut Conn,
    hash: &str,
    now: DateTime<Utc>,
) -> AppResult<Option<(Member, String)>> {
    let row: Option<(members::Row, String, String)> = member_links::table
        .inner_join(organisation_members::table.inner_join(organisations::table))
        .filter(member_links::secret_hash.eq(hash))
        .filter(member_links::used_at.is_null())
        .filter(member_links::expires_at.gt(now.naive_utc()))
        .select((
            members::Row::as_select(),
            organisations::name,
            organisations::state,
        ))
        .first(conn)
        .optional()?;
    Ok(row
        .filter(|(_, _, state)| State::parse(state).lets_in())
        .map(|(row, name, _)| (row.into(), name)))
}

/// Uses a link up and begins a session. Of two who use it at once, one gets nothing.
pub fn enter<A: OnOrganisations>(
    tx: &mut Tx<A>,
    link: &str,
    session: &str,
) -> AppResult<Option<Member>> {
    let Some((member, _)) = opened(tx.conn, link, tx.now)? else {
        return Ok(None);
    };
    let open = member_links::table
        .find(link)
        .filter(member_links::used_at.is_null());
    let used = diesel::update(open)
        .set(member_links::used_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    if used == 0 {
        return Ok(None);
    }
    begin(tx, session, &member.id)?;
    Ok(Some(member))
}

/// Begins a session of somebody who has proved her address.
pub(super) fn begin<A: OnOrganisations>(
    tx: &mut Tx<A>,
    session: &str,
    member: &Id<Delegate>,
) -> AppResult<()> {
    members::note_arrival(tx, member)?;
    // What is older than any link or session can live is of no use to anybody.
    let old = (tx.now - TimeDelta::days(8)).naive_utc();
    let own = member_links::table.filter(member_links::member_id.eq(member));
    diesel::delete(own.filter(member_links::expires_at.lt(old))).execute(tx.conn)?;
    let own = member_sessions::table.filter(member_sessions::member_id.eq(member));
    diesel::delete(own.filter(member_sessions::started_at.lt(old))).execute(tx.conn)?;
    diesel::insert_into(member_sessions::table)
        .values((
            member_sessions::secret_hash.eq(session),
            member_sessions::member_id.eq(member),
            member_sessions::started_at.eq(tx.now.naive_utc()),
            member_sessions::seen_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Somebody who is signed in now.
pub struct Present {
    /// Who.
    pub member: Member,
    /// Whether this request should be noted; once in some minutes is enough.
    pub wants_note: bool,
}

/// Whom a session lets in now.
pub fn present(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Option<Present>> {
    let row: Option<(members::Row, String, NaiveDateTime, NaiveDateTime)> = member_sessions::table
        .inner_join(organisation_members::table.inner_join(organisations::table))
        .filter(member_sessions::secret_hash.eq(hash))
        .select((
            members::Row::as_select(),
            organisations::state,
            member_sessions::started_at,
            member_sessions::seen_at,
        ))
        .first(conn)
        .optional()?;
    Ok(row.and_then(|(row, state, started, seen)| {
        let (started, seen) = (started.and_utc(), seen.and_utc());
        let lives = State::parse(&state).lets_in() && is_alive(started, seen, now);
        lives.then(|| Present {
            member: row.into(),
            wants_note: now - seen >= TimeDelta::minutes(5),
        })
    }))
}

/// Whose session it is or was.
pub fn owner(conn: &mut Conn, hash: &str) -> AppResult<Option<Id<Delegate>>> {
    Ok(member_sessions::table
        .find(hash)
        .select(member_sessions::member_id)
        .first(conn)
        .optional()?)
}

/// Notes that a session is in use.
pub fn note<A: OnOrganisations>(tx: &mut Tx<A>, hash: &str) -> AppResult<()> {
    diesel::update(member_sessions::table.find(hash))
        .set(member_sessions::seen_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends a session.
pub fn end<A: OnOrganisations>(tx: &mut Tx<A>, hash: &str) -> AppResult<()> {
    diesel::delete(member_sessions::table.find(hash)).execute(tx.conn)?;
    Ok(())
}

/// Signs everybody of an organisation out and lets no open link in.
pub(super) fn end_all<A: OnOrganisations>(tx: &mut Tx<A>, party: &Id<Party>) -> AppResult<()> {
    let members: Vec<Id<Delegate>> = organisation_members::table
        .filter(organisation_members::organisation_id.eq(party))
        .select(organisation_members::id)
        .load(tx.conn)?;
    forget(tx, &members)
}

/// Takes all ways in away from some members.
pub(super) fn forget<A: OnOrganisations>(
    tx: &mut Tx<A>,
    members: &[Id<Delegate>],
) -> AppResult<()> {
    diesel::delete(member_sessions::table.filter(member_sessions::member_id.eq_any(members)))
        .execute(tx.conn)?;
    diesel::delete(member_links::table.filter(member_links::member_id.eq_any(members)))
        .execute(tx.conn)?;
    Ok(())
}
