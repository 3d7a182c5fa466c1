//! The calendar: when tracks begin and end, and the steps afterwards (RFC 5545).
//!
//! Everything is a whole day: "until 17 July" is that day wherever somebody looks at her calendar from, and no clock
//! change can move it. So no entry needs a time zone.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::model::{Facts, numbered};
use super::words::Teller;
use crate::base::id::stable_uuid;
use crate::base::locale::Args;
use crate::consultation::{Milestone, Track};
use crate::council::calendar as council;

/// How often programs may look again.
const AGAIN: TimeDelta = TimeDelta::hours(6);

/// The calendar, and when anything in it was changed last.
pub(super) fn calendar(
    all: &[Facts],
    name: &str,
    base_url: &str,
    teller: Teller<'_>,
) -> (String, DateTime<Utc>) {
    let mut calendar = Calendar::new();
    calendar
        .name(&one_line(name))
        .timezone(teller.zone.0.name())
        .append_property(Property::new("METHOD", "PUBLISH"));
    calendar.ttl(&AGAIN);
    let mut changed = DateTime::UNIX_EPOCH;
    for facts in all {
        let Some(published) = facts.consultation.published_at else {
            continue;
        };
        let entries = Entries {
            facts,
            published,
            teller,
            url: format!("{base_url}/consultations/{}", facts.consultation.slug),
        };
        for track in &facts.consultation.tracks {
            changed = changed.max(entries.changed(track));
            calendar.push(entries.begin(track));
            calendar.push(entries.end(track));
        }
        let words = |key: &str| teller.t(key);
        let about = council::About {
            name,
            base_url,
            zone: teller.zone,
            words: &words,
        };
        for (at, entry) in council::entries(&facts.papers, &facts.traces, &about) {
            changed = changed.max(at);
            calendar.push(entry);
        }
        for (n, step) in numbered(&facts.consultation.milestones) {
            changed = changed.max(facts.steps_at.unwrap_or(published));
            calendar.push(entries.step(n, step));
        }
    }
    (calendar.done().to_string(), changed)
}

struct Entries<'a> {
    facts: &'a Facts,
    published: DateTime<Utc>,
    teller: Teller<'a>,
    url: String,
}

impl Entries<'_> {
    /// When the days of a track were set last.
    fn changed(&self, track: &Track) -> DateTime<Utc> {
        let last = track.changes.last().map(|change| change.at);
        last.map_or(self.published, |at| at.max(self.published))
    }

    fn begin(&self, track: &Track) -> Event {
        let day = track.window.first_day(self.teller.zone);
        let mut args = Args::new();
        args.set("track", self.teller.track(track.kind));
        let summary = self.teller.text("calendar-begins", &args);
        let mut event = self.of_track(track, "begin", &summary, day);
        self.describe(&mut event, None);
        event.done()
    }

    fn end(&self, track: &Track) -> Event {
        let day = track.window.last_day(self.teller.zone);
        let mut args = Args::new();
        args.set("track", self.teller.track(track.kind));
        let summary = self.teller.text("calendar-ends", &args);
        let mut event = self.of_track(track, "end", &summary, day);
        let why = track.changes.last().map(|change| change.reason.as_str());
        self.describe(&mut event, why);
        event.done()
    }

    fn of_track(&self, track: &Track, what: &str, summary: &str, day: NaiveDate) -> Event {
        let parts = ["track", track.kind.as_str(), what];
        // A calendar that has the entry already takes the one with the higher number.
        let sequence = u32::try_from(track.changes.len()).unwrap_or(u32::MAX);
        self.event(&parts, sequence, self.changed(track), summary, (day, day))
    }

    fn step(&self, n: usize, step: &Milestone) -> Event {
        let number = n.to_string();
        let parts = ["step", step.kind.as_str(), &number];
        let changed = self.facts.steps_at.unwrap_or(self.published);
        let days = (step.from, step.until.unwrap_or(step.from));
        let mut event = self.event(&parts, self.facts.steps_set, changed, &step.title, days);
        self.describe(&mut event, Some(&step.note));
        event.done()
    }

    fn event(
        &self,
        parts: &[&str; 3],
        sequence: u32,
        changed: DateTime<Utc>,
        summary: &str,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Event {
        let consultation = &self.facts.consultation;
        let [a, b, c] = *parts;
        let uid = stable_uuid(&[consultation.id.as_str(), a, b, c]);
        let title = format!("{} ({})", one_line(summary), one_line(&consultation.title));
        let mut event = Event::new();
        event
            .uid(&uid)
            .sequence(sequence)
            .timestamp(changed)
            .summary(&title)
            .starts(from)
            // The first day that no longer belongs to it.
            .ends(until.checked_add_days(Days::new(1)).unwrap_or(until))
            .url(&self.url)
            // It takes nobody's time.
            .add_property("TRANSP", "TRANSPARENT");
        event
    }

    fn describe(&self, event: &mut Event, more: Option<&str>) {
        let more = more.unwrap_or_default().replace('\r', "");
        let lines = [more.trim(), &self.url];
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        event.description(&lines.join("\n"));
    }
}

/// A text on one line and without control characters.
fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    spaced.collect()
}
