//! The moment a version begins to count, and the moment it stops.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{sealing, segments};
use crate::account::Tx;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{statement_versions, statements};
use crate::consultation::Consultation;
use crate::statement::model::{Statement, Version, VersionState};
use crate::statement::{OnStatements, WriteStatement};

/// What whoever hands in agrees to; apart from each other, and apart from handing in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consents {
    /// It may be shown to everyone.
    pub may_publish: bool,
    /// It names no third persons.
    pub names_nobody: bool,
}

/// Hands a draft in: from now on it counts, in place of what counted before. Gives the number of the statement. The same
/// again changes nothing.
pub fn hand_in(
    tx: &mut Tx<WriteStatement>,
    statement: &Statement,
    draft: &Version,
    consents: Consents,
    deadline: DateTime<Utc>,
) -> AppResult<i32> {
    let at = tx.now;
    set_handed_in(tx, draft, false, consents, (at, deadline))?;
    let number = number(tx, statement)?;
    sealing::seal(tx, &statement.id)?;
    tell(tx, statement, number, "handed_in")?;
    Ok(number)
}

/// Hands in that there is nothing to object (Fehlanzeige): a version without text.
pub fn hand_in_nothing(
    tx: &mut Tx<WriteStatement>,
    statement: &Statement,
    draft: &Version,
    deadline: DateTime<Utc>,
) -> AppResult<i32> {
    let at = tx.now;
    let consents = Consents {
        may_publish: true,
        names_nobody: true,
    };
    set_handed_in(tx, draft, true, consents, (at, deadline))?;
    let number = number(tx, statement)?;
    sealing::seal(tx, &statement.id)?;
    tell(tx, statement, number, "nil_return")?;
    Ok(number)
}

/// Marks a draft as handed in; one that is none any more stays as it is.
pub(super) fn set_handed_in<A: OnStatements>(
    tx: &mut Tx<A>,
    draft: &Version,
    is_nil: bool,
    consents: Consents,
    (at, deadline): (DateTime<Utc>, DateTime<Utc>),
) -> AppResult<()> {
    let author = tx.author();
    let states = [VersionState::Draft, VersionState::Released].map(VersionState::as_str);
    let open = statement_versions::state.eq_any(states);
    diesel::update(
        statement_versions::table.filter(statement_versions::id.eq(&draft.id).and(open)),
    )
    .set((
        statement_versions::state.eq(VersionState::HandedIn.as_str()),
        statement_versions::is_nil.eq(is_nil),
        statement_versions::may_publish.eq(consents.may_publish),
        statement_versions::names_nobody.eq(consents.names_nobody),
        statement_versions::handed_in_at.eq(at.naive_utc()),
        statement_versions::handed_in_by.eq(author),
        statement_versions::deadline.eq(deadline.naive_utc()),
    ))
    .execute(tx.conn)?;
    Ok(())
}

/// The number of a statement within its consultation; the next one, when it has none yet. Two at the same moment cannot get
/// the same: the second is tried again.
pub(super) fn number<A: OnStatements>(tx: &mut Tx<A>, statement: &Statement) -> AppResult<i32> {
    if let Some(number) = statement.number {
        return Ok(number);
    }
    let number = next_number(tx, &statement.consultation)?;
    diesel::update(statements::table.find(&statement.id))
        .set(statements::number.eq(number))
        .execute(tx.conn)?;
    Ok(number)
}

/// The number after the highest one.
pub(super) fn next_number<A: OnStatements>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
) -> AppResult<i32> {
    let highest: Option<Option<i32>> = statements::table
        .filter(statements::consultation_id.eq(consultation))
        .filter(statements::number.is_not_null())
        .order(statements::number.desc())
        .select(statements::number)
        .first(tx.conn)
        .optional()?;
    Ok(highest.flatten().unwrap_or(0) + 1)
}

/// Takes a whole statement back. Its versions stay in the history of the administration; its segments are no contributions
/// any more.
///
/// # Errors
/// Not found, when nothing counts.
pub fn withdraw(tx: &mut Tx<WriteStatement>, statement: &Statement) -> AppResult<()> {
    let current = statement.current().ok_or(AppError::NotFound)?;
    segments::forget(tx.conn, statement)?;
    sealing::unseal(tx, &statement.id)?;
    diesel::update(statement_versions::table.find(&current.id))
        .set((
            statement_versions::state.eq(VersionState::Withdrawn.as_str()),
            statement_versions::withdrawn_at.eq(Some::<NaiveDateTime>(tx.now.naive_utc())),
        ))
        .execute(tx.conn)?;
    tell(
        tx,
        statement,
        statement.number.unwrap_or_default(),
        "withdrawn",
    )
}

/// What an organisation does stands in the journal. What a person does, does not: no clock time hangs on her participation.
fn tell(
    tx: &mut Tx<WriteStatement>,
    statement: &Statement,
    number: i32,
    what: &str,
) -> AppResult<()> {
    match &statement.party {
        Some(_) => tx.journal(
            &format!("statement:{}", statement.id),
            &json!({ "number": number, "act": what }),
        ),
        None => Ok(()),
    }
}
