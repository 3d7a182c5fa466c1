//! The round that forgets links and sessions that are over, and with them addresses that nobody has confirmed.

use std::future::Future;
use std::pin::Pin;

use actix_web::web::Data;

use crate::account::{Actor, May};
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::site::Site;
use crate::resident::{ComeIn, store};

/// The round as the server begins it.
pub fn chore(site: Data<Site>, db: Db) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        if let Err(why) = round(&site, &db).await {
            tracing::warn!(%why, "old links could not be forgotten; it is tried again");
        }
    })
}

/// Forgets what is over.
///
/// # Errors
/// When the database fails.
pub async fn round(site: &Site, db: &Db) -> AppResult<()> {
    let now = site.clock.now();
    if db
        .read(move |conn| store::is_anything_over(conn, now))
        .await?
    {
        let may = May::<ComeIn>::by(Actor::System, db, &site.clock)?;
        may.write(store::forget_over).await?;
    }
    Ok(())
}
