//! Residents hear what became of what they gave under the codes in their accounts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::web::Data;

use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::site::Site;
use crate::participation;
use crate::resident::store::{self, codes};
use crate::revision::page::round::{Author, tell};
use crate::revision::store::told::Telling;

/// How often to look, in seconds: it opens every sealed code.
const EVERY: i64 = 10 * 60;

/// When this process looked last, in seconds since 1970.
static LOOKED_AT: AtomicI64 = AtomicI64::new(0);

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    let now = site.clock.now().timestamp();
    if now - LOOKED_AT.load(Ordering::Relaxed) < EVERY {
        return;
    }
    LOOKED_AT.store(now, Ordering::Relaxed);
    if let Err(why) = round(&site, &db).await {
        tracing::warn!(%why, "residents could not be told; it is tried again");
    }
}

/// Tells residents. Gives how many.
///
/// # Errors
/// When the database fails.
pub async fn round(site: &Data<Site>, db: &Db) -> AppResult<usize> {
    tell(site, db, authors).await
}

/// Residents with a code of this consultation under which something counts. Three queries, however many there are.
fn authors(conn: &mut Conn, telling: &Telling, site: &Site) -> AppResult<Vec<Author>> {
    let mut by_hash: HashMap<String, Vec<usize>> = HashMap::new();
    let accounts = store::all(conn)?;
    let mut kept = codes::all(conn, &site.secrets)?;
    for (at, account) in accounts.iter().enumerate() {
        for code in kept.remove(&account.id).unwrap_or_default() {
            by_hash
                .entry(code.hash(&site.secrets))
                .or_default()
                .push(at);
        }
    }
    let hashes: Vec<String> = by_hash.keys().cloned().collect();
    let mut taking_part: Vec<usize> = participation::find_each(conn, &hashes)?
        .into_iter()
        .filter(|(_, one)| one.consultation == telling.on.id && one.withdrawn_on.is_none())
        .filter_map(|(hash, _)| by_hash.remove(&hash))
        .flatten()
        .collect();
    taking_part.sort_unstable();
    taking_part.dedup();
    let author = |at: usize| {
        let account = accounts.get(at)?;
        Some(Author {
            recipient: format!("resident:{}", account.id),
            to: vec![(account.address.clone(), account.lang)],
        })
    };
    Ok(taking_part.into_iter().filter_map(author).collect())
}
