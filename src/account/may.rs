//! The proof of permission, and the transaction it opens.

use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Action, Actor, Delegate, Resident, Staff};
use crate::base::clock::Clock;
use crate::base::db::{self, Arrivals, Conn, Db, Recall, Shown};
use crate::base::error::{AppError, AppResult};
use crate::base::event;
use crate::base::page::{Summed, View};
use crate::base::server::Arrived;

/// Proof that whoever asks may do `A`. Only its extractor (for requests) and [`May::by`] (for commands) make one.
pub struct May<A> {
    by: Actor,
    db: Db,
    /// What counts is when the request head reached the server, for every kind of contribution.
    at: DateTime<Utc>,
    of: PhantomData<fn() -> A>,
}

impl<A: Action> May<A> {
    /// The proof for an actor outside of a request: a command, or the demo.
    pub fn by(by: Actor, db: &Db, clock: &Clock) -> AppResult<Self> {
        Self::proven(by, db.clone(), clock.now())
    }

    /// What is not allowed answers like what is not there.
    fn proven(by: Actor, db: Db, at: DateTime<Utc>) -> AppResult<Self> {
        if by.has(A::NEEDS) {
            Ok(Self {
                by,
                db,
                at,
                of: PhantomData,
            })
        } else {
            Err(AppError::NotFound)
        }
    }

    /// The proof for another act of the same person, at the same moment; not found when she may not do it.
    ///
    /// # Errors
    /// As for whoever asks for what is not there.
    pub fn also<B: Action>(self) -> AppResult<May<B>> {
        May::proven(self.by, self.db, self.at)
    }

    /// Who asks.
    pub fn who(&self) -> &Actor {
        &self.by
    }

    /// Reads what the permission opens. One proof serves many reads.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        self.db.read(work).await
    }

    /// Reads with what earlier pages have counted over all rows ([`Recall`]).
    pub async fn read_recalling<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn, &Recall) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let before = self.db.before();
        let work = move |conn: &mut Conn| {
            let recall = before.now(conn, Arrivals::None)?;
            work(conn, &recall)
        };
        self.db.read(work).await
    }

    /// A whole page as it was read before, if nothing was written since and none of what shows on it has come; else as `read` reads it now. The name
    /// says all that decides about it: what was asked for, and who may see what.
    ///
    /// # Errors
    /// Those of `read`.
    pub async fn read_page<V: View + Send + Sync + 'static>(
        &self,
        name: String,
        arrivals: Arrivals,
        read: impl FnOnce(&mut Conn, &Recall) -> AppResult<V> + Send + 'static,
    ) -> AppResult<Arc<Summed<V>>> {
        let before = self.db.before();
        let now = move |conn: &mut Conn| before.now(conn, arrivals);
        let recall = self.db.read_briefly(now).await?;
        if let Some(known) = recall.page(&name) {
            return Ok(known);
        }
        let read =
            move |conn: &mut Conn| recall.get_page(&name, || Summed::of(read(conn, &recall)?));
        self.db.read(read).await
    }

    /// When the act was asked for.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Writes, and answers after the commit. `work` does nothing but SQL and may run twice.
    pub async fn write<T: Send + 'static>(
        self,
        work: impl Fn(&mut Tx<'_, A>) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let Self { by, db, at, .. } = self;
        db.write(move |conn| Tx::run(conn, &by, at, &work)).await
    }

    /// Writes what many people do at once, with the same statements for many of them, and answers after the commit.
    ///
    /// # Errors
    /// Those of the work, and when nothing could be stored.
    pub async fn write_together<W: Together<A>>(self, work: W) -> AppResult<W::Done> {
        let Self { by, db, at, .. } = self;
        let asked = Asked {
            by,
            at,
            work,
            of: PhantomData,
        };
        db.write_together(asked).await
    }

    /// Writes on this thread; for commands. One proof serves many writes.
    pub fn write_here<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_, A>) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let (by, at) = (self.by.clone(), self.at);
        self.db
            .write_here(move |conn| Tx::run(conn, &by, at, &work))
    }
}

