//! The five-way mark (Bewertung): one answer on one strategic goal.

use serde::{Deserialize, Serialize};

/// What a person thinks of a goal as it is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// "Richtig formuliert": so it should stand.
    Right,
    /// "Mutiger": it may want more.
    Bolder,
    /// "Geht zu weit": it wants too much.
    TooFar,
    /// "Unklar": what is meant?
    Unclear,
    /// "Streichen": it does not belong here.
    Drop,
}

impl Mark {
    /// In the order of the form: by how often people need it.
    pub const FORM: [Self; 5] = [
        Self::Right,
        Self::Bolder,
        Self::TooFar,
        Self::Unclear,
        Self::Drop,
    ];
    /// In the order of bars, legends and tables; "unclear" has no direction and stands apart, last.
    pub const CHART: [Self; 5] = [
        Self::Drop,
        Self::TooFar,
        Self::Right,
        Self::Bolder,
        Self::Unclear,
    ];

    /// As it is stored: 1 to 5 in the order of the form.
    pub fn code(self) -> i32 {
        match self {
            Self::Right => 1,
            Self::Bolder => 2,
            Self::TooFar => 3,
            Self::Unclear => 4,
            Self::Drop => 5,
        }
    }

    /// The mark stored under a code.
    pub fn of_code(code: i32) -> Option<Self> {
        Self::FORM.into_iter().find(|mark| mark.code() == code)
    }

    /// As it stands in files and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Bolder => "bolder",
            Self::TooFar => "too_far",
            Self::Unclear => "unclear",
            Self::Drop => "drop",
        }
    }

    /// The mark of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::FORM.into_iter().find(|mark| mark.as_str() == text)
    }

    /// What the paper form calls it, German and English; the import takes these as well as the names.
    pub fn labels(self) -> [&'static str; 2] {
        match self {
            Self::Right => ["richtig formuliert", "right as it is"],
            Self::Bolder => ["mutiger", "bolder"],
            Self::TooFar => ["geht zu weit", "goes too far"],
            Self::Unclear => ["unklar", "unclear"],
            Self::Drop => ["streichen", "drop"],
        }
    }

    /// The text key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Right => "mark-right",
            Self::Bolder => "mark-bolder",
            Self::TooFar => "mark-too-far",
            Self::Unclear => "mark-unclear",
            Self::Drop => "mark-drop",
        }
    }

    /// The text key of the sentence that explains it.
    pub fn hint_key(self) -> &'static str {
        match self {
            Self::Right => "mark-right-hint",
            Self::Bolder => "mark-bolder-hint",
            Self::TooFar => "mark-too-far-hint",
            Self::Unclear => "mark-unclear-hint",
            Self::Drop => "mark-drop-hint",
        }
    }
}
