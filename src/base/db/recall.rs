//! What pages of the administration count or put in order over all rows, kept until something is written that may change it.
//!
//! The same count of changes that holds finished public pages ([`PublicState`]) holds it, but it is asked in the database as well, so that
//! whoever has just changed something in one process sees it in the next.

use std::sync::Arc;

use super::{Conn, Db, PublicState};
use crate::base::cache::Memo;
use crate::base::error::AppResult;

/// How many things are kept. The largest of them is a list of all texts of a consultation, about 30 bytes each.
pub(super) const ROOM: usize = 48;

/// What was read for earlier pages, as seen from one page. Everything counts as a change of it except what people hand in just now: what changes
/// with that must be read anew.
pub struct Recall {
    memo: Arc<Memo>,
    state: PublicState,
    lasts: bool,
}

impl Recall {
    /// The value under a name if nothing was written since it was read, else as `read` reads it now.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn get<T: Send + Sync + 'static>(
        &self,
        conn: &mut Conn,
        name: &str,
        read: impl FnOnce(&mut Conn) -> AppResult<T>,
    ) -> AppResult<Arc<T>> {
        if self.lasts {
            self.memo.recall(self.state, name, || read(conn))
        } else {
            read(conn).map(Arc::new)
        }
    }
}

/// From where a page recalls: taken before it reads.
pub struct Before {
    memo: Arc<Memo>,
    state: PublicState,
}

impl Before {
    /// What can be recalled as the database is now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn now(self, conn: &mut Conn) -> AppResult<Recall> {
        Ok(Recall {
            lasts: self.state.lasts(conn)?,
            memo: self.memo,
            state: self.state,
        })
    }
}

impl Db {
    /// What earlier pages have read.
    pub fn before(&self) -> Before {
        Before {
            memo: Arc::clone(&self.recalled),
            state: self.public_state(),
        }
    }
}
