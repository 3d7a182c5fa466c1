//! The log. It tells what the server did, never who asked: no address, no path (tokens stand in it), no form.

use std::io::{self, IsTerminal, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tracing::Metadata;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt;

use crate::base::config::{Log, LogFormat};

/// What lines of single requests belong to. They wait a moment and are written together: one call of the system for each would take
/// as long as the answer of a page that is kept. Everything else is written at once, after what waits.
pub const REQUEST: &str = "trialog::request";

/// How long they wait at most.
const MOMENT: Duration = Duration::from_millis(100);
/// How many bytes wait at most.
const MOST: usize = 16 * 1024;

static WAITING: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static SOME_WAIT: Condvar = Condvar::new();

/// Begins to write the log to the error output. A second call, as in tests, changes nothing.
///
/// # Errors
/// When the level is neither a level nor a filter.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::builder()
        .parse(&log.level)
        .map_err(|error| anyhow::anyhow!("log.level: {error}"))?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        // Where nobody listens any more, complaining about it would end the thread that complains.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(Lines {
            at_once: io::stderr().is_terminal(),
        });
    let begun = match log.format {
        LogFormat::Json => lines.json().flatten_event(true).finish().try_init(),
        LogFormat::Text => lines.finish().try_init(),
    };
    if begun.is_ok() {
        let writer = thread::Builder::new().name("log".to_owned());
        writer.spawn(write_now_and_then)?;
    }
    Ok(())
}

/// Writes what waits; for the end of the program.
pub fn finish() {
    flush(&mut waiting());
}

fn waiting() -> MutexGuard<'static, Vec<u8>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn flush(waiting: &mut Vec<u8>) {
    // Where nobody listens there is nobody to tell.
    let _ = io::stderr().write_all(waiting);
    waiting.clear();
}

fn write_now_and_then() {
    loop {
        let some = SOME_WAIT.wait_while(waiting(), |lines| lines.is_empty());
        let some = some.unwrap_or_else(PoisonError::into_inner);
        // More may come; somebody else may write them all.
        let moment = SOME_WAIT.wait_timeout_while(some, MOMENT, |lines| !lines.is_empty());
        flush(&mut moment.unwrap_or_else(PoisonError::into_inner).0);
    }
}

/// Where lines are written.
struct Lines {
    /// Somebody watches.
    at_once: bool,
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Line;

    fn make_writer(&'a self) -> Line {
        Line { waits: false }
    }

    fn make_writer_for(&'a self, of: &Metadata<'_>) -> Line {
        let waits = !self.at_once && of.target() == REQUEST;
        Line { waits }
    }
}

struct Line {
    waits: bool,
}

impl Write for Line {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut waiting = waiting();
        if self.waits && waiting.is_empty() {
            SOME_WAIT.notify_one();
        }
        waiting.extend_from_slice(line);
        if !self.waits || waiting.len() >= MOST {
            flush(&mut waiting);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
