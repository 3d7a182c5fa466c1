//! The round beside the requests: what people wrote becomes ready to be read at the desk.

use actix_web::web::Data;

use crate::account::{Actor, May};
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::site::Site;
use crate::theme::{GatherContributions, store};

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    match gather(&site, &db).await {
        Ok(0) => {}
        Ok(taken) => tracing::debug!(taken, "contributions are ready to be read"),
        Err(why) => {
            tracing::warn!(%why, "contributions could not be taken over; it is tried again");
        }
    }
}

/// Takes over what is new. Gives how many contributions became ready.
///
/// # Errors
/// When the database fails.
pub async fn gather(site: &Site, db: &Db) -> AppResult<usize> {
    let mut taken = 0;
    while db.read(store::gather::is_behind).await? {
        // Asking reads over all texts; whoever works through very many asks again only when nothing is left to do.
        loop {
            let may = May::<GatherContributions>::by(Actor::System, db, &site.clock)?;
            match may.write(store::gather).await? {
                0 => break,
                more => taken += more,
            }
        }
    }
    Ok(taken)
}
