//! Passwords are compared beside the threads that answer requests, two at a time: each costs 19 MiB and 30 ms.

use std::time::Duration;

use actix_web::rt::time::timeout;
use actix_web::web::block;
use anyhow::anyhow;
use tokio::sync::Semaphore;

use crate::account::model::password;
use crate::base::error::{AppError, AppResult};

static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// How long somebody waits for her turn before the page says that there is too much to do.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether this is the password that was kept; takes as long when none was.
pub(super) async fn is_right(given: String, kept: Option<String>) -> AppResult<bool> {
    aside(move || password::is_right(&given, kept.as_deref())).await
}

/// As a new password is kept.
pub(super) async fn hash(given: String) -> AppResult<String> {
    aside(move || password::hash(&given)).await?
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> AppResult<T> {
    let turn = timeout(PATIENCE, AT_ONCE.acquire()).await;
    let turn = turn.map_err(|_| AppError::Busy)?;
    let turn = turn.map_err(|why| anyhow!("{why}"))?;
    let done = block(move || {
        // Kept until the work is done, even when whoever asked has gone.
        let _turn = turn;
        work()
    });
    Ok(done.await.map_err(|why| anyhow!("{why}"))?)
}
