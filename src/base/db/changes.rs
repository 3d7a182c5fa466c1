//! Which state the public pages are in. Finished pages are kept only as long as it stays the same ([`crate::base::cache`]).

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::{Conn, Db, each};
use crate::base::error::AppResult;
use crate::base::schema::public_state;

/// The only row there is.
const ROW: i32 = 1;

/// A state of the public pages. Two pages of the same state were made of the same rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicState {
    /// Changes this process has committed: known at once.
    here: u64,
    /// Changes of all processes, as of the last look.
    stored: i64,
}

impl PublicState {
    /// Any state, for tests.
    #[cfg(test)]
    pub(crate) fn of(stored: i64) -> Self {
        Self { here: 0, stored }
    }

    /// Whether nothing that public pages may show was changed since, by any process; asked in the transaction that relies on it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn lasts(self, conn: &mut Conn) -> AppResult<bool> {
        Ok(stored(conn)? == self.stored)
    }
}

/// What this process knows of changes.
#[derive(Default)]
pub(super) struct Changes {
    here: AtomicU64,
    stored: AtomicI64,
    /// Changes this process had committed before the last look: they are in `stored`.
    looked: AtomicU64,
}

impl Changes {
    /// The count of all changes that this process knows of; nothing when it has committed one since it last looked.
    pub(super) fn known(&self) -> Option<i64> {
        let looked = self.looked.load(Ordering::Acquire);
        let stored = self.stored.load(Ordering::Acquire);
        (self.here.load(Ordering::Acquire) == looked).then_some(stored)
    }
}

impl Db {
    /// The state the public pages are in. Whoever makes a page asks before reading.
    pub fn public_state(&self) -> PublicState {
        PublicState {
            here: self.changes.here.load(Ordering::Acquire),
            stored: self.changes.stored.load(Ordering::Acquire),
        }
    }

    /// Looks what other processes have changed; the server does so every second.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn look_for_changes(&self) -> AppResult<()> {
        let changes = Arc::clone(&self.changes);
        self.read(move |conn| {
            let here = changes.here.load(Ordering::Acquire);
            changes.stored.store(stored(conn)?, Ordering::Release);
            changes.looked.store(here, Ordering::Release);
            Ok(())
        })
        .await
    }

    /// Hands a write's outcome on; what public pages may show is known here at once.
    pub(super) fn told<T>(&self, written: AppResult<(T, Shown)>) -> AppResult<T> {
        let (value, shown) = written?;
        if shown == Shown::AtOnce {
            self.changes.here.fetch_add(1, Ordering::AcqRel);
        }
        Ok(value)
    }
}

/// How many changes are counted in a database.
pub(super) fn stored(conn: &mut Conn) -> AppResult<i64> {
    let version = public_state::table
        .find(ROW)
        .select(public_state::version)
        .first(conn)
        .optional()?;
    Ok(version.unwrap_or_default())
}

/// When public pages show what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// With the next request.
    AtOnce,
    /// Not before the minute is over: pages are made anew each minute, whatever happens.
    Later,
}

/// The same work; a change that shows at once is counted in its own transaction, so that whoever sees the one sees the other.
pub(super) fn counting<T>(
    work: impl Fn(&mut Conn) -> AppResult<(T, Shown)>,
) -> impl Fn(&mut Conn) -> AppResult<(T, Shown)> {
    move |conn| {
        let (value, shown) = work(conn)?;
        if shown == Shown::AtOnce {
            each!(conn, inner => diesel::insert_into(public_state::table)
                .values((public_state::id.eq(ROW), public_state::version.eq(1)))
                .on_conflict(public_state::id)
                .do_update()
                .set(public_state::version.eq(public_state::version + 1))
                .execute(inner))?;
        }
        Ok((value, shown))
    }
}
