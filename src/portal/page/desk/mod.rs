//! A consultation as a whole, at the desk: the list, its home, its preview, its publication.

pub mod bin;
mod checks;
pub mod home;
pub mod list;
pub mod preview;
pub mod publication;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::account::{May, Tx};
use crate::base::error::AppResult;
use crate::consultation::{self, Consultation, Phase, PrepareConsultation};

/// The buttons have no fields.
#[derive(Clone, Debug, Deserialize)]
pub struct Button {}

/// Acts on the consultation of that name as it is inside the transaction; gives its page at the desk too.
async fn act<T: Send + 'static>(
    may: May<PrepareConsultation>,
    slug: String,
    act: fn(&mut Tx<PrepareConsultation>, &Consultation) -> AppResult<T>,
) -> AppResult<(String, T)> {
    let home = home_of(&slug);
    let done = may
        .write(move |tx| {
            let consultation = consultation::find(tx.conn, &slug)?;
            act(tx, &consultation)
        })
        .await?;
    Ok((home, done))
}

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
