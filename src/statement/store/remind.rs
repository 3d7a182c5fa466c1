//! Who was reminded of which deadline.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::account::{Party, Tx};
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::deadline_reminders;
use crate::consultation::Consultation;
use crate::statement::WriteStatement;

/// On what, who, of which deadline, how many days before.
pub type Key<'a> = (&'a Id<Consultation>, &'a Id<Party>, DateTime<Utc>, u32);

/// Notes a reminder. Gives whether it is the first of its kind: whoever comes second must not send it again.
pub fn note(tx: &mut Tx<WriteStatement>, (on, party, closes_at, days): Key<'_>) -> AppResult<bool> {
    let row = (
        deadline_reminders::consultation_id.eq(on),
        deadline_reminders::organisation_id.eq(party),
        deadline_reminders::closes_at.eq(closes_at.naive_utc()),
        deadline_reminders::days_before.eq(i32::try_from(days).unwrap_or(i32::MAX)),
        deadline_reminders::sent_at.eq(tx.now.naive_utc()),
    );
    let new = each!(tx.conn, conn => diesel::insert_into(deadline_reminders::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(new == 1)
}

/// Leaves out of a list what was reminded of before: one query.
pub fn without<T>(
    conn: &mut Conn,
    on: &Id<Consultation>,
    list: &mut Vec<T>,
    key: impl for<'a> Fn(&'a T) -> Key<'a>,
) -> AppResult<()> {
    let rows: Vec<(Id<Party>, NaiveDateTime, i32)> = deadline_reminders::table
        .filter(deadline_reminders::consultation_id.eq(on))
        .select((
            deadline_reminders::organisation_id,
            deadline_reminders::closes_at,
            deadline_reminders::days_before,
        ))
        .load(conn)?;
    let sent: HashSet<_> = rows.into_iter().collect();
    list.retain(|one| {
        let (of, party, closes_at, days) = key(one);
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        of != on || !sent.contains(&(party.clone(), closes_at.naive_utc(), days))
    });
    Ok(())
}
