//! Reads of one kind that many people ask for in the same moment: whoever comes while the database answers others waits, and all who
//! waited are read together. Whoever comes alone is read at once.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::{Conn, Db, Place};
use crate::base::error::{AppError, AppResult};

/// A read of a kind that can be done for many at once. Whatever way it is done, each gets what it would get alone.
pub(crate) trait Among: Clone + Send + 'static {
    /// What is read.
    type Found: Send + 'static;

    /// Reads it as any other.
    ///
    /// # Errors
    /// Its own.
    fn alone(&self, conn: &mut Conn) -> AppResult<Self::Found>;

    /// Reads all of them, each with what it would get alone, in their order.
    ///
    /// # Errors
    /// When the database fails. Then each is read alone.
    fn all(these: &[Self], conn: &mut Conn) -> AppResult<Vec<AppResult<Self::Found>>>;
}

/// So many groups are read at once: one is under way while the next is answered.
const AT_ONCE: usize = 2;

/// Who waits for a read of one kind, and how many groups are under way.
struct Line<W: Among> {
    waiting: Vec<Waiting<W>>,
    under_way: usize,
}

struct Waiting<W: Among> {
    work: W,
    reply: oneshot::Sender<AppResult<W::Found>>,
}

/// One line for each kind of read.
#[derive(Default)]
pub(super) struct Lines(Mutex<HashMap<TypeId, Box<dyn Any + Send>>>);

impl Lines {
    fn all(&self) -> MutexGuard<'_, HashMap<TypeId, Box<dyn Any + Send>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place in the line. Says whether a group has to be begun.
    fn join<W: Among>(&self, work: W) -> (bool, oneshot::Receiver<AppResult<W::Found>>) {
        let (reply, answer) = oneshot::channel();
        let mut all = self.all();
        let empty = || -> Box<dyn Any + Send> {
            Box::new(Line::<W> {
                waiting: Vec::new(),
                under_way: 0,
            })
        };
        let line = all.entry(TypeId::of::<W>()).or_insert_with(empty);
        let Some(line) = line.downcast_mut::<Line<W>>() else {
            return (false, answer);
        };
        line.waiting.push(Waiting { work, reply });
        let begins = line.under_way < AT_ONCE;
        line.under_way += usize::from(begins);
        (begins, answer)
    }

    /// All who wait now. When there are none, the group that asks is over.
    fn next<W: Among>(&self) -> Vec<Waiting<W>> {
        let mut all = self.all();
        let line = all.get_mut(&TypeId::of::<W>());
        let Some(line) = line.and_then(|line| line.downcast_mut::<Line<W>>()) else {
            return Vec::new();
        };
        if line.waiting.is_empty() {
            line.under_way -= 1;
        }
        std::mem::take(&mut line.waiting)
    }
}

impl Db {
    /// Reads a few rows by their keys, together with all who want the same of theirs now. Where the database is a file, each is read on
    /// its own thread: there is no way to share.
    ///
    /// # Errors
    /// Those of the read.
    pub(crate) async fn read_among<W: Among>(&self, work: W) -> AppResult<W::Found> {
        if let Place::Sqlite(_) = *self.place {
            return self.read_briefly(move |conn| work.alone(conn)).await;
        }
        let (begins, answer) = self.lines.join(work.clone());
        if begins {
            let db = self.clone();
            actix_web::rt::spawn(async move { db.read_lines::<W>().await });
        }
        match answer.await {
            Ok(found) => found,
            // Somebody's read failed, or broke off: alone shows whose.
            Err(_) => self.read(move |conn| work.alone(conn)).await,
        }
    }

    /// Reads for those who wait, until nobody does.
    async fn read_lines<W: Among>(&self) {
        loop {
            let these = self.lines.next::<W>();
            if these.is_empty() {
                return;
            }
            let (works, replies): (Vec<W>, Vec<_>) = these
                .into_iter()
                .map(|waiting| (waiting.work, waiting.reply))
                .unzip();
            let read = self.read(move |conn| match works.as_slice() {
                [one] => Ok(vec![one.alone(conn)]),
                all => W::all(all, conn),
            });
            match read.await {
                Ok(found) => {
                    for (reply, found) in replies.into_iter().zip(found) {
                        // Whoever has gone wants no answer.
                        let _ = reply.send(found);
                    }
                }
                Err(AppError::Busy) => {
                    for reply in replies {
                        let _ = reply.send(Err(AppError::Busy));
                    }
                }
                Err(why) => tracing::debug!(%why, "read one by one"),
            }
        }
    }
}
