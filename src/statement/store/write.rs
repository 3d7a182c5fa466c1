//! Drafts: begun, written, signed, released, thrown away.

use anyhow::anyhow;
use diesel::prelude::*;
use serde_json::json;

use super::{files, own};
use crate::account::{Party, Tx};
use crate::base::db::each;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    statement_files, statement_parts, statement_submitters, statement_versions, statements,
};
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::statement::model::{
    Channel, NewPart, Statement, Submitter, Version, VersionState, seen,
};
use crate::statement::{OnStatements, WriteStatement};

/// Whose a statement is that is written online.
#[derive(Clone, Debug)]
pub enum Owner {
    /// An organisation's.
    Party(Id<Party>),
    /// A person's.
    Person(Id<Participation>),
}

impl Owner {
    /// Under which it stands in its row: one statement for each owner and consultation.
    pub fn key(&self, consultation: &Id<Consultation>) -> String {
        match self {
            Self::Party(party) => format!("organisation:{party}:{consultation}"),
            Self::Person(participation) => format!("person:{participation}"),
        }
    }

    /// The organisation, if it is one.
    pub fn party(&self) -> Option<&Id<Party>> {
        match self {
            Self::Party(party) => Some(party),
            Self::Person(_) => None,
        }
    }
}

/// The draft of an owner; one is begun when there is none. Where a version counts already, its text is the beginning.
pub fn draft(
    tx: &mut Tx<WriteStatement>,
    consultation: &Id<Consultation>,
    owner: &Owner,
) -> AppResult<Version> {
    let key = owner.key(consultation);
    if own(tx.conn, &key)?.is_none() {
        let row = (
            statements::id.eq(Id::<Statement>::random()),
            statements::consultation_id.eq(consultation),
            statements::organisation_id.eq(owner.party()),
            statements::participation_id.eq(match owner {
                Owner::Person(id) => Some(id),
                Owner::Party(_) => None,
            }),
            statements::own_key.eq(&key),
            statements::channel.eq(Channel::Online.as_str()),
            statements::made_at.eq(tx.now.naive_utc()),
            statements::made_by.eq(tx.author()),
        );
        // Two colleagues may begin at the same moment.
        each!(tx.conn, conn => diesel::insert_into(statements::table)
            .values(row)
            .on_conflict(statements::own_key)
            .do_nothing()
            .execute(conn))?;
    }
    let statement = own(tx.conn, &key)?.ok_or_else(|| anyhow!("the statement begun is gone"))?;
    if let Some(draft) = statement.draft() {
        return Ok(draft.clone());
    }
    let n = statement.versions.last().map_or(1, |last| last.n + 1);
    let draft = insert_version(tx, &statement.id, n)?;
    if let Some(current) = statement.current() {
        copy(tx, &current.id, &draft)?;
        diesel::update(statement_versions::table.find(&draft))
            .set((
                statement_versions::may_publish.eq(current.may_publish),
                statement_versions::names_nobody.eq(current.names_nobody),
            ))
            .execute(tx.conn)?;
    }
    let again = own(tx.conn, &key)?;
    let draft = again.as_ref().and_then(Statement::draft).cloned();
    draft.ok_or_else(|| anyhow!("the draft begun is gone").into())
}

