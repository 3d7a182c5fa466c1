//! Until when a statement is in time: the deadline for everyone, and longer ones for single organisations.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::account::Party;
use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::consultation::Window;

/// How many days after its deadline a late statement can still be handed in online. By letter it can always.
pub const LATE_DAYS: u64 = 30;
/// How many days before the deadline organisations that have not answered are reminded.
pub const REMIND_DAYS: [u32; 2] = [7, 1];
/// How far a deadline can be moved on, counted from the day of the decision.
const FURTHEST_DAYS: u64 = 366;

/// When statements are in time.
#[derive(Clone, Debug)]
pub struct Deadlines {
    /// For everyone.
    pub window: Window,
    /// The longest one granted to each organisation.
    pub granted: HashMap<Id<Party>, DateTime<Utc>>,
}

/// How many organisations have a longer deadline until the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The last day that counts for them.
    pub until: NaiveDate,
    /// How many they are.
    pub organisations: usize,
}

/// An organisation asks for a longer deadline.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which.
    pub id: Id<Request>,
    /// Who asks.
    pub party: Id<Party>,
    /// The last day it wishes for.
    pub wished_for: NaiveDate,
    /// Why.
    pub reason: String,
    /// When it asked.
    pub at: DateTime<Utc>,
    /// Whether it was granted, why, and when; none while nobody has decided.
    pub decision: Option<(bool, String, DateTime<Utc>)>,
}

/// A longer deadline that was granted.
#[derive(Clone, Debug)]
pub struct Grant {
    /// To whom.
    pub party: Id<Party>,
    /// The first instant that is too late.
    pub closes_at: DateTime<Utc>,
    /// Why; the organisation reads it.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a deadline cannot be granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantFault {
    /// The day is over.
    Past,
    /// It is not later than what holds already.
    NotLater,
    /// It is more than a year away.
    TooFar,
}

impl GrantFault {
    /// The text that says what to do.
    pub fn reason_key(self) -> &'static str {
        match self {
            Self::Past => "error-grant-past",
            Self::NotLater => "error-grant-not-later",
            Self::TooFar => "error-grant-far",
        }
    }
}

/// The instant a longer deadline ends, when "until `last`" is granted to somebody whose deadline is `current`.
///
/// # Errors
/// When the day is over, brings nothing, or is too far away.
pub fn granted(
    current: DateTime<Utc>,
    last: NaiveDate,
    now: DateTime<Utc>,
    zone: Zone,
) -> Result<DateTime<Utc>, GrantFault> {
    let today = zone.day(now);
    let closes_at = zone.end_of(last);
    if last < today {
        Err(GrantFault::Past)
    } else if closes_at <= current {
        Err(GrantFault::NotLater)
    } else if last > today + Days::new(FURTHEST_DAYS) {
        Err(GrantFault::TooFar)
    } else {
        Ok(closes_at)
    }
}

/// Which reminder of a deadline is due on a day, and how many days are left: whole local days until the last one that counts,
/// as people say "in 7 days" and "tomorrow". Only the nearest one, and none on the last day itself.
pub fn reminder(closes_at: DateTime<Utc>, now: DateTime<Utc>, zone: Zone) -> Option<(u32, u32)> {
    let last = zone.day(closes_at - TimeDelta::microseconds(1));
    let left = u32::try_from((last - zone.day(now)).num_days()).ok()?;
    let due = REMIND_DAYS.into_iter().filter(|days| left <= *days).min()?;
    (left > 0).then_some((due, left))
}

impl Deadlines {
    /// Out of everything that was granted, in whatever order.
    pub fn of_grants(
        window: Window,
        grants: impl IntoIterator<Item = (Id<Party>, DateTime<Utc>)>,
    ) -> Self {
        let mut granted: HashMap<Id<Party>, DateTime<Utc>> = HashMap::new();
        for (party, closes_at) in grants {
            let latest = granted.entry(party).or_insert(closes_at);
            *latest = closes_at.max(*latest);
        }
        Self { window, granted }
    }

    /// The first instant that is too late for somebody: the later of the general deadline and the one granted to it.
    pub fn of(&self, party: Option<&Id<Party>>) -> DateTime<Utc> {
        let granted = party.and_then(|party| self.granted.get(party)).copied();
        granted.map_or(self.window.closes_at, |at| at.max(self.window.closes_at))
    }

    /// The window that holds for somebody.
    pub fn window_of(&self, party: Option<&Id<Party>>) -> Window {
        Window {
            closes_at: self.of(party),
            ..self.window
        }
    }

    /// Whether somebody has a longer deadline than everyone.
    pub fn is_longer(&self, party: &Id<Party>) -> bool {
        self.of(Some(party)) > self.window.closes_at
    }

    /// Until when something late can be handed in online.
    pub fn late_until(&self, party: Option<&Id<Party>>, zone: Zone) -> DateTime<Utc> {
        let last = zone.day(self.of(party) - TimeDelta::microseconds(1));
        zone.end_of(last + Days::new(LATE_DAYS))
    }

    /// What everyone reads about longer deadlines: "for 3 organisations until 31 August".
    pub fn extensions(&self, zone: Zone) -> Vec<Extension> {
        let mut by_day = BTreeMap::new();
        for party in self.granted.keys().filter(|party| self.is_longer(party)) {
            let until = zone.day(self.of(Some(party)) - TimeDelta::microseconds(1));
            *by_day.entry(until).or_insert(0) += 1;
        }
        let extension = |(until, organisations)| Extension {
            until,
            organisations,
        };
        by_day.into_iter().map(extension).collect()
    }
}
