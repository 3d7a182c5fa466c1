//! The round beside the requests: reminds organisations that have not answered, and takes files away that belong to nothing.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use actix_web::web::Data;
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};

use super::mail::addresses;
use crate::account::{Actor, May, Party};
use crate::base::attachment;
use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::outbox;
use crate::base::site::Site;
use crate::consultation::{self, Consultation, TrackKind};
use crate::organisation::model::Answer;
use crate::organisation::store::{invitations, organisations};
use crate::statement::WriteStatement;
use crate::statement::model::reminder;
use crate::statement::store::{self, deadlines, remind};

/// How long a file may lie without a row that names it.
const UNNAMED: Duration = Duration::from_hours(24);

/// How often to look for such files: it reads the whole folder.
const SWEEP_EVERY: i64 = 60 * 60;

/// When this process looked last, in seconds since 1970.
static SWEPT_AT: AtomicI64 = AtomicI64::new(0);

/// One reminder that is due.
#[derive(Clone, Debug)]
struct Due {
    on: Consultation,
    party: Id<Party>,
    closes_at: DateTime<Utc>,
    /// Which of the reminders.
    days_before: u32,
    /// How many days are left.
    left: u32,
}

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    match remind(&site, &db).await {
        Ok(0) => {}
        Ok(reminded) => tracing::info!(reminded, "organisations were reminded"),
        Err(why) => tracing::warn!(%why, "organisations could not be reminded; it is tried again"),
    }
    if !is_sweep_due(&SWEPT_AT, site.clock.now()) {
        return;
    }
    match sweep(&site, &db).await {
        Ok(0) => {}
        Ok(swept) => tracing::info!(swept, "files without a statement were taken away"),
        Err(why) => {
            tracing::warn!(%why, "files could not be swept; it is tried again in an hour");
        }
    }
}

/// Whether an hour is over since the last time; then this is the next one.
fn is_sweep_due(swept_at: &AtomicI64, now: DateTime<Utc>) -> bool {
    let now = now.timestamp();
    let is_due = now - swept_at.load(Ordering::Relaxed) >= SWEEP_EVERY;
    if is_due {
        swept_at.store(now, Ordering::Relaxed);
    }
    is_due
}

/// Reminds whoever is to be reminded now. Gives how many organisations were.
///
/// # Errors
/// When the database fails.
pub async fn remind(site: &Data<Site>, db: &Db) -> AppResult<usize> {
    let (now, zone) = (site.clock.now(), site.zone);
    let due = db.read(move |conn| due(conn, now, zone)).await?;
    let mut reminded = 0;
    for one in due {
        let may = May::<WriteStatement>::by(Actor::System, db, &site.clock)?;
        let site = site.clone();
        let sent = may
            .write(move |tx| {
                let key = (&one.on.id, &one.party, one.closes_at, one.days_before);
                if !remind::note(tx, key)? {
                    return Ok(false);
                }
                for mail in letters(tx.conn, &one, &site)? {
                    outbox::put(tx.conn, tx.now, &mail)?;
                }
                Ok(true)
            })
            .await?;
        reminded += usize::from(sent);
    }
    Ok(reminded)
}

/// Who has not answered and whose deadline is near. Only the nearest reminder counts: whoever was invited three days before
/// the end is not told that a week is left.
fn due(conn: &mut Conn, now: DateTime<Utc>, zone: Zone) -> AppResult<Vec<Due>> {
    let mut found = Vec::new();
    for on in consultation::list_published(conn)? {
        let Some(track) = on.track(TrackKind::Statements) else {
            continue;
        };
        if now < track.window.opens_at {
            continue;
        }
        let deadlines = deadlines::of(conn, &on)?;
        let latest = deadlines.granted.values().copied().max();
        if latest.map_or(deadlines.window.closes_at, |at| {
            at.max(deadlines.window.closes_at)
        }) <= now
        {
            continue;
        }
        let answered = answered(conn, &on)?;
        for invitation in invitations::of(conn, &on.id)? {
            let party = invitation.organisation.id.clone();
            let closes_at = deadlines.of(Some(&party));
            let is_open = invitation.answer() != Answer::Declined
                && invitation.organisation.state.can_be_invited()
                && !answered.contains(&party);
            if let Some((days_before, left)) = reminder(closes_at, now, zone).filter(|_| is_open) {
                found.push(Due {
                    on: on.clone(),
                    party,
                    closes_at,
                    days_before,
                    left,
                });
            }
        }
        remind::without(conn, &on.id, &mut found, |due| {
            (&due.on.id, &due.party, due.closes_at, due.days_before)
        })?;
    }
    Ok(found)
}

/// The organisations whose statement has come.
fn answered(conn: &mut Conn, on: &Consultation) -> AppResult<Vec<Id<Party>>> {
    let all = store::register(conn, &on.id)?;
    // Whoever has withdrawn has not answered.
    let came = all.into_iter().filter(|one| one.current().is_some());
    Ok(came.filter_map(|one| one.party).collect())
}

fn letters(conn: &mut Conn, due: &Due, site: &Site) -> AppResult<Vec<Mail>> {
    let lang = site.config.town.default_language;
    let last = site.zone.day(due.closes_at - TimeDelta::microseconds(1));
    let name = organisations::find(conn, &due.party)?.details.name;
    let mut args = Args::new();
    args.set("portal", site.config.town.portal_name.clone());
    args.set("town", site.config.town.name.clone());
    args.set("organisation", name);
    args.set("title", due.on.title.clone());
    args.set("until", lang.day(last, DayStyle::WeekdayYear));
    args.set("days", due.left);
    args.set(
        "url",
        format!(
            "{}/organisation/consultations/{}/statement",
            site.config.base_url(),
            due.on.slug
        ),
    );
    let letter = Letter {
        kind: "statement-reminder",
        subject_key: "mail-statement-reminder-subject",
        body_key: "mail-statement-reminder-body",
    };
    let to = addresses(conn, &due.party)?;
    let to = to.iter().filter_map(|email| Address::parse(email));
    to.map(|to| Mail::of(letter, to, &site.texts, lang, &args))
        .collect()
}

/// Takes files away that no row names, a day after they came. Gives how many.
///
/// # Errors
/// When the database or the disk fails.
pub async fn sweep(site: &Data<Site>, db: &Db) -> AppResult<usize> {
    let named = db.read(attachment::named).await?;
    let vault = site.vault.clone();
    let swept = actix_web::web::block(move || vault.sweep(&named, UNNAMED)).await;
    let swept = swept.context("files are swept beside the requests")?;
    Ok(swept.context("files cannot be swept")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_looked_through_once_an_hour() {
        let swept_at = AtomicI64::new(0);
        let at = |seconds: i64| DateTime::from_timestamp(1_784_000_000 + seconds, 0).unwrap();
        let due = [0, 20, 3_599, 3_600, 3_620].map(|seconds| is_sweep_due(&swept_at, at(seconds)));
        assert_eq!(due, [true, false, false, true, false]);
    }
}
