//! The kinds of strands and of the steps after them.

use chrono::NaiveDate;

/// What people hand in on a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackKind {
    /// Questionnaires.
    Survey,
    /// Comments on elements.
    Comments,
    /// Statements of organisations and persons.
    Statements,
}

impl TrackKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Survey, Self::Comments, Self::Statements];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Comments => "comments",
            Self::Statements => "statements",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The text key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Survey => "track-survey",
            Self::Comments => "track-comments",
            Self::Statements => "track-statements",
        }
    }
}

/// A step after the consultation, as announced.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Milestone {
    /// What kind of step.
    pub kind: MilestoneKind,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, when it takes longer than one.
    pub until: Option<NaiveDate>,
    /// E.g. "Auswerten".
    pub title: String,
    /// One sentence for people.
    pub note: String,
}

/// How a list of steps stands: the same mark means that nobody has changed it since.
pub fn seen(steps: &[Milestone]) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    steps.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The steps every consultation goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MilestoneKind {
    /// Contributions are read and grouped.
    Evaluation,
    /// Results appear.
    Results,
    /// The next edition is written.
    Revision,
    /// Committees advise.
    Deliberation,
    /// The council decides.
    Decision,
}

impl MilestoneKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Evaluation,
        Self::Results,
        Self::Revision,
        Self::Deliberation,
        Self::Decision,
    ];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Evaluation => "evaluation",
            Self::Results => "results",
            Self::Revision => "revision",
            Self::Deliberation => "deliberation",
            Self::Decision => "decision",
        }
    }

    /// The text key of its name.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Evaluation => "milestone-evaluation",
            Self::Results => "milestone-results",
            Self::Revision => "milestone-revision",
            Self::Deliberation => "milestone-deliberation",
            Self::Decision => "milestone-decision",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}
