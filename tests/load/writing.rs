//! W1: many people fill in a survey and hand it in; then the same rows are written without the product.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Barrier, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{anyhow, ensure};

use crate::commits;
use crate::counted::Rows;
use crate::crowd::{Sample, crowd};
use crate::flow::{self, Prepared};
use crate::http::Client;
use crate::pooled::{self, Bench};
use crate::process::Server;

/// How many submissions share a commit in the last ceiling.
pub const BATCH: u64 = 64;

/// How much is written in one round.
pub struct Amount {
    /// Participations that each client prepares.
    pub each: usize,
    /// The time for that; each client prepares one in any case.
    pub at_most: Duration,
    /// How long each ceiling is measured.
    pub window: Duration,
}

/// What one round of writing measured.
pub struct Written {
    /// The last form alone, sent by all clients at once.
    pub handing_in: Sample,
    /// Everything from the invitation to the receipt; its times are sums of those of both parts.
    pub whole: Sample,
    /// The same form sent to a bare web server, each submission in a transaction of a pool's connection.
    pub pooled: Sample,
    /// The same with keys that lie together, as the product's do.
    pub pooled_near: Sample,
    /// The rows of one submission, a commit each.
    pub single: Sample,
    /// The rows of one submission, [`BATCH`] of them in a commit.
    pub batched: Sample,
    /// Of one submission.
    pub rows: Rows,
}

/// One round.
pub fn write(
    clients: usize,
    server: &Server,
    bench: &Bench,
    amount: &Amount,
) -> anyhow::Result<Written> {
    let database = &bench.database;
    let prepared = Mutex::new(Vec::new());
    let filling = crowd(clients, amount.at_most, server, |n| {
        let mut client = Client::reader(server.at_of(n))?;
        let (prepared, mut done) = (&prepared, 0);
        Ok(move || {
            if done == amount.each {
                return Ok(false);
            }
            done += 1;
            let person = flow::prepare(&mut client, n + done)?;
            lock(prepared).push(person);
            Ok(true)
        })
    })?;
    let before = commits::counted(database)?;
    let handing_in = crowd(clients, amount.at_most, server, |n| {
        let mut client = Client::reader(server.at_of(n))?;
        let prepared = &prepared;
        Ok(move || {
            let Some(person) = lock(prepared).pop() else {
                return Ok(false);
            };
            let to = client.send(&person.review, &person.fields)?;
            ensure!(to.ends_with("/receipt"), "a submission led to {to}");
            Ok(true)
        })
    })?;
    let after = commits::counted(database)?;
    let rows = Rows::between(before, after, handing_in.count)?;
    let ceiling = |batch| commits::commit(database, rows, batch, amount.window);
    Ok(Written {
        whole: Sample {
            rate: 1.0 / (1.0 / filling.rate + 1.0 / handing_in.rate),
            p50_ms: filling.p50_ms + handing_in.p50_ms,
            p99_ms: filling.p99_ms + handing_in.p99_ms,
            max_ms: filling.max_ms + handing_in.max_ms,
            cpu_us: filling.cpu_us + handing_in.cpu_us,
            count: handing_in.count,
        },
        handing_in,
        pooled: pooled::hand_in(bench, rows.by_chance(), clients, amount.window)?,
        pooled_near: pooled::hand_in(bench, rows, clients, amount.window)?,
        single: ceiling(1)?,
        batched: ceiling(BATCH)?,
        rows,
    })
}

/// A client that broke off ends the run anyway; the list is whole whatever happens.
fn lock(prepared: &Mutex<Vec<Prepared>>) -> MutexGuard<'_, Vec<Prepared>> {
    prepared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Measures something while so many people fill in surveys and hand them in, without a pause.
pub fn meanwhile<T>(
    clients: usize,
    server: &Server,
    measure: impl FnOnce() -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let (over, ready) = (AtomicBool::new(false), Barrier::new(clients + 1));
    thread::scope(|scope| {
        let (over, ready) = (&over, &ready);
        let write = |n: usize| {
            scope.spawn(move || {
                let client = Client::reader(server.at_of(n));
                ready.wait();
                let mut client = client?;
                while !over.load(Ordering::Relaxed) {
                    let person = flow::prepare(&mut client, n)?;
                    client.send(&person.review, &person.fields)?;
                }
                anyhow::Ok(())
            })
        };
        let writers: Vec<_> = (0..clients).map(write).collect();
        ready.wait();
        let measured = measure();
        over.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.join().map_err(|_| anyhow!("a writer broke off"))??;
        }
        measured
    })
}
