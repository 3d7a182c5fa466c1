//! What every page of a survey says about where one is.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::clock::Zone;
use crate::consultation::{Consultation, TrackKind};
use crate::participation::Code;

/// The consultation and the end of its survey.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// The last day on which answers count.
    pub closes: NaiveDate,
}

impl Head {
    /// The head for a consultation; its survey track gives the day.
    pub fn of(consultation: &Consultation, zone: Zone) -> Self {
        let window = consultation
            .track(TrackKind::Survey)
            .map(|track| track.window)
            .or_else(|| consultation.span());
        Self {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
            lang: consultation.reading.lang,
            closes: window
                .map(|window| window.last_day(zone))
                .unwrap_or_default(),
        }
    }
}

/// A receipt code, ready to be shown.
#[derive(Clone, Serialize)]
pub struct CodeWords {
    /// As it stands in addresses.
    pub plain: String,
    /// As people read it, in groups of four capitals.
    pub grouped: String,
}

impl From<&Code> for CodeWords {
    fn from(code: &Code) -> Self {
        Self {
            plain: code.as_str().to_owned(),
            grouped: code.grouped(),
        }
    }
}

/// Values for samples.
pub(super) mod sample {
    use super::{CodeWords, Head};
    use chrono::NaiveDate;

    pub fn day() -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(20_651)
    }

    pub fn head() -> Head {
        Head {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            lang: None,
            closes: day(),
        }
    }

    pub fn code() -> CodeWords {
        CodeWords {
            plain: "k7mq4t2x9hrdw3pa6n5ejv8bc2xy".into(),
            grouped: "K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2XY".into(),
        }
    }
}