/// An empty version of a statement.
pub(super) fn insert_version<A: OnStatements>(
    tx: &mut Tx<A>,
    statement: &Id<Statement>,
    n: i32,
) -> AppResult<Id<Version>> {
    let id = Id::<Version>::random();
    let author = tx.author();
    diesel::insert_into(statement_versions::table)
        .values((
            statement_versions::id.eq(&id),
            statement_versions::statement_id.eq(statement),
            statement_versions::n.eq(n),
            statement_versions::state.eq(VersionState::Draft.as_str()),
            statement_versions::is_nil.eq(false),
            statement_versions::may_publish.eq(false),
            statement_versions::names_nobody.eq(false),
            statement_versions::saved_at.eq(tx.now.naive_utc()),
            statement_versions::saved_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Everything of a version into another one.
fn copy(tx: &mut Tx<WriteStatement>, from: &Id<Version>, to: &Id<Version>) -> AppResult<()> {
    type PartRow = (i32, Option<String>, Option<String>, String);
    let parts: Vec<PartRow> = statement_parts::table
        .filter(statement_parts::version_id.eq(from))
        .select((
            statement_parts::position,
            statement_parts::element_id,
            statement_parts::wording_id,
            statement_parts::text,
        ))
        .load(tx.conn)?;
    let rows: Vec<_> = parts
        .iter()
        .map(|(position, element, wording, text)| {
            (
                statement_parts::version_id.eq(to),
                statement_parts::position.eq(position),
                statement_parts::element_id.eq(element),
                statement_parts::wording_id.eq(wording),
                statement_parts::text.eq(text),
            )
        })
        .collect();
    each!(tx.conn, conn => diesel::insert_into(statement_parts::table).values(rows).execute(conn))?;
    let content = super::content(tx.conn, from)?;
    sign_rows(tx, to, &content.submitters)?;
    for (position, file) in (0..).zip(&content.files) {
        files::insert(tx, to, position, file)?;
    }
    Ok(())
}

/// What came of saving a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept.
    Done,
    /// A colleague has changed it meanwhile; this is what stands there now.
    Overtaken(String),
    /// The version is no draft any more.
    Closed,
}

/// Saves the text on one element or as a whole. `seen_before` marks the text as whoever writes has seen it; what a colleague
/// wrote meanwhile is not overwritten.
pub fn save_part(
    tx: &mut Tx<WriteStatement>,
    draft: &Version,
    part: &NewPart,
    position: i32,
    seen_before: &str,
) -> AppResult<Saved> {
    if !is_open(tx, &draft.id)? {
        return Ok(Saved::Closed);
    }
    let place = statement_parts::table.find((&draft.id, position));
    let there: Option<String> = place
        .select(statement_parts::text)
        .first(tx.conn)
        .optional()?;
    let there = there.unwrap_or_default();
    if there == part.text {
        return Ok(Saved::Done);
    }
    if seen(&draft.id, &there) != seen_before {
        return Ok(Saved::Overtaken(there));
    }
    diesel::delete(place).execute(tx.conn)?;
    if !part.text.is_empty() {
        let on = part.on.as_ref();
        diesel::insert_into(statement_parts::table)
            .values((
                statement_parts::version_id.eq(&draft.id),
                statement_parts::position.eq(position),
                statement_parts::element_id.eq(on.map(|(element, _)| element)),
                statement_parts::wording_id.eq(on.map(|(_, wording)| wording)),
                statement_parts::text.eq(&part.text),
            ))
            .execute(tx.conn)?;
    }
    touch(tx, &draft.id)?;
    Ok(Saved::Done)
}

/// Whether a version can be written on, as it stands in this transaction.
pub(super) fn is_open(tx: &mut Tx<WriteStatement>, version: &Id<Version>) -> AppResult<bool> {
    let state: String = statement_versions::table
        .find(version)
        .select(statement_versions::state)
        .first(tx.conn)?;
    Ok(state == VersionState::Draft.as_str())
}

pub(super) fn touch(tx: &mut Tx<WriteStatement>, version: &Id<Version>) -> AppResult<()> {
    let author = tx.author();
    diesel::update(statement_versions::table.find(version))
        .set((
            statement_versions::saved_at.eq(tx.now.naive_utc()),
            statement_versions::saved_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Sets who signs a draft. Gives whether it could.
pub fn sign(
    tx: &mut Tx<WriteStatement>,
    draft: &Version,
    submitters: &[Submitter],
) -> AppResult<bool> {
    if !is_open(tx, &draft.id)? {
        return Ok(false);
    }
    let rows = statement_submitters::table.filter(statement_submitters::version_id.eq(&draft.id));
    diesel::delete(rows).execute(tx.conn)?;
    sign_rows(tx, &draft.id, submitters)?;
    touch(tx, &draft.id)?;
    Ok(true)
}

pub(super) fn sign_rows<A: OnStatements>(
    tx: &mut Tx<A>,
    version: &Id<Version>,
    submitters: &[Submitter],
) -> AppResult<()> {
    let rows: Vec<_> = (0..)
        .zip(submitters)
        .map(|(position, one): (i32, _)| {
            (
                statement_submitters::version_id.eq(version),
                statement_submitters::position.eq(position),
                statement_submitters::name.eq(&one.name),
                statement_submitters::behalf.eq(&one.behalf),
                statement_submitters::email.eq(&one.email),
                statement_submitters::postal_address.eq(&one.postal_address),
            )
        })
        .collect();
    each!(tx.conn, conn => diesel::insert_into(statement_submitters::table).values(rows).execute(conn))?;
    Ok(())
}

/// The authors of an organisation are done: its signatory is to hand in. Or she gives it back to them.
pub fn release(tx: &mut Tx<WriteStatement>, draft: &Version, released: bool) -> AppResult<()> {
    let (from, to) = if released {
        (VersionState::Draft, VersionState::Released)
    } else {
        (VersionState::Released, VersionState::Draft)
    };
    let own = statement_versions::id.eq(&draft.id);
    let changed = diesel::update(
        statement_versions::table.filter(own.and(statement_versions::state.eq(from.as_str()))),
    )
    .set(statement_versions::state.eq(to.as_str()))
    .execute(tx.conn)?;
    match changed {
        1 => tx.journal(
            &format!("statement-version:{}", draft.id),
            &json!({ "released": released }),
        ),
        _ => Ok(()),
    }
}

/// Throws a draft away, with everything in it. What was handed in before stays and counts.
///
/// # Errors
/// Not found, when it is no draft.
pub fn discard(tx: &mut Tx<WriteStatement>, draft: &Version) -> AppResult<()> {
    let states = [VersionState::Draft, VersionState::Released].map(VersionState::as_str);
    let own = statement_versions::id.eq(&draft.id);
    let found: i64 = statement_versions::table
        .filter(own.and(statement_versions::state.eq_any(states)))
        .count()
        .get_result(tx.conn)?;
    if found == 0 {
        return Err(AppError::NotFound);
    }
    let id = &draft.id;
    diesel::delete(statement_parts::table.filter(statement_parts::version_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(statement_submitters::table.filter(statement_submitters::version_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(statement_files::table.filter(statement_files::version_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(statement_versions::table.find(id)).execute(tx.conn)?;
    Ok(())
}
