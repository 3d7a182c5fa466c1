//! What pages of the administration count or put in order over all rows, kept until something is written that may change it.
//!
//! The same count of changes that holds finished public pages ([`PublicState`]) holds it, but it is asked in the database as well, so that
//! whoever has just changed something in one process sees it in the next.

use std::sync::Arc;

use diesel::RunQueryDsl;

use super::{Conn, Db, PublicState};
use crate::base::cache::Memo;
use crate::base::error::AppResult;

/// How many things are kept. The largest of them is a list of all texts of a consultation, about 30 bytes each.
pub(super) const ROOM: usize = 48;
/// How many whole pages are kept, of up to a hundred thousand bytes. They lie apart, so that those which serve for a second only push out no list.
pub(super) const PAGES: usize = 96;

/// What people hand in shows on some pages at once, and is not counted as a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrivals {
    /// None of it shows.
    None,
    /// Questionnaires: how many people took part.
    Sheets,
    /// Texts that wait to be released.
    Texts,
    /// Lines of the journal.
    Journal,
}

impl Arrivals {
    /// The number of the last one: as long as it stays and no change was counted, none has come. Only a file numbers its rows as they are written;
    /// another database knows no such number.
    fn last(self, conn: &mut Conn) -> AppResult<Option<i64>> {
        let table = match (self, &conn) {
            (Self::None, _) => return Ok(Some(0)),
            (_, Conn::Postgres(_)) => return Ok(None),
            (Self::Sheets, _) => "questionnaires",
            (Self::Texts, _) => "free_texts",
            (Self::Journal, _) => "journal",
        };
        let last = diesel::sql_query(format!("SELECT max(rowid) AS last FROM {table}"));
        let last: Last = last.get_result(conn)?;
        Ok(Some(last.last.unwrap_or_default()))
    }
}

#[derive(diesel::QueryableByName)]
struct Last {
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::BigInt>)]
    last: Option<i64>,
}

/// What was read for earlier pages, as seen from one page. Everything counts as a change of it except what people hand in just now: what changes
/// with that must be read anew.
pub struct Recall {
    memo: Arc<Memo>,
    pages: Arc<Memo>,
    state: PublicState,
    lasts: bool,
    last: Option<i64>,
}

impl Recall {
    /// The whole page under a name, if nothing was written since it was read and nothing of what shows on it has come.
    pub fn page<T: Send + Sync + 'static>(&self, name: &str) -> Option<Arc<T>> {
        self.last.filter(|_| self.lasts)?;
        self.pages.known(self.state, &self.with_last(name))
    }

    /// The same, else as `read` reads it now.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn get_page<T: Send + Sync + 'static>(
        &self,
        name: &str,
        read: impl FnOnce() -> AppResult<T>,
    ) -> AppResult<Arc<T>> {
        match self.last.filter(|_| self.lasts) {
            Some(_) => self.pages.recall(self.state, &self.with_last(name), read),
            None => read().map(Arc::new),
        }
    }

    fn with_last(&self, name: &str) -> String {
        format!("{} {name}", self.last.unwrap_or_default())
    }

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
    pages: Arc<Memo>,
    state: PublicState,
}

impl Before {
    /// What can be recalled as the database is now, by a page that shows what arrives.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn now(self, conn: &mut Conn, arrivals: Arrivals) -> AppResult<Recall> {
        Ok(Recall {
            last: arrivals.last(conn)?,
            lasts: self.state.lasts(conn)?,
            memo: self.memo,
            pages: self.pages,
            state: self.state,
        })
    }
}

impl Db {
    /// What earlier pages have read.
    pub fn before(&self) -> Before {
        Before {
            memo: Arc::clone(&self.recalled),
            pages: Arc::clone(&self.pages),
            state: self.public_state(),
        }
    }

    /// Forgets what earlier pages have read: words that were erased stay here no longer than until then.
    pub fn forget(&self) {
        self.recalled.forget();
        self.pages.forget();
    }
}
