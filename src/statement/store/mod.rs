//! Rows of statements.

pub mod addresses;
pub mod deadlines;
pub mod decide;
pub mod desk;
pub mod erase;
pub mod files;
pub mod hand_in;
pub mod register;
pub mod remind;
pub mod sealing;
mod segments;
pub mod write;

use std::collections::HashMap;

use anyhow::anyhow;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::model::{
    Admission, Attached, Channel, Content, Decision, HandedIn, Part, Publication, Statement,
    Version, VersionState,
};
use crate::account::Party;
use crate::base::attachment::{Digest, Media};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    elements, statement_decisions, statement_files, statement_parts, statement_versions, statements,
};
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::strategy::Wording;

#[derive(Queryable, Selectable)]
#[diesel(table_name = statements)]
struct Row {
    id: Id<Statement>,
    consultation_id: Id<Consultation>,
    organisation_id: Option<Id<Party>>,
    participation_id: Option<Id<Participation>>,
    channel: String,
    number: Option<i32>,
    erased_on: Option<NaiveDate>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = statement_versions)]
struct VersionRow {
    id: Id<Version>,
    statement_id: Id<Statement>,
    n: i32,
    state: String,
    is_nil: bool,
    may_publish: bool,
    names_nobody: bool,
    written_on: Option<NaiveDate>,
    saved_at: NaiveDateTime,
    saved_by: String,
    handed_in_at: Option<NaiveDateTime>,
    handed_in_by: Option<String>,
    deadline: Option<NaiveDateTime>,
    withdrawn_at: Option<NaiveDateTime>,
}

impl TryFrom<VersionRow> for Version {
    type Error = AppError;

    fn try_from(row: VersionRow) -> AppResult<Self> {
        let state = VersionState::parse(&row.state);
        let handed_in = row.handed_in_at.zip(row.deadline);
        Ok(Self {
            state: state.ok_or_else(|| anyhow!("unknown state of a version: {}", row.state))?,
            id: row.id,
            n: row.n,
            is_nil: row.is_nil,
            may_publish: row.may_publish,
            names_nobody: row.names_nobody,
            written_on: row.written_on,
            saved_at: row.saved_at.and_utc(),
            saved_by: row.saved_by,
            handed_in: handed_in.map(|(at, deadline)| HandedIn {
                at: at.and_utc(),
                by: row.handed_in_by.unwrap_or_default(),
                deadline: deadline.and_utc(),
            }),
            withdrawn_at: row.withdrawn_at.map(|at| at.and_utc()),
        })
    }
}

/// Adds versions and decisions to statements: two queries, however many there are.
fn complete(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Vec<Statement>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let mut versions: HashMap<Id<Statement>, Vec<Version>> = HashMap::new();
    let found: Vec<VersionRow> = statement_versions::table
        .filter(statement_versions::statement_id.eq_any(&ids))
        .order((statement_versions::statement_id, statement_versions::n))
        .select(VersionRow::as_select())
        .load(conn)?;
    for row in found {
        let of = row.statement_id.clone();
        versions.entry(of).or_default().push(row.try_into()?);
    }
    let mut decisions = Decisions::of(conn, &ids)?;
    rows.into_iter()
        .map(|row| {
            let channel = Channel::parse(&row.channel);
            Ok(Statement {
                versions: versions.remove(&row.id).unwrap_or_default(),
                admission: decisions.admissions.remove(&row.id),
                publication: decisions.publications.remove(&row.id),
                id: row.id,
                consultation: row.consultation_id,
                party: row.organisation_id,
                participation: row.participation_id,
                channel: channel.ok_or_else(|| anyhow!("unknown channel: {}", row.channel))?,
                number: row.number,
                erased_on: row.erased_on,
            })
        })
        .collect()
}

/// The newest decision of each kind, by statement.
struct Decisions {
    admissions: HashMap<Id<Statement>, Decision<Admission>>,
    publications: HashMap<Id<Statement>, Decision<Publication>>,
}

impl Decisions {
    fn of(conn: &mut Conn, ids: &[Id<Statement>]) -> AppResult<Self> {
        type Row = (Id<Statement>, String, String, String, NaiveDateTime);
        let rows: Vec<Row> = statement_decisions::table
            .filter(statement_decisions::statement_id.eq_any(ids))
            .order(statement_decisions::id)
            .select((
                statement_decisions::statement_id,
                statement_decisions::kind,
                statement_decisions::outcome,
                statement_decisions::reason,
                statement_decisions::made_at,
            ))
            .load(conn)?;
        let mut found = Self {
            admissions: HashMap::new(),
            publications: HashMap::new(),
        };
        for (id, kind, outcome, reason, at) in rows {
            let at = at.and_utc();
            let unknown = || anyhow!("unknown decision about a statement: {kind} {outcome}");
            match decide::Kind::parse(&kind) {
                Some(decide::Kind::Admission) => {
                    let outcome = Admission::parse(&outcome).ok_or_else(unknown)?;
                    let decision = Decision {
                        outcome,
                        reason,
                        at,
                    };
                    found.admissions.insert(id, decision);
                }
                Some(decide::Kind::Publication) => {
                    let outcome = Publication::parse(&outcome).ok_or_else(unknown)?;
                    let decision = Decision {
                        outcome,
                        reason,
                        at,
                    };
                    found.publications.insert(id, decision);
                }
                None => return Err(unknown().into()),
            }
        }
        Ok(found)
    }
}

