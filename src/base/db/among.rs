//! Reads of one kind that many people ask for in the same moment: whoever comes while the database answers others waits, and all who
//! waited are read together. Whoever comes alone is read at once.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::{Conn, Db, Place, ReadPool};
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
    /// Does something with the line of a kind.
    fn with<W: Among, T: Default>(&self, act: impl FnOnce(&mut Line<W>) -> T) -> T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let empty = || -> Box<dyn Any + Send> {
            Box::new(Line::<W> {
                waiting: Vec::new(),
                under_way: 0,
            })
        };
        let line = all.entry(TypeId::of::<W>()).or_insert_with(empty);
        line.downcast_mut().map(act).unwrap_or_default()
    }
}

/// A group that is under way.
struct Group<W: Among> {
    lines: Arc<Lines>,
    is_over: bool,
    of: PhantomData<W>,
}

impl<W: Among> Group<W> {
    /// All who wait now. When there is nobody, the group is over.
    fn next(&mut self) -> Vec<Waiting<W>> {
        let these = self.lines.with(|line: &mut Line<W>| {
            line.under_way -= usize::from(line.waiting.is_empty());
            std::mem::take(&mut line.waiting)
        });
        self.is_over = these.is_empty();
        these
    }
}

impl<W: Among> Drop for Group<W> {
    /// Whoever waits for a group that broke off is told so, by nobody being left to answer.
    fn drop(&mut self) {
        if !self.is_over {
            self.lines.with(|line: &mut Line<W>| {
                line.under_way -= 1;
                line.waiting.clear();
            });
        }
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
        let (reply, answer) = oneshot::channel();
        let waiting = Waiting {
            work: work.clone(),
            reply,
        };
        let begins = self.lines.with(|line: &mut Line<W>| {
            line.waiting.push(waiting);
            let begins = line.under_way < AT_ONCE;
            line.under_way += usize::from(begins);
            begins
        });
        if begins {
            let group = Group::<W> {
                lines: self.lines.clone(),
                is_over: false,
                of: PhantomData,
            };
            let reads = self.reads.clone();
            drop(actix_web::rt::task::spawn_blocking(move || {
                read_for(group, &reads);
            }));
        }
        match answer.await {
            Ok(found) => found,
            // Somebody's read failed, or broke off: alone shows whose.
            Err(_) => self.read(move |conn| work.alone(conn)).await,
        }
    }
}

/// Reads for those who wait, until nobody does.
fn read_for<W: Among>(mut group: Group<W>, reads: &ReadPool) {
    loop {
        let these = group.next();
        if these.is_empty() {
            return;
        }
        let (works, replies): (Vec<W>, Vec<_>) = these
            .into_iter()
            .map(|waiting| (waiting.work, waiting.reply))
            .unzip();
        let read = reads.with(|conn| match works.as_slice() {
            [one] => match one.alone(conn) {
                // The connection learns that it failed.
                Err(why @ AppError::Internal(_)) => Err(why),
                found => Ok(vec![found]),
            },
            all => W::all(all, conn),
        });
        // Whoever has gone wants no answer; whoever gets none reads alone.
        match read {
            Ok(found) => replies.into_iter().zip(found).for_each(|(reply, found)| {
                let _ = reply.send(found);
            }),
            Err(AppError::Busy) => replies.into_iter().for_each(|reply| {
                let _ = reply.send(Err(AppError::Busy));
            }),
            Err(why) => tracing::debug!(%why, "read one by one"),
        }
    }
}
