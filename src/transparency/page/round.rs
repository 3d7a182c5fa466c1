//! The round beside the requests: lines that wait come into the list.

use actix_web::web::Data;

use crate::account::{Actor, May};
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::site::Site;
use crate::transparency::{KeepLog, store};

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    match round(&site, &db).await {
        Ok(0) => {}
        Ok(lines) => tracing::info!(lines, "the check list goes on"),
        Err(why) => tracing::warn!(%why, "the check list could not go on; it is tried again"),
    }
}

/// Lays what waits into the list, when it is time. Gives how many lines there were.
///
/// # Errors
/// When the database fails.
pub async fn round(site: &Site, db: &Db) -> AppResult<usize> {
    let now = site.clock.now();
    if !db.read(move |conn| store::is_waiting(conn, now)).await? {
        return Ok(0);
    }
    let order = db.read(store::order).await?;
    let mut lines = 0;
    for (n, piece) in order.pieces().enumerate() {
        let may = May::<KeepLog>::by(Actor::System, db, &site.clock)?;
        let placed = may
            .write(move |tx| store::settle(tx, &piece, n == 0))
            .await?;
        lines += placed;
        if n == 0 && placed == 0 {
            break;
        }
    }
    Ok(lines)
}
