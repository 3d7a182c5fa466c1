//! What surveys ask and until when, kept beside the database: whoever writes asks the database only whether it still holds.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::book::Book;
use crate::base::db::{Conn, PublicState};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::site::Site;
use crate::consultation::{self, Consultation, Openness, TrackKind, Window};
use crate::participation::access::Access;
use crate::participation::store::access::access_of;

/// What is needed to keep answers and to let them count: the same for everybody until the administration changes it.
pub(super) struct Asking {
    /// The surveys.
    pub book: Book,
    window: Option<Window>,
}

impl Asking {
    fn read(conn: &mut Conn, id: &Id<Consultation>) -> AppResult<Self> {
        let consultation = consultation::by_id(conn, id)?;
        let track = consultation.track(TrackKind::Survey);
        Ok(Self {
            window: track.map(|track| track.window),
            book: Book::of(conn, id)?,
        })
    }

    /// Whether answers count at this moment.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        is_open(self.window, at)
    }
}

fn is_open(window: Option<Window>, at: DateTime<Utc>) -> bool {
    window.is_some_and(|window| window.at(at) == Openness::Open)
}

/// Who may begin, and when: the same for everybody, too.
pub(super) struct Entrance {
    /// The consultation.
    pub id: Id<Consultation>,
    window: Option<Window>,
    access: Access,
}

impl Entrance {
    fn read(conn: &mut Conn, slug: &str) -> AppResult<Self> {
        let consultation = consultation::published(conn, slug)?;
        let track = consultation.track(TrackKind::Survey);
        Ok(Self {
            window: track.map(|track| track.window),
            access: access_of(conn, &consultation.id)?,
            id: consultation.id,
        })
    }

    /// Whether somebody without a code may begin at this moment.
    pub fn lets_in(&self, at: DateTime<Utc>) -> bool {
        is_open(self.window, at) && self.access != Access::Invited
    }
}

/// What was known when somebody asked for a write, and where it is kept.
pub struct Known {
    /// The state of the database when she asked.
    pub state: PublicState,
    /// Where it is kept.
    pub site: Arc<Site>,
}

impl Known {
    /// What the surveys of a consultation ask, as it stands in this transaction.
    pub(super) fn asking(&self, conn: &mut Conn, id: &Id<Consultation>) -> AppResult<Arc<Asking>> {
        self.recall(conn, id.as_str(), |conn| Asking::read(conn, id))
    }

    /// The same for several consultations; the database is asked once whether it holds.
    pub(super) fn asking_of_each<'a>(
        &self,
        conn: &mut Conn,
        consultations: impl Iterator<Item = &'a Id<Consultation>>,
    ) -> AppResult<HashMap<&'a Id<Consultation>, Arc<Asking>>> {
        let lasts = self.state.lasts(conn)?;
        let mut found = HashMap::new();
        for id in consultations {
            if !found.contains_key(id) {
                let read = |conn: &mut Conn| Asking::read(conn, id);
                found.insert(id, self.recall_if(lasts, conn, id.as_str(), read)?);
            }
        }
        Ok(found)
    }

    /// Who may begin in a consultation, as it stands in this transaction.
    pub(super) fn entrance(&self, conn: &mut Conn, slug: &str) -> AppResult<Arc<Entrance>> {
        self.recall(conn, slug, |conn| Entrance::read(conn, slug))
    }

    fn recall<T: Send + Sync + 'static>(
        &self,
        conn: &mut Conn,
        name: &str,
        read: impl FnOnce(&mut Conn) -> AppResult<T>,
    ) -> AppResult<Arc<T>> {
        let lasts = self.state.lasts(conn)?;
        self.recall_if(lasts, conn, name, read)
    }

    fn recall_if<T: Send + Sync + 'static>(
        &self,
        lasts: bool,
        conn: &mut Conn,
        name: &str,
        read: impl FnOnce(&mut Conn) -> AppResult<T>,
    ) -> AppResult<Arc<T>> {
        if lasts {
            self.site.memo.recall(self.state, name, || read(conn))
        } else {
            read(conn).map(Arc::new)
        }
    }
}
