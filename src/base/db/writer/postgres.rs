//! One write on PostgreSQL: repeated when it collides, and never done twice when the connection breaks.
//!
//! A connection that breaks before the commit was asked for has stored nothing. One that breaks between the commit and its
//! reply has stored everything or nothing, and only the server knows which: it is asked, by the number of the transaction.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::result::Error;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{Connection, QueryableByName, RunQueryDsl, sql_query};

use super::{Conn, Job, NotStored, Place, is_collision, panicked, reconnect};
use crate::base::error::AppError;

/// How often a transaction that collided is repeated.
const TRIES: u32 = 20;
/// How long to ask what became of a commit. A server that was restarted is mostly back sooner.
const ASKING: Duration = Duration::from_secs(5);
/// How long to wait between two questions.
const PAUSE: Duration = Duration::from_millis(200);

/// How a try ended that did not end well.
enum Ended {
    /// Another transaction came first.
    Collided,
    /// The connection broke before the commit was asked for.
    Before(NotStored),
    /// The connection broke while the commit was on its way.
    During(i64, NotStored),
    /// The closure broke off.
    Panicked,
}

/// Runs one write until it is stored or known not to be.
pub(super) fn commit(place: &Place, conn: &mut Conn, job: &mut dyn Job) -> Result<(), NotStored> {
    let mut has_broken = false;
    let mut last = NotStored::Refused("collided too often".into());
    for attempt in 1..=TRIES {
        let (why, is_stored) = match once(conn, job, attempt > 1) {
            Ok(()) if job.collided() => continue,
            Ok(()) => return Ok(()),
            Err(Ended::Collided) => continue,
            Err(Ended::Panicked) => {
                reconnect(place, conn);
                return Err(panicked());
            }
            Err(Ended::Before(why)) => {
                reconnect(place, conn);
                (why, false)
            }
            Err(Ended::During(number, why)) => match ask(place, conn, number) {
                Some(is_stored) => (why, is_stored),
                // Neither known to be stored nor known not to be: told as not stored, and never repeated here.
                None => return Err(why),
            },
        };
        if is_stored {
            tracing::warn!("a commit lost its reply and is stored all the same");
            return Ok(());
        }
        last = why;
        if has_broken {
            break;
        }
        has_broken = true;
    }
    Err(last)
}

/// One try. The first runs beside all others; whoever collided once runs alone: it waits at a lock that is taken before
/// the transaction's snapshot, so it cannot collide again, however many others write.
///
/// `Ok` when the transaction ended as the closure wished (committed, or rolled back with its error inside).
fn once(conn: &mut Conn, job: &mut dyn Job, alone: bool) -> Result<(), Ended> {
    let Conn::Postgres(postgres) = &mut *conn else {
        return Err(Ended::Panicked);
    };
    let statement = if alone {
        "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE installation IN EXCLUSIVE MODE"
    } else {
        "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE installation IN ROW SHARE MODE"
    };
    AnsiTransactionManager::begin_transaction_sql(postgres, statement).map_err(before)?;
    let kept = catch_unwind(AssertUnwindSafe(|| job.run(conn))).map_err(|_| Ended::Panicked)?;
    if !kept {
        return <Conn as Connection>::TransactionManager::rollback_transaction(conn)
            .map_err(before);
    }
    let number = match number(conn) {
        Ok(Some(number)) => number,
        // Nothing was written, so nothing can be lost.
        Ok(None) => {
            return <Conn as Connection>::TransactionManager::commit_transaction(conn)
                .map_err(before);
        }
        Err(why) => {
            // Where even this fails, the next try gets a fresh connection.
            let _ = <Conn as Connection>::TransactionManager::rollback_transaction(conn);
            return Err(before(why));
        }
    };
    <Conn as Connection>::TransactionManager::commit_transaction(conn).map_err(|why| {
        match before(why) {
            Ended::Before(told) => Ended::During(number, told),
            collided => collided,
        }
    })
}

fn before(why: Error) -> Ended {
    let told = NotStored::of(&why);
    if is_collision(&AppError::from(why)) {
        Ended::Collided
    } else {
        Ended::Before(told)
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = Nullable<BigInt>)]
    number: Option<i64>,
}

/// By which number the server knows this transaction; it has one as soon as it has written something.
fn number(conn: &mut Conn) -> Result<Option<i64>, Error> {
    let found: Number =
        sql_query("SELECT txid_current_if_assigned() AS number").get_result(conn)?;
    Ok(found.number)
}

#[derive(QueryableByName)]
struct Fate {
    #[diesel(sql_type = Nullable<Text>)]
    fate: Option<String>,
}

/// What became of a transaction; nothing, when the server does not come back or does not know any more.
fn ask(place: &Place, conn: &mut Conn, number: i64) -> Option<bool> {
    let until = Instant::now() + ASKING;
    loop {
        if reconnect(place, conn) {
            let asked = sql_query("SELECT txid_status($1) AS fate").bind::<BigInt, _>(number);
            match asked.get_result::<Fate>(conn).ok().and_then(|it| it.fate) {
                Some(fate) if fate == "committed" => return Some(true),
                Some(fate) if fate == "aborted" => return Some(false),
                _ => {}
            }
        }
        if Instant::now() >= until {
            return None;
        }
        thread::park_timeout(PAUSE);
    }
}
