//! Writing on SQLite: one writes at a time, so whoever waits shares a transaction.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::{
    Company, Conn, Job, Jobs, NotStored, Place, Teller, gather, panicked, reconnect, who_waits,
};

/// SQLite: everything that waits goes into one transaction, a savepoint each, one fsync for all.
pub(super) fn commit_in_groups(place: &Place, mut conn: Conn, jobs: &Jobs, teller: &Teller) {
    let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);
    let mut before = 0;
    loop {
        let all = who_waits(&jobs, before);
        before = all.len();
        if before == 0 {
            return;
        }
        let mut waiting = gather(all);
        while !waiting.is_empty() {
            waiting = commit_group(place, &mut conn, waiting, teller);
        }
    }
}

/// Runs one group. Returns those that must run again because another of the group panicked.
fn commit_group(
    place: &Place,
    conn: &mut Conn,
    mut group: Vec<Box<dyn Job>>,
    teller: &Teller,
) -> Vec<Box<dyn Job>> {
    let Conn::Sqlite(sqlite) = &mut *conn else {
        return Vec::new();
    };
    if let Err(why) = AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE") {
        // Whatever keeps this connection from beginning (a rollback that failed, say) must not keep the next group.
        reconnect(place, conn);
        teller.tell(group, Err(NotStored::of(&why)));
        return Vec::new();
    }
    let company = match group.len() {
        1 => Company::Alone,
        _ => Company::Others,
    };
    let mut is_kept = false;
    for n in 0..group.len() {
        let run = AssertUnwindSafe(|| group[n].run(conn, company));
        let Ok(kept) = catch_unwind(run) else {
            // The transaction is in an unknown state: begin anew on a fresh connection, without the one that panicked.
            reconnect(place, conn);
            let mut broken = group.remove(n);
            let others = broken.apart();
            if others.is_empty() {
                broken.settle(&Err(panicked()));
            } else {
                // Which of them it was shows when each runs alone.
                group.push(broken);
                group.extend(others);
            }
            return group;
        };
        is_kept |= kept;
    }
    let committed = if is_kept {
        <Conn as Connection>::TransactionManager::commit_transaction(conn)
    } else {
        <Conn as Connection>::TransactionManager::rollback_transaction(conn)
    };
    let committed = committed.map_err(|why| NotStored::of(&why));
    if committed.is_err() {
        reconnect(place, conn);
    }
    teller.tell(group, committed);
    Vec::new()
}
