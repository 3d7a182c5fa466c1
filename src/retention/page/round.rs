//! The round beside the requests: soon after something was erased it is gone from the files, too, and the ledger beside the
//! database knows of it.

use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::web::Data;
use anyhow::Context;

use crate::base::db::Db;
use crate::base::erasure::{entries, keep_file};
use crate::base::site::Site;
use crate::retention::store::ledger_lines;

/// How many lines the ledger had when this process looked last. Where nothing was erased there is nothing to settle; after a start
/// with some, it is done once more, because the process before may have broken off.
static SEEN: AtomicI64 = AtomicI64::new(0);

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    let known = SEEN.load(Ordering::Relaxed);
    match settle(&site, &db, known).await {
        Ok(lines) => SEEN.store(lines, Ordering::Relaxed),
        Err(why) => {
            tracing::warn!(%why, "erased words are not out of the files yet; it is tried again");
        }
    }
}

/// Does so when the ledger has other lines than are known; gives how many it has.
///
/// # Errors
/// When the database or the file fails.
pub async fn settle(site: &Data<Site>, db: &Db, known: i64) -> anyhow::Result<i64> {
    let lines = db.read(ledger_lines).await?;
    if lines == known {
        return Ok(lines);
    }
    let ledger = db.read(entries).await?;
    let (db, file) = (db.clone(), site.config.retention.ledger.clone());
    let work = move || {
        db.settle()?;
        if !file.as_os_str().is_empty() {
            keep_file(&file, ledger)?;
        }
        anyhow::Ok(())
    };
    actix_web::rt::task::spawn_blocking(work)
        .await
        .context("broken off")??;
    Ok(lines)
}
