//! Connections that only read.

use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};

use anyhow::Context;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection};

use super::{Conn, Place};
use crate::base::error::{AppError, AppResult};

/// How long to wait for a connection: until then a database that went away may be back, or another may have taken its place.
const PATIENCE: Duration = Duration::from_secs(5);
/// The same for a standby: whoever waits can be served without it.
const BRIEFLY: Duration = Duration::from_millis(200);

/// How long a connection that has answered is taken to be alive. Asking it each time would double the way of a short read; who
/// comes within this time after the database went away is told to try again.
const ALIVE: Duration = Duration::from_millis(50);

/// A connection that goes back when it is dropped.
pub(super) type Lent = PooledConnection<Readers>;

/// A few connections on which the database itself refuses every write.
#[derive(Clone)]
pub struct ReadPool(Pool<Readers>);

pub(super) struct Readers(Place);

/// A connection, and when it last answered well.
pub(super) struct Kept {
    conn: Conn,
    answered: Option<Instant>,
}

impl Kept {
    /// Reads. A connection that failed is asked whether it lives before anybody else gets it.
    pub(super) fn ask<T>(&mut self, work: impl FnOnce(&mut Conn) -> AppResult<T>) -> AppResult<T> {
        self.answered = None;
        let read = work(&mut self.conn)?;
        self.answered = Some(Instant::now());
        Ok(read)
    }
}

impl Deref for Kept {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Kept {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl ManageConnection for Readers {
    type Connection = Kept;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Kept, Self::Error> {
        let mut conn = self
            .0
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)?;
        let settings = match &conn {
            Conn::Sqlite(_) => {
                // Pages are read into a small cache and not mapped: that is as fast, and a map of a large database
                // would count as memory of the server, once for each connection.
                "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -4096; \
                 PRAGMA temp_store = MEMORY;"
            }
            Conn::Postgres(_) => "SET default_transaction_read_only = on; SET TIME ZONE 'UTC'",
        };
        conn.batch_execute(settings)
            .map_err(diesel::r2d2::Error::QueryError)?;
        Ok(Kept {
            conn,
            answered: None,
        })
    }

    fn is_valid(&self, kept: &mut Kept) -> Result<(), Self::Error> {
        if kept.answered.is_some_and(|at| at.elapsed() < ALIVE) {
            return Ok(());
        }
        match &mut kept.conn {
            // A file does not hang up.
            Conn::Sqlite(_) => Ok(()),
            conn @ Conn::Postgres(_) => diesel::sql_query("SELECT 1")
                .execute(conn)
                .map(|_| ())
                .map_err(diesel::r2d2::Error::QueryError),
        }
    }

    /// Asked whenever somebody gives a connection back.
    fn has_broken(&self, kept: &mut Kept) -> bool {
        kept.conn.is_broken()
    }
}

impl ReadPool {
    pub(super) fn open(place: &Place, size: u32) -> anyhow::Result<Self> {
        Pool::builder()
            .max_size(size.max(1))
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .build(Readers(place.clone()))
            .map(Self)
            .context("no connection for reading")
    }

    /// Connections that are made only when they are asked for: a standby that is away stops no start.
    pub(super) fn of_standby(place: &Place, size: u32) -> Self {
        let pool = Pool::builder()
            .max_size(size.max(1))
            .min_idle(Some(0))
            .connection_timeout(BRIEFLY)
            .build_unchecked(Readers(place.clone()));
        Self(pool)
    }

    /// A connection, if one is to be had at once.
    pub(super) fn lend(&self) -> Option<Lent> {
        self.0.get().ok()
    }

    /// A connection that nobody uses just now.
    pub(super) fn free(&self) -> Option<Lent> {
        self.0.try_get()
    }

    /// How many connections there are, and how many of them have nothing to do.
    pub(super) fn load(&self) -> (u32, u32) {
        let state = self.0.state();
        (state.connections, state.idle_connections)
    }

    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Conn) -> AppResult<T>) -> AppResult<T> {
        let mut conn = self.0.get().map_err(|why| {
            tracing::warn!(%why, "no reading connection is free");
            AppError::Busy
        })?;
        conn.ask(work).map_err(told)
    }
}

/// What whoever reads is told of a failure.
pub(super) fn told(why: AppError) -> AppError {
    match why {
        AppError::Internal(cause) if cause.downcast_ref().is_some_and(super::is_out_of_reach) => {
            tracing::warn!(%cause, "not read: the database cannot be reached");
            AppError::Busy
        }
        why => why,
    }
}
