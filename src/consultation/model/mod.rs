//! Tracks, windows and the state of a consultation at an instant. Pure: every function takes the time.

mod deadline;
mod kinds;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::strategy::Edition;
use crate::translation::{Kind, Parts, Reading, Translatable};

pub use deadline::{Closing, DeadlineFault, change_window, close_window};
pub use kinds::{Milestone, MilestoneKind, TrackKind, seen};

/// A consultation as the public sees it once it is published.
#[derive(Clone, Debug)]
pub struct Consultation {
    /// Its identity.
    pub id: Id<Consultation>,
    /// Its name in addresses, e.g. `ziele-2035`.
    pub slug: String,
    /// The edition laid open.
    pub edition: Id<Edition>,
    /// E.g. "Ziele für Lindenau 2035".
    pub title: String,
    /// Two or three sentences: what it is about.
    pub lead: String,
    /// Whom to ask, when and how.
    pub contact: Option<String>,
    /// Whether free texts are shown with the results once they are released.
    pub releases_comments: bool,
    /// The strands, in the order the administration gave them.
    pub tracks: Vec<Track>,
    /// What happens afterwards.
    pub milestones: Vec<Milestone>,
    /// How its texts read: in the town's own words, unless somebody asked for another language.
    pub reading: Reading,
    /// Since when everyone sees it; none while only the administration does.
    pub published_at: Option<DateTime<Utc>>,
    /// Since when it lies in the bin, from where it can be brought back; only what nobody outside sees can lie there.
    pub removed_at: Option<DateTime<Utc>>,
}

impl Translatable for Consultation {
    fn unit(&self) -> (Kind, String) {
        (Kind::Consultation, self.id.to_string())
    }

    fn parts(&self) -> Parts {
        Parts::default()
            .with("title", &self.title)
            .with("lead", &self.lead)
    }

    fn read_as(&mut self, parts: Option<&Parts>, reading: Reading) {
        if let Some(parts) = parts {
            parts.get("title").clone_into(&mut self.title);
            parts.get("lead").clone_into(&mut self.lead);
        }
        self.reading = reading;
    }
}

/// One strand of a consultation with its own opening and end.
#[derive(Clone, Debug)]
pub struct Track {
    /// Its identity.
    pub id: Id<Track>,
    /// What people hand in on it.
    pub kind: TrackKind,
    /// The window that counts.
    pub window: Window,
    /// How the window was changed after people could rely on it, the first change first.
    pub changes: Vec<WindowChange>,
}

/// A window that replaced an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowChange {
    /// What had been announced before.
    pub before: Window,
    /// What counted from then on.
    pub after: Window,
    /// The reason given for it, which everyone reads.
    pub reason: String,
    /// When it was changed.
    pub at: DateTime<Utc>,
}

/// From the first instant that counts to the first that no longer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first instant that counts.
    pub opens_at: DateTime<Utc>,
    /// The first instant that no longer counts: the start of the day after the last one.
    pub closes_at: DateTime<Utc>,
}

/// Where an instant lies relative to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    /// Before its first instant.
    NotYet,
    /// Within.
    Open,
    /// After its last instant.
    Over,
}

impl Openness {
    /// As pages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "later",
            Self::Open => "open",
            Self::Over => "over",
        }
    }
}

impl Window {
    /// "from 8 June until 17 July": whole local days, the last one included. None when it would end before it begins.
    pub fn of_days(zone: Zone, first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then(|| Self {
            opens_at: zone.start_of(first),
            closes_at: zone.end_of(last),
        })
    }

    /// Whether the window is open at an instant.
    pub fn at(&self, now: DateTime<Utc>) -> Openness {
        if now < self.opens_at {
            Openness::NotYet
        } else if now < self.closes_at {
            Openness::Open
        } else {
            Openness::Over
        }
    }

    /// The first local day.
    pub fn first_day(&self, zone: Zone) -> NaiveDate {
        zone.day(self.opens_at)
    }

    /// The last local day that still counts.
    pub fn last_day(&self, zone: Zone) -> NaiveDate {
        zone.day(self.closes_at - TimeDelta::microseconds(1))
    }

    /// How long it is until the window opens or closes, as people would say it.
    pub fn time_left(&self, now: DateTime<Utc>, zone: Zone) -> TimeLeft {
        let today = zone.day(now);
        let until = |day: NaiveDate| (day - today).num_days();
        match self.at(now) {
            Openness::NotYet => TimeLeft::Begins {
                day: self.first_day(zone),
                days: until(self.first_day(zone)),
            },
            Openness::Open => TimeLeft::Remains {
                day: self.last_day(zone),
                days: until(self.last_day(zone)),
            },
            Openness::Over => TimeLeft::Ended {
                day: self.last_day(zone),
            },
        }
    }
}

/// Time in plain words: days, and the day itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLeft {
    /// Opens on that day, in so many days.
    Begins {
        /// The first day.
        day: NaiveDate,
        /// Days from today.
        days: i64,
    },
    /// Open until the end of that day; 0 days means it is the last one.
    Remains {
        /// The last day.
        day: NaiveDate,
        /// Days from today.
        days: i64,
    },
    /// Over since the end of that day.
    Ended {
        /// The last day.
        day: NaiveDate,
    },
}

/// The state of a whole consultation at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// At least one track has begun and one has not ended.
    Running,
    /// Nothing has begun.
    Announced,
    /// All tracks are over.
    Ended,
}

impl Consultation {
    /// From the first opening to the last end. A consultation without tracks has none.
    pub fn span(&self) -> Option<Window> {
        let opens_at = self
            .tracks
            .iter()
            .map(|track| track.window.opens_at)
            .min()?;
        let closes_at = self
            .tracks
            .iter()
            .map(|track| track.window.closes_at)
            .max()?;
        Some(Window {
            opens_at,
            closes_at,
        })
    }

    /// Its state at an instant. Without tracks there is nothing to take part in: ended.
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        match self.span().map(|span| span.at(now)) {
            Some(Openness::NotYet) => Phase::Announced,
            Some(Openness::Open) => Phase::Running,
            Some(Openness::Over) | None => Phase::Ended,
        }
    }

    /// The strand of that kind, if the consultation has one.
    pub fn track(&self, kind: TrackKind) -> Option<&Track> {
        self.tracks.iter().find(|track| track.kind == kind)
    }

    /// Whether people can hand something in on that strand at an instant.
    pub fn is_open(&self, kind: TrackKind, now: DateTime<Utc>) -> bool {
        self.track(kind)
            .is_some_and(|track| track.window.at(now) == Openness::Open)
    }
}
