//! Statements in the check list: the version that counts, with text, files and who signed. Addresses are left out; they are kept for a
//! shorter time than the statement.

use std::collections::BTreeMap;

use anyhow::anyhow;
use chrono::SecondsFormat;
use diesel::prelude::*;
use serde::Serialize;

use super::{Row, complete};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::statements;
use crate::statement::OnStatements;
use crate::statement::model::{Content, Statement, Version};
use crate::transparency::store::Shelf;
use crate::transparency::{self, Given, Gone, Kind};

#[derive(Serialize)]
struct Sealed<'a> {
    statement: Vec<Part<'a>>,
    nil_return: bool,
    may_publish: bool,
    names_nobody: bool,
    handed_in: Option<String>,
    signed: Vec<Signed<'a>>,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    on: Option<&'a str>,
    wording: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct Signed<'a> {
    name: &'a str,
    behalf: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// The one way in which a statement is written for its seal.
fn written(version: &Version, content: &Content) -> AppResult<String> {
    let handed_in = version.handed_in.as_ref();
    let sealed = Sealed {
        statement: content
            .parts
            .iter()
            .map(|part| Part {
                on: part.key.as_deref(),
                wording: part.wording.as_ref().map(Id::as_str),
                text: &part.text,
            })
            .collect(),
        nil_return: version.is_nil,
        may_publish: version.may_publish,
        names_nobody: version.names_nobody,
        handed_in: handed_in.map(|it| it.at.to_rfc3339_opts(SecondsFormat::Micros, true)),
        signed: content
            .submitters
            .iter()
            .map(|one| Signed {
                name: &one.name,
                behalf: &one.behalf,
            })
            .collect(),
        files: content
            .files
            .iter()
            .map(|file| File {
                name: &file.name,
                sha256: file.digest.as_str(),
            })
            .collect(),
    };
    Ok(serde_json::to_string(&sealed).map_err(anyhow::Error::from)?)
}

/// Seals the version that counts now.
pub(super) fn seal<A: OnStatements>(tx: &mut Tx<A>, id: &Id<Statement>) -> AppResult<()> {
    let statement = super::find(tx.conn, id)?;
    let content = contents(tx.conn, &[id.as_str().to_owned()])?;
    let content = content.into_values().next();
    let given = Given {
        kind: Kind::Statement,
        id: id.as_str(),
        owner: statement.participation.as_ref().map(Id::as_str),
        consultation: &statement.consultation,
        survey: None,
        content: &content.ok_or_else(|| anyhow!("the statement to be sealed is gone"))?,
    };
    transparency::seal(tx, &given)
}

/// Takes the seal off: the statement does not count any more.
pub(super) fn unseal<A: OnStatements>(tx: &mut Tx<A>, id: &Id<Statement>) -> AppResult<()> {
    transparency::unseal(tx, Kind::Statement, id.as_str(), Gone::Withdrawn)
}

/// Statements in the check list.
pub const SHELF: Shelf = Shelf {
    kind: Kind::Statement,
    next,
    contents,
};

fn next(conn: &mut Conn, after: &str, most: i64) -> AppResult<Vec<String>> {
    Ok(statements::table
        .filter(statements::number.is_not_null())
        .filter(statements::id.gt(after))
        .order(statements::id)
        .limit(most)
        .select(statements::id)
        .load(conn)?)
}

/// What is sealed of some statements that count, by its name in the check list.
pub fn contents(conn: &mut Conn, ids: &[String]) -> AppResult<BTreeMap<String, String>> {
    let rows = statements::table
        .filter(statements::number.is_not_null())
        .filter(statements::id.eq_any(ids))
        .select(Row::as_select())
        .load(conn)?;
    let all = complete(conn, rows)?;
    let current = all.iter().filter_map(|one| Some((one, one.current()?)));
    let versions: Vec<_> = current.clone().map(|(_, one)| one.id.clone()).collect();
    let contents = super::contents(conn, &versions)?;
    let nothing = Content::default();
    current
        .map(|(one, version)| {
            let content = contents.get(&version.id).unwrap_or(&nothing);
            let subject = Kind::Statement.subject(one.id.as_str());
            Ok((subject, written(version, content)?))
        })
        .collect()
}
