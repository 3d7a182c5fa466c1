//! What becomes of a free text before others may read it.

use serde::Serialize;

/// A free text as an identity. Random, and unlike the questionnaire's: texts of one person cannot be told by their ids.
pub enum FreeText {}

/// Where a free text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextState {
    /// Nobody has decided yet. Not public.
    Waiting,
    /// Everyone may read it, word for word.
    Released,
    /// Everyone may read it, with passages blacked out.
    Redacted,
    /// Not public, for a reason its author is told.
    Hidden,
    /// Its words were erased; that there was one still counts.
    Erased,
}

impl TextState {
    /// All states somebody decides about, in the order of the queue.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Released, Self::Hidden, Self::Redacted];
    /// Those in which everyone may read the text.
    pub const PUBLIC: [&'static str; 2] = ["released", "redacted"];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Released => "released",
            Self::Redacted => "redacted",
            Self::Hidden => "hidden",
            Self::Erased => "erased",
        }
    }

    /// The state of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter().chain([Self::Erased]);
        all.find(|state| state.as_str() == text)
    }
}

/// Why a text is hidden: a short list, so that everyone is measured alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HideReason {
    /// It insults or threatens somebody.
    Insult,
    /// It tells private things about other people.
    PersonalData,
    /// It calls for hatred or for something against the law.
    Unlawful,
    /// It advertises something.
    Advert,
    /// It says nothing about what was asked.
    OffTopic,
    /// Something else; the note says what.
    Other,
}

impl HideReason {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Insult,
        Self::PersonalData,
        Self::Unlawful,
        Self::Advert,
        Self::OffTopic,
        Self::Other,
    ];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::PersonalData => "personal_data",
            Self::Unlawful => "unlawful",
            Self::Advert => "advert",
            Self::OffTopic => "off_topic",
            Self::Other => "other",
        }
    }

    /// The reason of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Insult => "hide-insult",
            Self::PersonalData => "hide-personal-data",
            Self::Unlawful => "hide-unlawful",
            Self::Advert => "hide-advert",
            Self::OffTopic => "hide-off-topic",
            Self::Other => "hide-other",
        }
    }
}
