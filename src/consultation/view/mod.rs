//! What pages say about consultations.

mod basics;
mod deadline;
mod steps;
mod time;
mod times;

pub use basics::{BasicsPage, EditionOption, Lock};
pub use deadline::{ClosingPage, DeadlinePage, Running};
pub use steps::{StepPage, StepRow, StepsPage};
pub use time::TimeWords;
pub use times::{TimesPage, TrackRow};

/// A consultation in the head of the desk's pages about it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Subject {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

impl From<&crate::consultation::Consultation> for Subject {
    fn from(consultation: &crate::consultation::Consultation) -> Self {
        Self {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
        }
    }
}

/// Values for samples.
pub(crate) mod sample {
    use super::Subject;
    use chrono::NaiveDate;

    /// A consultation.
    pub fn subject() -> Subject {
        Subject {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
        }
    }

    /// Some day and those after it.
    pub fn day(n: u64) -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(20_612 + n)
    }
}
