//! The log. It tells what the server did, never who asked: no address, no path (tokens stand in it), no form.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::base::config::{Log, LogFormat};

/// Begins to write the log to the error output. A second call, as in tests, changes nothing.
///
/// # Errors
/// When the level is neither a level nor a filter.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::builder()
        .parse(&log.level)
        .map_err(|error| anyhow::anyhow!("log.level: {error}"))?;
    let lines = fmt()
        .with_env_filter(filter)
        .with_target(false)
        // Where nobody listens any more, complaining about it would end the thread that complains.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let _ = match log.format {
        LogFormat::Json => lines.json().flatten_event(true).finish().try_init(),
        LogFormat::Text => lines.finish().try_init(),
    };
    Ok(())
}
