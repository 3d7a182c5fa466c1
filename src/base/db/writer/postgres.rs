//! One write on PostgreSQL: repeated when it collides, and never done twice when the connection breaks.
//!
//! A connection that breaks before the commit was asked for has stored nothing. One that breaks between the commit and its
//! reply has stored everything or nothing, and only the server knows which. The number of the transaction alone does not tell:
//! after a crash PostgreSQL gives the numbers of lost transactions again, and "committed" may be somebody else's. So each
//! transaction leaves a mark, in one row of its thread; it is stored if, and only if, its mark is.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;
use diesel::result::Error;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::{
    Company, Conn, Job, Jobs, NotStored, Place, Teller, gather, is_collision, panicked, reconnect,
    who_waits,
};
use crate::base::error::AppError;
use crate::base::id::{base32, random};
use crate::base::schema::last_commits;

/// How often a transaction that collided is repeated.
const TRIES: u32 = 20;
/// How long to ask what became of a commit. A server that was restarted is mostly back sooner.
const ASKING: Duration = Duration::from_secs(5);
/// How long to wait between two questions.
const PAUSE: Duration = Duration::from_millis(200);

/// PostgreSQL: a transaction each, as if each ran alone; two that collide are repeated.
pub(super) fn commit_one_by_one(place: &Place, mut conn: Conn, jobs: &Jobs, teller: &Teller) {
    let mut hand = Hand::new();
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut job) = next else { return };
        let committed = commit(place, &mut conn, &mut hand, job.as_mut());
        teller.tell(vec![job], committed);
    }
}

/// PostgreSQL: those who can be done together, in one transaction.
pub(super) fn commit_together(
    place: &Place,
    mut conn: Conn,
    jobs: &Receiver<Box<dyn Job>>,
    teller: &Teller,
) {
    let mut hand = Hand::new();
    let mut before = 0;
    loop {
        let all = who_waits(jobs, before);
        before = all.len();
        if before == 0 {
            return;
        }
        for mut job in gather(all) {
            let committed = commit(place, &mut conn, &mut hand, job.as_mut());
            teller.tell(vec![job], committed);
        }
    }
}

/// How a try ended that did not end well.
enum Ended {
    /// Another transaction came first.
    Collided,
    /// The connection broke before the commit was asked for.
    Before(NotStored),
    /// The connection broke while the commit of this transaction was on its way.
    During(i64, NotStored),
    /// The closure broke off.
    Panicked,
}

/// A thread that writes, as the database knows it.
pub(super) struct Hand {
    /// No other has it, in this process or another.
    name: String,
    /// The mark of its newest transaction.
    mark: i64,
}

impl Hand {
    /// One that has written nothing.
    pub(super) fn new() -> Self {
        Self {
            name: base32(&random::<10>()),
            mark: 0,
        }
    }
}

/// Runs one write until it is stored or known not to be.
pub(super) fn commit(
    place: &Place,
    conn: &mut Conn,
    hand: &mut Hand,
    job: &mut dyn Job,
) -> Result<(), NotStored> {
    let mut has_broken = false;
    let mut last = NotStored::Refused("collided too often".into());
    for attempt in 1..=TRIES {
        let (why, is_stored) = match once(conn, hand, job, attempt > 1) {
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
            Err(Ended::During(number, why)) => match ask(place, conn, hand, number) {
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
fn once(conn: &mut Conn, hand: &mut Hand, job: &mut dyn Job, alone: bool) -> Result<(), Ended> {
    let Conn::Postgres(postgres) = &mut *conn else {
        return Err(Ended::Panicked);
    };
    let statement = if alone {
        "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE installation IN EXCLUSIVE MODE"
    } else {
        "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE installation IN ROW SHARE MODE"
    };
    AnsiTransactionManager::begin_transaction_sql(postgres, statement).map_err(before)?;
    let kept = catch_unwind(AssertUnwindSafe(|| job.run(conn, Company::Alone)))
        .map_err(|_| Ended::Panicked)?;
    if !kept {
        return <Conn as Connection>::TransactionManager::rollback_transaction(conn)
            .map_err(before);
    }
    let number = match leave_mark(conn, hand) {
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
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Marks this transaction, if it has written anything, and says by which number the server knows it.
fn leave_mark(conn: &mut Conn, hand: &mut Hand) -> Result<Option<i64>, Error> {
    hand.mark += 1;
    let found: Option<Number> = sql_query(
        "INSERT INTO last_commits (hand, mark) \
         SELECT $1, $2 WHERE txid_current_if_assigned() IS NOT NULL \
         ON CONFLICT (hand) DO UPDATE SET mark = excluded.mark \
         RETURNING txid_current() AS number",
    )
    .bind::<Text, _>(&hand.name)
    .bind::<BigInt, _>(hand.mark)
    .get_result(conn)
    .optional()?;
    Ok(found.map(|found| found.number))
}

#[derive(QueryableByName)]
struct Fate {
    #[diesel(sql_type = Nullable<Text>)]
    fate: Option<String>,
}

/// Whether a transaction is stored; nothing, when the server does not come back or does not know any more.
fn ask(place: &Place, conn: &mut Conn, hand: &Hand, number: i64) -> Option<bool> {
    let until = Instant::now() + ASKING;
    loop {
        // The mark only once the server is done with the transaction: until then its commit may still come.
        if reconnect(place, conn)
            && is_over(conn, number)
            && let Ok(mark) = mark_of(conn, hand)
        {
            let is_stored = mark == Some(hand.mark);
            // A server that broke down shows a commit before its standby has it; only what the standby has, too, is confirmed.
            if !is_stored || is_carried_on(conn, hand) {
                return Some(is_stored);
            }
        }
        if Instant::now() >= until {
            return None;
        }
        thread::park_timeout(PAUSE);
    }
}

/// Whether the server is done with a transaction of this number, whoever had it.
fn is_over(conn: &mut Conn, number: i64) -> bool {
    let asked = sql_query("SELECT txid_status($1) AS fate").bind::<BigInt, _>(number);
    let fate = asked.get_result::<Fate>(conn).ok().and_then(|it| it.fate);
    matches!(fate.as_deref(), Some("committed" | "aborted"))
}

/// Writes the mark once more, and so waits for whatever each commit waits for; commits are carried on in their order.
fn is_carried_on(conn: &mut Conn, hand: &Hand) -> bool {
    let own = last_commits::table.find(&hand.name);
    let again = diesel::update(own).set(last_commits::mark.eq(hand.mark));
    again.execute(conn).is_ok()
}

fn mark_of(conn: &mut Conn, hand: &Hand) -> QueryResult<Option<i64>> {
    last_commits::table
        .find(&hand.name)
        .select(last_commits::mark)
        .first(conn)
        .optional()
}
