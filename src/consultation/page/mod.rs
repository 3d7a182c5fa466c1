//! The desk's pages about one consultation: what it is called, when it is open, what comes after it.

pub mod basics;
pub mod deadline;
pub mod steps;
pub mod times;

use super::model::{Consultation, Track};
use super::view::Running;
use crate::base::clock::Zone;

/// The desk's page of a consultation.
fn home(slug: &str) -> String {
    format!("/desk/consultations/{slug}")
}

/// A strand as it stands at an instant.
fn running(track: &Track, now: chrono::DateTime<chrono::Utc>, zone: Zone) -> Running {
    Running {
        kind: track.kind.as_str(),
        label_key: track.kind.label_key(),
        from: track.window.first_day(zone),
        until: track.window.last_day(zone),
        time: track.window.time_left(now, zone).into(),
        state: track.window.at(now).as_str(),
    }
}

/// Whether the desk may still choose name and edition.
fn is_open(consultation: &Consultation) -> bool {
    consultation.published_at.is_none()
}
