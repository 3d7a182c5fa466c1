//! Many clients at once, and what came of it.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, ensure};
use serde::Serialize;

use crate::http::Client;
use crate::process::Server;

/// What one run of a crowd measured.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sample {
    /// Things done a second.
    pub rate: f64,
    /// How long one took, in the middle, in milliseconds.
    pub p50_ms: f64,
    /// How long the slowest in a hundred took, in milliseconds.
    pub p99_ms: f64,
    /// How long the slowest of all took, in milliseconds.
    pub max_ms: f64,
    /// The server's processor time for one, in microseconds. It changes least when others work on the machine.
    pub cpu_us: f64,
    /// How many were done.
    pub count: usize,
}

/// Lets `clients` threads do one thing again and again, until the time is over or nothing is left (`false`).
/// `ready` prepares a client before the clock starts. One failure fails the run: a figure of faulty answers is none.
pub fn crowd<W>(
    clients: usize,
    time: Duration,
    server: &Server,
    ready: impl Fn(usize) -> anyhow::Result<W> + Sync,
) -> anyhow::Result<Sample>
where
    W: FnMut() -> anyhow::Result<bool>,
{
    let gate = Barrier::new(clients + 1);
    let (times, wall, cpu) = thread::scope(|scope| {
        let (gate, ready) = (&gate, &ready);
        let client = |n| {
            scope.spawn(move || {
                let work = ready(n);
                gate.wait();
                repeat(work?, time)
            })
        };
        let clients: Vec<_> = (0..clients).map(client).collect();
        let before = server.cpu();
        gate.wait();
        let began = Instant::now();
        let mut times = Vec::new();
        for client in clients {
            let done = client.join().map_err(|_| anyhow!("a client broke off"))?;
            times.extend(done?);
        }
        anyhow::Ok((
            times,
            began.elapsed(),
            server.cpu()?.saturating_sub(before?),
        ))
    })?;
    sample(times, wall, cpu)
}

fn repeat(
    mut work: impl FnMut() -> anyhow::Result<bool>,
    time: Duration,
) -> anyhow::Result<Vec<Duration>> {
    let began = Instant::now();
    let mut times = Vec::new();
    loop {
        let from = Instant::now();
        if from - began >= time || !work()? {
            return Ok(times);
        }
        times.push(from.elapsed());
    }
}

/// Sums up how long each thing took.
pub fn sample(mut times: Vec<Duration>, wall: Duration, cpu: Duration) -> anyhow::Result<Sample> {
    ensure!(!times.is_empty(), "nothing was done in the given time");
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    let count = f64::from(u32::try_from(times.len())?);
    Ok(Sample {
        rate: count / wall.as_secs_f64(),
        p50_ms: at(50),
        p99_ms: at(99),
        max_ms: at(100),
        cpu_us: cpu.as_secs_f64() * 1e6 / count,
        count: times.len(),
    })
}

/// Requests of one kind from all clients, each always with the same one, for the given time; each answer must have the expected status.
pub fn same(
    clients: usize,
    time: Duration,
    server: &Server,
    requests: &[Vec<u8>],
    expected: u16,
) -> anyhow::Result<Sample> {
    crowd(clients, time, server, |n| {
        let request = requests
            .get(n % requests.len().max(1))
            .context("no request")?;
        let mut client = asked_once(server.at_of(n), request, expected)?;
        Ok(move || {
            let status = client.exchange(request)?;
            ensure!(status == expected, "{status} instead of {expected}");
            Ok(true)
        })
    })
}

/// A client with a warm connection.
fn asked_once(at: SocketAddr, request: &[u8], expected: u16) -> anyhow::Result<Client> {
    let mut client = Client::connect(at)?;
    let status = client.exchange(request)?;
    let asked = String::from_utf8_lossy(request);
    ensure!(
        status == expected,
        "{status} instead of {expected} for {asked}"
    );
    Ok(client)
}
