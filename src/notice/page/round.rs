//! The round that tells subscribers what has happened. It only finds what is true already: however late it comes, and
//! however many processes go round, each occasion is told once.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use actix_web::web::Data;
use chrono::{DateTime, Utc};

use super::letter;
use crate::account::{Actor, May};
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::site::Site;
use crate::consultation;
use crate::notice::SendNotices;
use crate::notice::model::{Facts, Occasion, Pace, Subscription, occasions, weekly};
use crate::notice::store::telling::{self, Notice};
use crate::notice::store::{self, subscriptions};

/// How many mails go into one transaction, and how many out in one round: the budget of all.
const TOGETHER: usize = 100;
const A_ROUND: usize = 300;

/// The round as the server begins it.
pub fn chore(site: Data<Site>, db: Db) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        match round(&site, &db).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "notices were written"),
            Err(why) => tracing::warn!(%why, "notices could not be written; it is tried again"),
        }
    })
}

/// Tells everyone what she has not been told, and forgets what is old. Gives how many mails were written.
///
/// # Errors
/// When the database fails.
pub async fn round(site: &Site, db: &Db) -> AppResult<usize> {
    let (now, zone) = (site.clock.now(), site.zone);
    let may = || May::<SendNotices>::by(Actor::System, db, &site.clock);
    let is_old = move |conn: &mut Conn| subscriptions::is_anything_old(conn, now);
    if db.read(is_old).await? {
        may()?.write(subscriptions::forget_old).await?;
    }
    let waiting = db
        .read(move |conn| {
            if !telling::is_anybody_there(conn)? {
                return Ok(Vec::new());
            }
            let all = consultation::list_published(conn)?;
            let mut waiting = Vec::new();
            for facts in store::facts(conn, all)? {
                let of = due(conn, &facts, now, zone)?;
                waiting.extend(of.into_iter().map(|(to, told)| (facts.clone(), to, told)));
            }
            Ok(waiting)
        })
        .await?;
    let mut notices = Vec::new();
    for (facts, to, told) in waiting.iter().take(A_ROUND) {
        let told: Vec<_> = told.iter().collect();
        notices.push(Notice {
            to: to.id.clone(),
            occasions: told.iter().map(|one| one.key.clone()).collect(),
            mail: letter::notice(to, facts, &told, site, now)?,
        });
    }
    let mut sent = 0;
    for some in notices.chunks(TOGETHER) {
        let some = some.to_vec();
        sent += may()?.write(move |tx| telling::tell(tx, &some)).await?;
    }
    Ok(sent)
}

/// Who is to be told what about a consultation now, by subscription.
fn due(
    conn: &mut Conn,
    facts: &Facts,
    now: DateTime<Utc>,
    zone: crate::base::clock::Zone,
) -> AppResult<Vec<(Subscription, Vec<Occasion>)>> {
    let all = occasions(facts, zone);
    let mut found: BTreeMap<_, (Subscription, Vec<Occasion>)> = BTreeMap::new();
    for pace in Pace::ALL {
        for one in all.iter().filter(|one| is_due(one, pace, now, zone)) {
            let of = &facts.consultation.id;
            let to = telling::untold(conn, of, pace, (&one.key, one.at), now)?;
            for subscription in to {
                let entry = found.entry(subscription.id.clone());
                let (_, told) = entry.or_insert((subscription, Vec::new()));
                told.push(one.clone());
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Whether something is to be told now to those with that pace.
fn is_due(
    occasion: &Occasion,
    pace: Pace,
    now: DateTime<Utc>,
    zone: crate::base::clock::Zone,
) -> bool {
    let Some(telling) = occasion.telling else {
        return false;
    };
    match pace {
        Pace::AtOnce => occasion.at <= now && now < telling.at_once,
        Pace::Weekly => {
            let holds = telling.weekly.is_some_and(|until| now < until);
            occasion.at <= weekly(now, zone) && holds
        }
    }
}
