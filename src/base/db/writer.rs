//! The writing side of [`super::Db`]: one thread per process with group commit on SQLite, a few threads with
//! SERIALIZABLE transactions on PostgreSQL, and one more for what many do together.

mod postgres;
mod sqlite;
mod teller;
mod together;
mod waiting;

use std::any::Any;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use diesel::Connection;
use diesel::result::{DatabaseErrorKind, Error};
use tokio::sync::oneshot;

use super::{Conn, Place, writable};
use crate::base::error::{AppError, AppResult};

use teller::Teller;
pub(crate) use together::Together;
use together::{Gathered, Told, gather};
use waiting::who_waits;

/// How many writes may wait before the next is asked to come back later.
const QUEUE: usize = 8192;
/// How many writes share one commit.
const BATCH: usize = 512;
/// How far writers stand back: with 5, a thread that writes gets a quarter of a processor that one that answers wants, too.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 5;
/// How many transactions run at once on PostgreSQL.
const PARALLEL: usize = 4;

/// The queue of writes. Dropping it lets the threads finish what is queued and waits for them.
pub(super) struct Writer {
    queue: Option<SyncSender<Box<dyn Job>>>,
    /// Where those wait who can be done together; on SQLite the same queue.
    together: Option<SyncSender<Box<dyn Job>>>,
    threads: Vec<thread::JoinHandle<()>>,
    queued: Arc<AtomicUsize>,
}

/// One write that is not yet settled, for as long as this value lives.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(queued: &Arc<AtomicUsize>) -> Self {
        queued.fetch_add(1, Ordering::Relaxed);
        Self(queued.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// One waiting write. `run` leaves its outcome inside; `settle` hands it out once the commit is known.
trait Job: Any + Send {
    /// Runs, and says whether it is to be kept. Beside others in one transaction it has a savepoint of its own, and leaves no trace when it
    /// fails. Alone it has none, which costs time and room for every page that is changed: then the transaction goes when it fails.
    fn run(&mut self, conn: &mut Conn, company: Company) -> bool;
    /// Whether the failure was a collision that calls for another try.
    fn collided(&self) -> bool;
    fn settle(self: Box<Self>, committed: &Result<(), NotStored>);
    /// Whether it can be done together with others of its kind.
    fn joins_others(&self) -> bool {
        false
    }
    /// Takes another of its own kind in.
    fn join(&mut self, _other: Box<dyn Any>) {}
    /// Lets go of everybody but one.
    fn apart(&mut self) -> Vec<Box<dyn Job>> {
        Vec::new()
    }
}

/// Whether a write shares its transaction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Company {
    /// It has it for itself.
    Alone,
    /// Others stand before it or after it.
    Others,
}

impl Company {
    fn run<T>(self, conn: &mut Conn, work: impl FnOnce(&mut Conn) -> AppResult<T>) -> AppResult<T> {
        match self {
            Self::Alone => work(conn),
            Self::Others => conn.transaction(work),
        }
    }
}

/// Why a transaction left no trace, or none that is known of.
#[derive(Debug)]
enum NotStored {
    /// The database cannot be reached or belongs to somebody else just now: it is worth trying again soon.
    Unreachable(String),
    /// It answers, and refuses.
    Refused(String),
}

impl NotStored {
    fn of(why: &Error) -> Self {
        if super::is_out_of_reach(why) {
            Self::Unreachable(why.to_string())
        } else {
            Self::Refused(why.to_string())
        }
    }

    fn told(&self) -> AppError {
        match self {
            Self::Unreachable(why) => {
                tracing::warn!(%why, "not stored: the database cannot be reached");
                AppError::Busy
            }
            Self::Refused(why) => AppError::Internal(anyhow::anyhow!("not stored: {why}")),
        }
    }
}

struct Write<T, F> {
    work: F,
    outcome: Option<AppResult<T>>,
    reply: oneshot::Sender<AppResult<T>>,
    _counted: Counted,
}

impl<T: Send + 'static, F: Fn(&mut Conn) -> AppResult<T> + Send + 'static> Job for Write<T, F> {
    fn run(&mut self, conn: &mut Conn, company: Company) -> bool {
        let outcome = company.run(conn, &self.work);
        let kept = outcome.is_ok();
        self.outcome = Some(outcome);
        kept
    }

    fn collided(&self) -> bool {
        matches!(&self.outcome, Some(Err(why)) if is_collision(why))
    }

    fn settle(self: Box<Self>, committed: &Result<(), NotStored>) {
        answer(self.reply, self.outcome, committed);
    }
}

/// Tells whoever waits what came of a write, once the commit is known.
fn answer<T>(
    reply: oneshot::Sender<AppResult<T>>,
    outcome: Option<AppResult<T>>,
    committed: &Result<(), NotStored>,
) {
    let told = match (committed, outcome) {
        (Ok(()), Some(outcome)) => outcome,
        (Err(why @ NotStored::Unreachable(_)), _) => Err(why.told()),
        // What failed before the commit keeps its own reason.
        (Err(_), Some(Err(why))) => Err(why),
        (Err(why), _) => Err(why.told()),
        (Ok(()), None) => Err(super::broken_off()),
    };
    // Whoever asked may have hung up; the write stands all the same.
    let _ = reply.send(told);
}