/// An act that many people do at once: to hand in on the last evening. It can be done for each of them alone, and for many with the same
/// statements; what comes of it is the same.
pub trait Together<A>: Sized + Send + 'static {
    /// What comes of it.
    type Done: Send + 'static;

    /// Does it for one. May run twice.
    ///
    /// # Errors
    /// Its own.
    fn alone(&self, tx: &mut Tx<'_, A>) -> AppResult<Self::Done>;

    /// Does it for all, each with the moment at which it was asked for, and says what came of each; nothing for whoever has to be done alone.
    /// No public page shows it before the minute is over. The transaction is nobody's own: nothing in it names who acts.
    ///
    /// # Errors
    /// Then nothing of it is done, and each is done alone.
    fn all(
        these: &[(&Self, DateTime<Utc>)],
        tx: &mut Tx<'_, A>,
    ) -> AppResult<Vec<Option<Self::Done>>>;
}

/// An act with its permission, on its way to the database.
struct Asked<A, W> {
    by: Actor,
    at: DateTime<Utc>,
    work: W,
    of: PhantomData<fn() -> A>,
}

impl<A: Action, W: Together<A>> db::Together for Asked<A, W> {
    type Done = W::Done;

    fn alone(&self, conn: &mut Conn) -> AppResult<(W::Done, Shown)> {
        Tx::run(conn, &self.by, self.at, |tx| self.work.alone(tx))
    }

    fn all(these: &[&Self], conn: &mut Conn) -> AppResult<Vec<Option<W::Done>>> {
        let Some(newest) = these.iter().map(|one| one.at).max() else {
            return Ok(Vec::new());
        };
        let works: Vec<_> = these.iter().map(|one| (&one.work, one.at)).collect();
        let (done, _) = Tx::run(conn, &Actor::Visitor, newest, |tx| W::all(&works, tx))?;
        Ok(done)
    }
}

impl<A: Action> FromRequest for May<A> {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let db = req.app_data::<web::Data<Db>>().map(|db| Db::clone(db));
        let proof = match (db, Arrived::of(req)) {
            (Some(db), Ok(arrived)) => Self::proven(recognised(req), db, arrived),
            (None, _) => Err(AppError::Internal(anyhow::anyhow!(
                "the app has no database"
            ))),
            (_, Err(why)) => Err(why),
        };
        ready(proof)
    }
}

/// Who asks: whom the gate of the desk, of the organisations or of the residents has recognised, else anyone.
fn recognised(req: &HttpRequest) -> Actor {
    let extensions = req.extensions();
    if let Some(staff) = extensions.get::<Staff>() {
        return Actor::Staff(staff.clone());
    }
    if let Some(delegate) = extensions.get::<Delegate>() {
        return Actor::Delegate(delegate.clone());
    }
    let resident = extensions.get::<Resident>().cloned();
    resident.map_or(Actor::Visitor, Actor::Resident)
}

/// A transaction in which `A` is done: the connection, who does it, and when.
pub struct Tx<'a, A> {
    /// The connection, inside the transaction.
    pub conn: &'a mut Conn,
    by: &'a Actor,
    /// When the act counts as done.
    pub now: DateTime<Utc>,
    shown: Shown,
    of: PhantomData<fn() -> A>,
}

impl<'a, A: Action> Tx<'a, A> {
    fn run<T>(
        conn: &'a mut Conn,
        by: &'a Actor,
        now: DateTime<Utc>,
        work: impl Fn(&mut Self) -> AppResult<T>,
    ) -> AppResult<(T, Shown)> {
        let mut tx = Self {
            conn,
            by,
            now,
            shown: Shown::AtOnce,
            of: PhantomData,
        };
        let value = work(&mut tx)?;
        Ok((value, tx.shown))
    }

    /// Says that no public page shows what is written here before the minute is over, such as an answer that waits to be counted.
    /// Finished pages are kept then ([`crate::base::cache`]), however many people write at once. Whatever takes something from a
    /// public page never says so.
    pub fn shows_later(&mut self) {
        self.shown = Shown::Later;
    }
    /// Who acts, as it stands beside dated rows.
    pub fn author(&self) -> String {
        self.by.to_string()
    }

    /// Who acts.
    pub fn who(&self) -> &Actor {
        self.by
    }

    /// Writes the act into the journal. `subject` names the thing, e.g. `edition:sek/2`.
    pub fn journal(&mut self, subject: &str, detail: &impl Serialize) -> AppResult<()> {
        event::append(
            self.conn,
            self.now,
            &self.by.to_string(),
            A::NAME,
            subject,
            detail,
        )
    }
}
