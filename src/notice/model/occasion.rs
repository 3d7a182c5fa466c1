//! What there is to tell about a consultation.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::morning;
use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::consultation::{Consultation, Milestone, Track, TrackKind, Window, WindowChange};
use crate::council::model::{Paper, Trace};
use crate::strategy::Edition;

/// How many days before the end of a track people are reminded.
const REMINDERS: [u64; 2] = [7, 1];
/// How long something is still news.
const NEWS: TimeDelta = TimeDelta::days(14);

/// Everything that is asked about one consultation.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The consultation, published.
    pub consultation: Consultation,
    /// The published editions of its strategy that are newer than the one it lays open.
    pub editions: Vec<NewEdition>,
    /// When results were published, the first time first.
    pub results: Vec<DateTime<Utc>>,
    /// How often its steps were set.
    pub steps_set: u32,
    /// When they were set last, as far as that was after the publication.
    pub steps_at: Option<DateTime<Utc>>,
    /// The published papers that bring its edition or a newer one to the council.
    pub papers: Vec<Paper>,
    /// When their steps were changed.
    pub traces: Vec<Trace>,
}

/// An edition that everyone can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEdition {
    /// Its identity.
    pub id: Id<Edition>,
    /// Its strategy's name in addresses.
    pub strategy: String,
    /// Its number.
    pub number: i32,
    /// E.g. "Überarbeiteter Entwurf".
    pub name: String,
    /// Since when it can be read.
    pub at: DateTime<Utc>,
}

/// Something that happened, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Its lasting name within the consultation: each is told once.
    pub key: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
    /// Until when it is worth a mail; none for what only the feed tells.
    pub telling: Option<Telling>,
}

/// Until when something is worth a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// To those who hear at once.
    pub at_once: DateTime<Utc>,
    /// To those who hear once a week; none when it would always come too late.
    pub weekly: Option<DateTime<Utc>>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It was announced before it begins.
    Announced(NaiveDate),
    /// It has begun, and goes on until that day.
    Opened(NaiveDate),
    /// The window of a track was changed after people could rely on it.
    Deadline(TrackKind, WindowChange),
    /// A track ends soon: its last day.
    Ends(TrackKind, NaiveDate),
    /// A track is over: its last day.
    Closed(TrackKind, NaiveDate),
    /// A step afterwards begins.
    Step(Milestone),
    /// A newer edition can be read.
    Edition(NewEdition),
    /// Results were published, for which time.
    Results(usize),
    /// A paper brings an edition to the council.
    Paper(Box<Paper>),
}

/// All that there is to tell, past and to come, the earliest first.
pub fn occasions(facts: &Facts, zone: Zone) -> Vec<Occasion> {
    let Facts { consultation, .. } = facts;
    let (Some(published), Some(span)) = (consultation.published_at, consultation.span()) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut tell = |key: String, at, what, telling| {
        all.push(Occasion {
            key,
            at,
            what,
            telling,
        });
    };
    if published < span.opens_at {
        let what = What::Announced(span.first_day(zone));
        tell("announced".into(), published, what, None);
    }
    let opened = span.opens_at.max(published);
    let until = opened + NEWS;
    tell(
        "opened".into(),
        opened,
        What::Opened(span.last_day(zone)),
        news(until.min(span.closes_at)),
    );
    for track in &consultation.tracks {
        of_track(track, published, zone, &mut tell);
    }
    for (n, step) in numbered(&consultation.milestones) {
        let key = format!("step:{}:{n}:{}", step.kind.as_str(), step.from);
        let at = zone.start_of(step.from).max(published);
        tell(key, at, What::Step(step.clone()), None);
    }
    for edition in &facts.editions {
        let at = edition.at.max(published);
        let key = format!("edition:{}", edition.id);
        tell(key, at, What::Edition(edition.clone()), news(at + NEWS));
    }
    for paper in &facts.papers {
        let at = paper.published_at.unwrap_or(published).max(published);
        let key = format!("paper:{}", paper.id);
        tell(
            key,
            at,
            What::Paper(Box::new(paper.clone())),
            news(at + NEWS),
        );
    }
    for (n, at) in (1..).zip(&facts.results) {
        let key = format!("results:{n}");
        tell(key, *at, What::Results(n), news(*at + NEWS));
    }
    all.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
    all
}

/// Each step with its number among those of its kind: a step of another kind in between changes no name.
pub(in crate::notice) fn numbered(
    steps: &[Milestone],
) -> impl Iterator<Item = (usize, &Milestone)> {
    steps.iter().enumerate().map(|(at, step)| {
        let before = steps.iter().take(at);
        (
            before.filter(|other| other.kind == step.kind).count() + 1,
            step,
        )
    })
}

#[expect(clippy::unnecessary_wraps, reason = "as it stands in an occasion")]
fn news(until: DateTime<Utc>) -> Option<Telling> {
    Some(Telling {
        at_once: until,
        weekly: Some(until),
    })
}

fn of_track(
    track: &Track,
    published: DateTime<Utc>,
    zone: Zone,
    tell: &mut impl FnMut(String, DateTime<Utc>, What, Option<Telling>),
) {
    let kind = track.kind;
    let name = kind.as_str();
    for (n, change) in (1..).zip(&track.changes) {
        // What was changed before the publication, nobody has relied on.
        if change.at >= published {
            let what = What::Deadline(kind, change.clone());
            let until = news(change.at + NEWS);
            tell(format!("deadline:{name}:{n}"), change.at, what, until);
        }
    }
    let last = track.window.last_day(zone);
    let set = track.changes.last().map_or(published, |change| change.at);
    for days in REMINDERS {
        let Some(at) = last.checked_sub_days(Days::new(days)) else {
            continue;
        };
        let at = morning(at, zone);
        // Who heard of this end a moment ago, or could not take part before, needs no reminder.
        if at > set.max(published) && at > track.window.opens_at {
            let telling = reminding(days, &track.window, last, zone);
            let key = format!("ends:{name}:{last}:{days}");
            tell(key, at, What::Ends(kind, last), Some(telling));
        }
    }
    let closed = track.window.closes_at.max(published);
    let key = format!("closed:{name}:{last}");
    tell(key, closed, What::Closed(kind, last), None);
}

/// The early reminder holds until the late one, or in the mail of the week until the end. The late one never fits a week.
fn reminding(days: u64, window: &Window, last: NaiveDate, zone: Zone) -> Telling {
    let is_last = days == REMINDERS[REMINDERS.len() - 1];
    let eve = last.checked_sub_days(Days::new(1)).unwrap_or(last);
    Telling {
        at_once: if is_last {
            window.closes_at
        } else {
            morning(eve, zone)
        },
        weekly: (!is_last).then_some(window.closes_at),
    }
}