fn is_collision(why: &AppError) -> bool {
    let AppError::Internal(cause) = why else {
        return false;
    };
    match cause.downcast_ref::<Error>() {
        Some(Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        Some(Error::DatabaseError(_, told)) => told.message().contains("deadlock detected"),
        _ => false,
    }
}

impl Writer {
    pub(super) fn open(place: &Place) -> anyhow::Result<Self> {
        let (queue, jobs) = sync_channel(QUEUE);
        let jobs = Arc::new(Mutex::new(jobs));
        let count = if matches!(place, Place::Sqlite(_)) {
            1
        } else {
            PARALLEL
        };
        let (teller, telling) = Teller::start()?;
        let mut threads = Vec::with_capacity(count + 2);
        for n in 0..count {
            let (place, jobs, conn) = (place.clone(), jobs.clone(), writable(place)?);
            let teller = teller.clone();
            threads.push(standing_back(format!("writer-{n}"), move || match place {
                Place::Sqlite(_) => sqlite::commit_in_groups(&place, conn, &jobs, &teller),
                Place::Postgres(_) => postgres::commit_one_by_one(&place, conn, &jobs, &teller),
            })?);
        }
        let together = match place {
            Place::Sqlite(_) => queue.clone(),
            Place::Postgres(_) => {
                let (together, jobs) = sync_channel(QUEUE);
                let (place, conn) = (place.clone(), writable(place)?);
                threads.push(standing_back("writer-together".into(), move || {
                    postgres::commit_together(&place, conn, &jobs, &teller);
                })?);
                together
            }
        };
        threads.push(telling);
        Ok(Self {
            queue: Some(queue),
            together: Some(together),
            threads,
            queued: Arc::default(),
        })
    }

    /// How many writes are not yet settled.
    pub(super) fn queued(&self) -> usize {
        self.queued.load(Ordering::Relaxed)
    }

    pub(super) fn submit<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Conn) -> AppResult<T> + Send + 'static,
    ) -> AppResult<oneshot::Receiver<AppResult<T>>> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Write {
            work,
            outcome: None,
            reply,
            _counted: Counted::new(&self.queued),
        });
        hand_over(self.queue.as_ref(), job)?;
        Ok(answer)
    }

    /// The same for what can be done together with others of its kind.
    pub(super) fn submit_together<W: Together>(
        &self,
        work: W,
    ) -> AppResult<oneshot::Receiver<Told<W>>> {
        let (reply, answer) = oneshot::channel();
        let job = Gathered::one(work, reply, Counted::new(&self.queued));
        hand_over(self.together.as_ref(), Box::new(job))?;
        Ok(answer)
    }
}

fn hand_over(queue: Option<&SyncSender<Box<dyn Job>>>, job: Box<dyn Job>) -> AppResult<()> {
    match queue.map(|queue| queue.try_send(job)) {
        Some(Ok(())) => Ok(()),
        Some(Err(TrySendError::Full(_))) => Err(AppError::Busy),
        Some(Err(TrySendError::Disconnected(_))) | None => Err(super::broken_off()),
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        (self.queue, self.together) = (None, None);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Starts a thread that writes. It stands back behind those who answer requests: when the machine has no processor left,
/// pages go first, and the writes that wait meanwhile share a commit.
fn standing_back(
    name: String,
    writes: impl FnOnce() + Send + 'static,
) -> std::io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name(name).spawn(move || {
        // Linux counts this for each thread, others for the whole program. Where it is refused, nobody is preferred.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::nice(NICENESS);
        writes();
    })
}

type Jobs = Mutex<Receiver<Box<dyn Job>>>;

fn panicked() -> NotStored {
    NotStored::Refused("the write panicked".into())
}

/// A fresh connection in place of a broken one; keeps the broken one when none is to be had, to try again later. Says
/// whether there is one.
fn reconnect(place: &Place, conn: &mut Conn) -> bool {
    match writable(place) {
        Ok(fresh) => {
            *conn = fresh;
            true
        }
        Err(why) => {
            tracing::error!(%why, "no connection for writing");
            false
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::getpriority_process;

    use super::*;

    #[test]
    fn a_thread_that_writes_stands_back_and_no_other_does() {
        let before = getpriority_process(None).unwrap();
        let (told, asked) = sync_channel(1);
        let writes = move || told.send(getpriority_process(None).unwrap()).unwrap();
        standing_back("writer-test".into(), writes)
            .unwrap()
            .join()
            .unwrap();
        assert_eq!(asked.recv().unwrap(), (before + NICENESS).min(19));
        assert_eq!(getpriority_process(None).unwrap(), before);
    }
}
