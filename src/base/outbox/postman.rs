//! Carries the outbox out, beside the requests.

use std::collections::VecDeque;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::base::clock::Clock;
use crate::base::db::{Db, Outcome};
use crate::base::error::AppResult;
use crate::base::mail::{Courier, Undelivered};
use crate::base::meter::Meter;

/// How often to look for mails.
const EVERY: Duration = Duration::from_secs(3);

/// How often to forget old mails, and what can be counted no longer.
const TIDY_EVERY: TimeDelta = TimeDelta::hours(1);

/// In which time at most so many mails leave as the options allow.
const PACE: TimeDelta = TimeDelta::minutes(1);

/// Carries the mails of one database out. Any number of processes may have one; each mail belongs to whoever claimed it.
pub struct Postman {
    db: Db,
    clock: Clock,
    courier: Courier,
    /// What became of mails, where the database could not be told yet.
    untold: Vec<(String, Outcome)>,
    /// When old mails were forgotten last.
    tidied_at: Option<DateTime<Utc>>,
    /// When it went out with a mail, within the last minute.
    walks: VecDeque<DateTime<Utc>>,
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that left.
    pub sent: usize,
    /// Mails that wait for another try.
    pub later: usize,
    /// Mails that were given up.
    pub given_up: usize,
}

impl Postman {
    /// A postman who has not set out yet.
    pub fn new(db: Db, clock: Clock, courier: Courier) -> Self {
        Self {
            db,
            clock,
            courier,
            untold: Vec::new(),
            tidied_at: None,
            walks: VecDeque::new(),
        }
    }

    /// How many mails may still leave within this minute. The rest waits: many mail servers shut out whoever comes too often.
    fn free(&mut self, now: DateTime<Utc>) -> usize {
        while self.walks.front().is_some_and(|at| now - *at >= PACE) {
            self.walks.pop_front();
        }
        self.courier.per_minute().saturating_sub(self.walks.len())
    }

    /// Goes round until `stop` says so; a mail that is on its way then is finished first.
    pub async fn go_round(mut self, mut stop: watch::Receiver<bool>, meter: Meter) {
        let mut often = actix_web::rt::time::interval(EVERY);
        loop {
            tokio::select! {
                _ = stop.changed() => return,
                _ = often.tick() => {}
            }
            match self.round_until(|| *stop.borrow()).await {
                Ok(round) => meter.mailed(round, self.clock.now()),
                Err(why) => {
                    tracing::warn!(%why, "the outbox could not be carried out; it is tried again");
                }
            }
        }
    }

    /// Sends everything that is due, as far as the pace allows.
    pub async fn round(&mut self) -> AppResult<Round> {
        self.round_until(|| false).await
    }

    async fn round_until(&mut self, stop: impl Fn() -> bool) -> AppResult<Round> {
        self.tell().await?;
        self.tidy().await?;
        let mut round = Round::default();
        let free = self.free(self.clock.now());
        for id in self.db.due_mails(self.clock.now(), free).await? {
            if stop() {
                break;
            }
            let Some(mail) = self.db.claim_mail(&id, self.clock.now()).await? else {
                // Another process was quicker, or this was the last try.
                continue;
            };
            self.walks.push_back(self.clock.now());
            let (attempt, kind) = (mail.attempt, mail.kind.clone());
            let sent = match mail.read() {
                Ok(read) => self.courier.send(&id, mail.written, &read).await,
                Err(why) => Err(Undelivered::Never(why.to_string())),
            };
            let outcome = match sent {
                Ok(()) => Outcome::Sent,
                Err(Undelivered::Later(why)) if mail.is_last => Outcome::GivenUp(why),
                Err(Undelivered::Later(why)) => Outcome::Later(why),
                Err(Undelivered::Never(why)) => Outcome::Refused(why),
            };
            // What the server said may hold an address: it stays in the database.
            match outcome {
                Outcome::Sent => {
                    round.sent += 1;
                    tracing::info!(kind, attempt, "a mail has left");
                }
                Outcome::Later(_) => {
                    round.later += 1;
                    tracing::warn!(kind, attempt, "a mail could not leave; it is tried again");
                }
                Outcome::GivenUp(_) | Outcome::Refused(_) => {
                    round.given_up += 1;
                    tracing::error!(kind, attempt, "a mail was given up");
                }
            }
            self.untold.push((id, outcome));
            self.tell().await?;
        }
        Ok(round)
    }

    /// Forgets old mails, once an hour.
    async fn tidy(&mut self) -> AppResult<()> {
        let now = self.clock.now();
        if self.tidied_at.is_none_or(|at| now - at >= TIDY_EVERY) {
            self.db.forget_mails(now).await?;
            self.tidied_at = Some(now);
        }
        Ok(())
    }

    /// Writes down what became of mails. Until that has worked, nothing else is sent: otherwise a mail that has left would
    /// leave once more.
    async fn tell(&mut self) -> AppResult<()> {
        while let Some((id, outcome)) = self.untold.last() {
            self.db
                .settle_mail(id, self.clock.now(), outcome.clone())
                .await?;
            self.untold.pop();
        }
        Ok(())
    }
}
