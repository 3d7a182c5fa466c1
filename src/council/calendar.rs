//! The days on which bodies deal with papers (RFC 5545): whole days, and only steps that are public.

use std::collections::HashMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::model::{Kind, Paper, Step, Trace};
use crate::base::clock::Zone;
use crate::base::id::stable_uuid;

/// How often programs may look again.
const AGAIN: TimeDelta = TimeDelta::hours(6);

/// What a calendar says about itself.
pub struct About<'a> {
    /// Its name.
    pub name: &'a str,
    /// The portal's address.
    pub base_url: &'a str,
    /// The town's zone.
    pub zone: Zone,
    /// A text in the language of whoever asks.
    pub words: &'a dyn Fn(&str) -> String,
}

/// The calendar of some published papers, and when anything in it was changed last.
pub fn calendar(papers: &[Paper], traces: &[Trace], about: &About<'_>) -> (String, DateTime<Utc>) {
    let mut calendar = Calendar::new();
    calendar
        .name(about.name)
        .timezone(about.zone.0.name())
        .append_property(Property::new("METHOD", "PUBLISH"));
    calendar.ttl(&AGAIN);
    let mut last = DateTime::UNIX_EPOCH;
    for (changed, event) in entries(papers, traces, about) {
        last = last.max(changed);
        calendar.push(event);
    }
    (calendar.done().to_string(), last)
}

/// The public steps of some published papers, each with the instant of its last change.
pub fn entries(
    papers: &[Paper],
    traces: &[Trace],
    about: &About<'_>,
) -> Vec<(DateTime<Utc>, Event)> {
    let steps = traces
        .iter()
        .filter(|trace| trace.kind == Kind::Consultation);
    let since: HashMap<&str, DateTime<Utc>> = steps
        .map(|trace| (trace.id.as_str(), trace.changed))
        .collect();
    let steps = papers
        .iter()
        .flat_map(|paper| paper.way.public().map(move |step| (paper, step)));
    let entry = |(paper, step): (&Paper, &Step)| {
        let changed = since.get(step.id.as_str()).copied().unwrap_or_default();
        (changed, entry(paper, step, changed, about))
    };
    steps.map(entry).collect()
}

fn entry(paper: &Paper, step: &Step, changed: DateTime<Utc>, about: &About<'_>) -> Event {
    let details = &paper.details;
    let role = (about.words)(step.role.label_key());
    let url = format!("{}/papers/{}", about.base_url, paper.id);
    let summary = format!("{}: {} {}", step.body.name, role, details.reference);
    let mut event = Event::new();
    event
        .uid(&stable_uuid(&["deliberation", step.id.as_str()]))
        // A calendar that has the entry already takes the one with the higher number.
        .sequence(u32::try_from(step.version).unwrap_or_default())
        .timestamp(changed)
        .summary(&summary)
        .description(&format!("{}\n{url}", details.subject))
        .starts(step.day)
        // The first day that no longer belongs to it.
        .ends(step.day.checked_add_days(Days::new(1)).unwrap_or(step.day))
        .url(&url)
        .add_property("TRANSP", "TRANSPARENT");
    event.done()
}
