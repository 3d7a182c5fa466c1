//! A person takes everything in her statement away. Its number and its day stay, so that the register remains without a gap.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::{sealing, segments};
use crate::account::Tx;
use crate::base::erasure;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::outbox;
use crate::base::schema::{
    statement_addresses, statement_files, statement_parts, statement_submitters,
    statement_versions, statements,
};
use crate::statement::WriteStatement;
use crate::statement::model::{Statement, Version, VersionState};

/// About what mails of a statement are, as the outbox names it.
pub fn about(statement: &Id<Statement>) -> String {
    format!("statement:{statement}")
}

/// Takes text, segments, files, names and addresses of all versions away, and mails about it that have not left. The newest version
/// that was handed in stays as a row with its day; what no version names any more goes with the next sweep of files.
///
/// # Errors
/// Not found, when it was never handed in, or is an organisation's.
pub fn erase(tx: &mut Tx<WriteStatement>, statement: &Statement, on: NaiveDate) -> AppResult<()> {
    let is_hers = statement.party.is_none() && statement.participation.is_some();
    let kept = statement.versions.iter().rev();
    let kept = kept.clone().find(|version| version.handed_in.is_some());
    let kept = kept.filter(|_| is_hers).ok_or(AppError::NotFound)?;
    segments::forget(tx.conn, statement)?;
    sealing::unseal(tx, &statement.id)?;
    let all: Vec<&Id<Version>> = statement.versions.iter().map(|one| &one.id).collect();
    diesel::delete(statement_parts::table.filter(statement_parts::version_id.eq_any(&all)))
        .execute(tx.conn)?;
    diesel::delete(
        statement_submitters::table.filter(statement_submitters::version_id.eq_any(&all)),
    )
    .execute(tx.conn)?;
    diesel::delete(statement_files::table.filter(statement_files::version_id.eq_any(&all)))
        .execute(tx.conn)?;
    let of = statement_versions::statement_id.eq(&statement.id);
    let others = of.and(statement_versions::id.ne(&kept.id));
    diesel::delete(statement_versions::table.filter(others)).execute(tx.conn)?;
    let withdrawn_at: NaiveDateTime = kept.withdrawn_at.unwrap_or(tx.now).naive_utc();
    diesel::update(statement_versions::table.find(&kept.id))
        .set((
            statement_versions::state.eq(VersionState::Withdrawn.as_str()),
            statement_versions::withdrawn_at.eq(withdrawn_at),
            statement_versions::may_publish.eq(false),
            statement_versions::names_nobody.eq(false),
        ))
        .execute(tx.conn)?;
    let addresses = statement_addresses::statement_id.eq(&statement.id);
    diesel::delete(statement_addresses::table.filter(addresses)).execute(tx.conn)?;
    diesel::update(statements::table.find(&statement.id))
        .set(statements::erased_on.eq(on))
        .execute(tx.conn)?;
    erasure::note(
        tx.conn,
        tx.now,
        erasure::Kind::Statement,
        statement.id.as_str(),
    )?;
    outbox::forget_about(tx.conn, &about(&statement.id))
}
