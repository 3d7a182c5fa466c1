//! The description of a consultation as an editor hands it in: a TOML file (see `docs/consultation-file.md`).

use chrono::NaiveDate;
use serde::Deserialize;

use super::names_consultation;
use crate::base::clock::Zone;
use crate::consultation::model::{Milestone, MilestoneKind, TrackKind, Window};

/// What stands in the file, apart from its surveys.
#[derive(Clone, Debug, Deserialize)]
pub struct ConsultationFile {
    slug: String,
    title: String,
    lead: String,
    contact: Option<String>,
    #[serde(default)]
    releases_comments: bool,
    #[serde(default)]
    track: Vec<TrackEntry>,
    #[serde(default)]
    milestone: Vec<MilestoneEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TrackEntry {
    kind: String,
    opens: NaiveDate,
    closes: NaiveDate,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MilestoneEntry {
    kind: String,
    from: NaiveDate,
    until: Option<NaiveDate>,
    title: String,
    note: String,
}

/// A consultation that may be created.
#[derive(Clone, Debug)]
pub struct NewConsultation {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Whether released free texts appear with the results.
    pub releases_comments: bool,
    /// Its strands, each once.
    pub tracks: Vec<(TrackKind, Window)>,
    /// What happens afterwards.
    pub milestones: Vec<Milestone>,
}

impl ConsultationFile {
    /// Checks everything and names all faults, not just the first.
    pub fn parse(self, zone: Zone) -> Result<NewConsultation, Vec<String>> {
        let mut faults = Vec::new();
        if !names_consultation(&self.slug) {
            faults.push(format!(
                "slug „{}“: nur Kleinbuchstaben, Ziffern und Bindestriche, höchstens 60 Zeichen",
                self.slug
            ));
        }
        for (name, text, most) in [("title", &self.title, 200), ("lead", &self.lead, 1000)] {
            let length = text.chars().count();
            if text.trim().is_empty() || length > most {
                faults.push(format!("{name}: 1 bis {most} Zeichen, hier {length}"));
            }
        }
        let tracks = parse_tracks(&self.track, zone, &mut faults);
        let milestones = parse_milestones(self.milestone, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(NewConsultation {
            slug: self.slug,
            title: self.title,
            lead: self.lead,
            contact: self.contact,
            releases_comments: self.releases_comments,
            tracks,
            milestones,
        })
    }
}

fn parse_tracks(
    entries: &[TrackEntry],
    zone: Zone,
    faults: &mut Vec<String>,
) -> Vec<(TrackKind, Window)> {
    if entries.is_empty() {
        faults.push("track: mindestens ein Strang mit Beginn und Ende".into());
    }
    let mut tracks: Vec<(TrackKind, Window)> = Vec::new();
    for entry in entries {
        let Some(kind) = TrackKind::parse(&entry.kind) else {
            faults.push(format!(
                "track „{}“: survey, comments oder statements",
                entry.kind
            ));
            continue;
        };
        if tracks.iter().any(|(other, _)| *other == kind) {
            faults.push(format!("track „{}“ kommt zweimal vor", entry.kind));
        }
        match Window::of_days(zone, entry.opens, entry.closes) {
            Some(window) => tracks.push((kind, window)),
            None => faults.push(format!(
                "track „{}“ endet am {}, bevor er am {} beginnt",
                entry.kind, entry.closes, entry.opens
            )),
        }
    }
    tracks
}

fn parse_milestones(entries: Vec<MilestoneEntry>, faults: &mut Vec<String>) -> Vec<Milestone> {
    let mut milestones = Vec::new();
    for entry in entries {
        let Some(kind) = MilestoneKind::parse(&entry.kind) else {
            faults.push(format!("milestone „{}“ ist unbekannt", entry.kind));
            continue;
        };
        if entry.until.is_some_and(|until| until < entry.from) {
            faults.push(format!(
                "milestone „{}“ endet, bevor er beginnt",
                entry.title
            ));
        }
        milestones.push(Milestone {
            kind,
            from: entry.from,
            until: entry.until,
            title: entry.title,
            note: entry.note,
        });
    }
    milestones
}
