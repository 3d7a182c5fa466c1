//! The journal: every act that changes what people rely on, written in the transaction of the act itself. Rows are
//! only added. Slices that come later read them to react; the earlier slice does not know its readers.

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, RunQueryDsl};
use serde::Serialize;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::journal;

/// One row of the journal.
pub enum Event {}

/// Appends a row: who (`actor`) did what (`act`) to which thing (`subject`, e.g. `consultation:ziele-2035`), with
/// details for the auditor. Never put a text of a resident, an address or a code into it.
pub fn append(
    conn: &mut Conn,
    at: DateTime<Utc>,
    actor: &str,
    act: &str,
    subject: &str,
    detail: &impl Serialize,
) -> AppResult<()> {
    let detail = serde_json::to_string(detail).map_err(anyhow::Error::from)?;
    diesel::insert_into(journal::table)
        .values((
            journal::id.eq(Id::<Event>::at(at)),
            journal::at.eq(at.naive_utc()),
            journal::actor.eq(actor),
            journal::act.eq(act),
            journal::subject.eq(subject),
            journal::detail.eq(detail),
        ))
        .execute(conn)?;
    Ok(())
}
