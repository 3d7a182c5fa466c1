//! What the administration enters: letters, mails, faxes, minutes taken at the desk, rows of a table.

use anyhow::anyhow;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::files;
use super::hand_in::{Consents, next_number, set_handed_in};
use super::sealing::seal;
use super::write::{insert_version, sign_rows};
use super::{Row, complete};
use crate::account::{Party, Tx};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{statement_parts, statements};
use crate::consultation::Consultation;
use crate::statement::EnterStatements;
use crate::statement::model::{Channel, Content, Statement};
use crate::strategy::{LaidEdition, LaidElement};

/// A statement that reached the administration outside the portal.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The form or row it comes by: the same again is the same statement.
    pub key: String,
    /// The organisation, when the town knows it.
    pub party: Option<Id<Party>>,
    /// By which way it came.
    pub channel: Channel,
    /// The day on it.
    pub written_on: Option<NaiveDate>,
    /// When it came, and the first instant that was too late.
    pub received: (DateTime<Utc>, DateTime<Utc>),
    /// Nothing to object.
    pub is_nil: bool,
    /// What whoever wrote it agreed to.
    pub consents: Consents,
    /// What is in it.
    pub content: Content,
}

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// It stands in the register under this number.
    New(i32),
    /// It stood there before under this number.
    Same(i32),
}

/// Enters a statement; it counts at once.
pub fn enter(
    tx: &mut Tx<EnterStatements>,
    consultation: &Consultation,
    edition: &LaidEdition,
    entry: &Entry,
) -> AppResult<Entered> {
    let same: Option<Option<i32>> = statements::table
        .filter(statements::entry_key.eq(&entry.key))
        .select(statements::number)
        .first(tx.conn)
        .optional()?;
    if let Some(number) = same.flatten() {
        return Ok(Entered::Same(number));
    }
    let number = next_number(tx, &consultation.id)?;
    let id = Id::<Statement>::random();
    let author = tx.author();
    diesel::insert_into(statements::table)
        .values((
            statements::id.eq(&id),
            statements::consultation_id.eq(&consultation.id),
            statements::organisation_id.eq(entry.party.as_ref()),
            statements::entry_key.eq(&entry.key),
            statements::channel.eq(entry.channel.as_str()),
            statements::number.eq(number),
            statements::made_at.eq(tx.now.naive_utc()),
            statements::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    fill(tx, &id, edition, entry)?;
    tx.journal(
        &format!("statement:{id}"),
        &json!({ "number": number, "channel": entry.channel.as_str() }),
    )?;
    Ok(Entered::New(number))
}

fn fill(
    tx: &mut Tx<EnterStatements>,
    id: &Id<Statement>,
    edition: &LaidEdition,
    entry: &Entry,
) -> AppResult<()> {
    let version = insert_version(tx, id, 1)?;
    for part in &entry.content.parts {
        let on = part.key.as_deref().and_then(|key| edition.find(key));
        let position = part.key.as_deref().map_or(0, |key| position(edition, key));
        diesel::insert_into(statement_parts::table)
            .values((
                statement_parts::version_id.eq(&version),
                statement_parts::position.eq(position),
                statement_parts::element_id.eq(on.map(|on| &on.id)),
                statement_parts::wording_id.eq(on.map(|on| &on.wording)),
                statement_parts::text.eq(&part.text),
            ))
            .execute(tx.conn)?;
    }
    sign_rows(tx, &version, &entry.content.submitters)?;
    for (position, file) in (0..).zip(&entry.content.files) {
        files::insert(tx, &version, position, file)?;
    }
    let row = statements::table.find(id).select(Row::as_select());
    let row = row.load(tx.conn)?;
    let made = complete(tx.conn, row)?.pop();
    let draft = made.as_ref().and_then(Statement::draft);
    let draft = draft.ok_or_else(|| anyhow!("the version entered is gone"))?;
    set_handed_in(tx, draft, entry.is_nil, entry.consents, entry.received)?;
    diesel::update(crate::base::schema::statement_versions::table.find(&version))
        .set(crate::base::schema::statement_versions::written_on.eq(entry.written_on))
        .execute(tx.conn)?;
    seal(tx, id)
}

/// The place of an element's text in a statement: the text as a whole is 0, then the elements as the edition orders them.
pub fn position(edition: &LaidEdition, key: &str) -> i32 {
    fn visit(elements: &[LaidElement], key: &str, at: &mut i32) -> bool {
        for element in elements {
            *at += 1;
            if element.key == key || visit(&element.children, key, at) {
                return true;
            }
        }
        false
    }
    let mut at = 0;
    visit(&edition.fields, key, &mut at);
    at
}
