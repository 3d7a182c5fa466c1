//! The steps of a paper's way, and who sees which.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Body, words};
use crate::base::id::Id;

words! {
    /// What a body does with a paper.
    StepRole {
        /// Anhörung.
        Hearing = "hearing", "step-role-hearing";
        /// Vorberatung.
        Preparation = "preparation", "step-role-preparation";
        /// Empfehlung.
        Recommendation = "recommendation", "step-role-recommendation";
        /// Beschlussfassung.
        Decision = "decision", "step-role-decision";
        /// Kenntnisnahme.
        Information = "information", "step-role-information";
    }
}

words! {
    /// What came of it.
    Outcome {
        /// Agreed, or decided as it was.
        Agreed = "agreed", "step-outcome-agreed";
        /// Agreed with amendments.
        Amended = "amended", "step-outcome-amended";
        /// Rejected.
        Rejected = "rejected", "step-outcome-rejected";
        /// Put off to a later day.
        Postponed = "postponed", "step-outcome-postponed";
        /// Sent to another body.
        Referred = "referred", "step-outcome-referred";
        /// Taken back by whoever brought it.
        Withdrawn = "withdrawn", "step-outcome-withdrawn";
        /// Taken note of.
        Noted = "noted", "step-outcome-noted";
    }
}

impl Outcome {
    /// The look of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Agreed | Self::Amended => "success",
            Self::Noted | Self::Referred | Self::Postponed => "info",
            Self::Rejected | Self::Withdrawn => "plain",
        }
    }
}

/// How many were for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// All.
    Unanimous,
    /// Most; nobody counted.
    Majority,
    /// Counted.
    Counted {
        /// For it.
        yes: i32,
        /// Against it.
        no: i32,
        /// Neither.
        abstentions: i32,
    },
}

impl Vote {
    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unanimous => "unanimous",
            Self::Majority => "majority",
            Self::Counted { .. } => "counted",
        }
    }

    /// The three numbers, where it was counted.
    pub fn numbers(self) -> Option<[i32; 3]> {
        match self {
            Self::Counted {
                yes,
                no,
                abstentions,
            } => Some([yes, no, abstentions]),
            _ => None,
        }
    }
}

/// One step: a body deals with the paper on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: Id<Step>,
    /// The body.
    pub body: Body,
    /// The day.
    pub day: NaiveDate,
    /// What it does with the paper.
    pub role: StepRole,
    /// Whether everyone may know of it.
    pub is_public: bool,
    /// What came of it; none before the body has met.
    pub outcome: Option<Outcome>,
    /// How many were for it.
    pub vote: Option<Vote>,
    /// As the body decided it, word by word; may be empty.
    pub wording: String,
    /// Counts up with every change.
    pub version: i32,
}

impl Step {
    /// The text of its outcome: what the council agrees to, it decides.
    pub fn outcome_key(&self) -> Option<&'static str> {
        let outcome = self.outcome?;
        Some(match (outcome, self.role) {
            (Outcome::Agreed, StepRole::Decision) => "step-outcome-decided",
            (Outcome::Amended, StepRole::Decision) => "step-outcome-decided-amended",
            _ => outcome.label_key(),
        })
    }

    /// Whether the paper was decided in it, with or without amendments.
    pub fn decides(&self) -> bool {
        self.role == StepRole::Decision
            && matches!(self.outcome, Some(Outcome::Agreed | Outcome::Amended))
    }
}

/// Which steps somebody sees besides the public ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// None: anyone.
    Public,
    /// Those of her own bodies: a councillor.
    Bodies(BTreeSet<Id<Body>>),
    /// All: editors and administrators.
    All,
}

impl Sight {
    /// Whether it opens the steps of a body.
    fn opens(&self, body: &Id<Body>) -> bool {
        match self {
            Self::Public => false,
            Self::Bodies(own) => own.contains(body),
            Self::All => true,
        }
    }
}

/// A step as somebody sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen<'a> {
    /// With all there is.
    Open(&'a Step),
    /// Not public: its day, and nothing else.
    Closed(NaiveDate),
}

impl<'a> Seen<'a> {
    /// The day.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Open(step) => step.day,
            Self::Closed(day) => day,
        }
    }

    /// The step, for whom it is open.
    pub fn open(self) -> Option<&'a Step> {
        match self {
            Self::Open(step) => Some(step),
            Self::Closed(_) => None,
        }
    }
}

/// The way of a paper through the bodies, in the order of its days. Its steps come out only as somebody sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way(Vec<Step>);

impl Way {
    /// Of steps that stand in order.
    pub fn new(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    /// Every step as somebody sees it.
    pub fn seen_by<'a>(&'a self, sight: &'a Sight) -> impl Iterator<Item = Seen<'a>> {
        self.0.iter().map(|step| {
            if step.is_public || sight.opens(&step.body.id) {
                Seen::Open(step)
            } else {
                Seen::Closed(step.day)
            }
        })
    }

    /// The steps everyone may know of.
    pub fn public(&self) -> impl Iterator<Item = &Step> {
        self.0.iter().filter(|step| step.is_public)
    }

    /// What comes next for somebody on a day: the first step of that day or later without an outcome she could know.
    pub fn next<'a>(&'a self, sight: &'a Sight, today: NaiveDate) -> Option<Seen<'a>> {
        self.seen_by(sight).find(|seen| {
            let is_over = seen.open().is_some_and(|step| step.outcome.is_some());
            seen.day() >= today && !is_over
        })
    }

    /// Open steps that are over and have no outcome yet: somebody has to write it down.
    pub fn waits_for_outcome(&self, sight: &Sight, today: NaiveDate) -> bool {
        let mut open = self.seen_by(sight).filter_map(Seen::open);
        open.any(|step| step.outcome.is_none() && step.day < today)
    }

    /// The step that decided, as far as somebody sees it: the last one.
    pub fn decided(&self, sight: &Sight) -> Option<&Step> {
        let mut open = self
            .0
            .iter()
            .filter(|step| step.decides() && (step.is_public || sight.opens(&step.body.id)));
        open.next_back()
    }
}