/// Every statement of a consultation that was handed in at least once, by number; withdrawn ones among them.
pub fn register(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Statement>> {
    let rows = statements::table
        .filter(statements::consultation_id.eq(consultation))
        .filter(statements::number.is_not_null())
        .order(statements::number)
        .select(Row::as_select())
        .load(conn)?;
    complete(conn, rows)
}

/// The statement of that number.
///
/// # Errors
/// Not found, also while it was never handed in.
pub fn numbered(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    number: i32,
) -> AppResult<Statement> {
    let rows = statements::table
        .filter(statements::consultation_id.eq(consultation))
        .filter(statements::number.eq(number))
        .select(Row::as_select())
        .load(conn)?;
    complete(conn, rows)?.pop().ok_or(AppError::NotFound)
}

/// A statement by its identity.
///
/// # Errors
/// Not found.
pub fn find(conn: &mut Conn, id: &Id<Statement>) -> AppResult<Statement> {
    let rows = statements::table
        .find(id)
        .select(Row::as_select())
        .load(conn)?;
    complete(conn, rows)?.pop().ok_or(AppError::NotFound)
}

/// One's own statement, if it was begun.
pub fn own(conn: &mut Conn, own_key: &str) -> AppResult<Option<Statement>> {
    let rows = statements::table
        .filter(statements::own_key.eq(own_key))
        .select(Row::as_select())
        .load(conn)?;
    Ok(complete(conn, rows)?.pop())
}

/// The statements of several people, if they were begun.
pub fn of_people(conn: &mut Conn, people: &[Id<Participation>]) -> AppResult<Vec<Statement>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let rows = statements::table
        .filter(statements::participation_id.eq_any(people))
        .select(Row::as_select())
        .load(conn)?;
    complete(conn, rows)
}

/// Every statement of an organisation on a consultation that was handed in, by whatever way.
pub fn of_party(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    party: &Id<Party>,
) -> AppResult<Vec<Statement>> {
    let rows = statements::table
        .filter(statements::organisation_id.eq(party))
        .filter(statements::consultation_id.eq(consultation))
        .filter(statements::number.is_not_null())
        .order(statements::number)
        .select(Row::as_select())
        .load(conn)?;
    complete(conn, rows)
}

/// What is in a version.
pub fn content(conn: &mut Conn, version: &Id<Version>) -> AppResult<Content> {
    let mut all = contents(conn, std::slice::from_ref(version))?;
    Ok(all.remove(version).unwrap_or_default())
}

/// What is in some versions: three queries, however many they are.
pub fn contents(
    conn: &mut Conn,
    versions: &[Id<Version>],
) -> AppResult<HashMap<Id<Version>, Content>> {
    type PartRow = (Id<Version>, Option<String>, Option<Id<Wording>>, String);
    if versions.is_empty() {
        return Ok(HashMap::new());
    }
    let parts: Vec<PartRow> = statement_parts::table
        .left_join(elements::table)
        .filter(statement_parts::version_id.eq_any(versions))
        .order((statement_parts::version_id, statement_parts::position))
        .select((
            statement_parts::version_id,
            elements::key.nullable(),
            statement_parts::wording_id,
            statement_parts::text,
        ))
        .load(conn)?;
    let mut found: HashMap<Id<Version>, Content> = HashMap::new();
    for (version, key, wording, text) in parts {
        let part = Part { key, wording, text };
        found.entry(version).or_default().parts.push(part);
    }
    for (version, submitters) in register::signers(conn, versions)? {
        found.entry(version).or_default().submitters = submitters;
    }
    for (version, file) in files_of(conn, versions)? {
        found.entry(version).or_default().files.push(file);
    }
    Ok(found)
}

type FileRow = (Id<Version>, Id<Attached>, String, String, i64, String);

fn files_of(conn: &mut Conn, versions: &[Id<Version>]) -> AppResult<Vec<(Id<Version>, Attached)>> {
    let rows: Vec<FileRow> = statement_files::table
        .filter(statement_files::version_id.eq_any(versions))
        .order((statement_files::version_id, statement_files::position))
        .select((
            statement_files::version_id,
            statement_files::id,
            statement_files::sha256,
            statement_files::media,
            statement_files::bytes,
            statement_files::name,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(version, id, sha256, media, bytes, name)| {
            let digest = Digest::parse(&sha256).ok_or_else(|| anyhow!("no digest: {sha256}"))?;
            let media = Media::parse(&media).ok_or_else(|| anyhow!("unknown media: {media}"))?;
            let file = Attached {
                id,
                digest,
                media,
                bytes,
                name,
            };
            Ok((version, file))
        })
        .collect()
}
