//! A consultation as a whole, at the desk: the list, its home, its preview, its publication.

pub mod bin;
mod checks;
pub mod home;
pub mod list;
pub mod preview;
pub mod publication;

use crate::consultation::{Consultation, Phase};
use chrono::{DateTime, Utc};

/// The state of a consultation as the desk names it: `hidden` while nobody outside sees it, `removed` in the bin.
fn state(consultation: &Consultation, now: DateTime<Utc>) -> &'static str {
    if consultation.removed_at.is_some() {
        return "removed";
    }
    match (consultation.published_at, consultation.phase(now)) {
        (None, _) => "hidden",
        (_, Phase::Announced) => "later",
        (_, Phase::Running) => "open",
        (_, Phase::Ended) => "over",
    }
}

/// The desk's page of a consultation.
fn home_of(slug: &str) -> String {
    format!("/desk/consultations/{slug}")
}
