//! Reading from a PostgreSQL that follows the one that is written to: public pages only, and only while nothing is missing there
//! that this process knows of (docs/scaling.md).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::changes::stored;
use super::pool::{self, Lent, ReadPool};
use super::{Conn, Db, Place};
use crate::base::error::{AppError, AppResult};

/// How long a standby that did not answer is not asked again.
const LEFT_ALONE: Duration = Duration::from_secs(5);

/// A database that follows.
pub(super) struct Standby {
    reads: ReadPool,
    left_alone_until: Mutex<Option<Instant>>,
}

impl Db {
    /// The same, with a standby from which public pages may be read. It is asked only when it is needed: one that is away stops nothing.
    #[must_use]
    pub fn with_standby(mut self, url: &str, readers: u32) -> Self {
        let place = Place::Postgres(url.to_owned());
        self.standby = Some(Arc::new(Standby {
            reads: ReadPool::of_standby(&place, readers),
            left_alone_until: Mutex::new(None),
        }));
        self
    }

    /// The same doors, to make a page anew that is known to be the same for everybody: reads go to the standby as long as it shows
    /// whatever this process knows to be changed. Writes go where they always go. Nothing where there is no standby.
    pub fn for_everybody(&self) -> Option<Self> {
        self.standby.as_ref()?;
        let mut db = self.clone();
        db.may_be_aside = true;
        Some(db)
    }

    /// The standby with what must be stored there; nothing when the page is not for everybody, or this process has written since it
    /// last looked and does not know the number of its own change yet.
    pub(super) fn aside(&self) -> Option<(Arc<Standby>, i64)> {
        let standby = self.standby.as_ref().filter(|_| self.may_be_aside)?;
        Some((standby.clone(), self.changes.known()?))
    }
}

impl Standby {
    /// A connection, if it answers and shows at least that state. Rows come there in the order of their commits, so whatever was
    /// changed before the count is there, too.
    pub(super) fn lend(&self, at_least: i64) -> Option<Lent> {
        let rests = *self.lock() > Some(Instant::now());
        let mut conn = (!rests).then(|| self.reads.lend())?;
        if let Some(Ok(version)) = conn.as_mut().map(|conn| stored(conn)) {
            return conn.filter(|_| version >= at_least);
        }
        self.leave_alone();
        None
    }

    /// Reads. A query that the standby breaks off, because it has to go on following, is told as a database that is busy.
    pub(super) fn with<T>(
        &self,
        mut conn: Lent,
        work: impl FnOnce(&mut Conn) -> AppResult<T>,
    ) -> AppResult<T> {
        conn.ask(work).map_err(|why| match why {
            AppError::Internal(cause) if cause.is::<diesel::result::Error>() => {
                self.leave_alone();
                tracing::warn!(%cause, "not read from the standby");
                AppError::Busy
            }
            why => pool::told(why),
        })
    }

    fn leave_alone(&self) {
        *self.lock() = Some(Instant::now() + LEFT_ALONE);
    }

    fn lock(&self) -> MutexGuard<'_, Option<Instant>> {
        self.left_alone_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
