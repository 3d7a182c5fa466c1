//! A statement, its versions, and where it stands. Pure: whatever depends on the hour takes the time.

mod content;
mod deadline;
pub mod register;
mod rights;
mod words;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::account::Party;
use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::participation::Participation;

pub use crate::base::attachment::Attached;
pub use content::{Content, NewPart, Part, Submitter, Unready, seen};
pub use deadline::{
    Deadlines, Extension, Grant, GrantFault, LATE_DAYS, REMIND_DAYS, Request, granted, reminder,
};
pub use rights::{Moment, Pen, Rights};
pub use words::{Admission, Channel, Outcome, Publication, Standing, VersionState};

/// Most characters of the text on one element, or of the text as a whole.
pub const PART_CHARS: usize = 20_000;
/// Most characters of a whole statement.
pub const WHOLE_CHARS: usize = 120_000;
/// Most people who sign one statement.
pub const SUBMITTERS: usize = 20;
/// Most files of one version.
pub const FILES: usize = 10;

/// How long a link that confirms an address can be used.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

/// How far an address is that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Whoever reads there has said that it is hers.
    Confirmed,
    /// A link is on its way.
    Asked,
    /// No link could go out: too many mails were on their way.
    Unasked,
}

impl Proof {
    /// Out of when it was asked and confirmed.
    pub fn of(asked_at: Option<NaiveDateTime>, confirmed_at: Option<NaiveDateTime>) -> Self {
        match (asked_at, confirmed_at) {
            (_, Some(_)) => Self::Confirmed,
            (Some(_), None) => Self::Asked,
            (None, None) => Self::Unasked,
        }
    }

    /// As templates name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Asked => "asked",
            Self::Unasked => "unasked",
        }
    }
}

/// A statement: who wrote it, by which way it came, and every version of it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its identity; random, as a person may have given it.
    pub id: Id<Statement>,
    /// On which consultation.
    pub consultation: Id<Consultation>,
    /// The organisation, when the town knows it.
    pub party: Option<Id<Party>>,
    /// The participation that opens it, when a person wrote it online.
    pub participation: Option<Id<Participation>>,
    /// By which way it came.
    pub channel: Channel,
    /// Since it was first handed in: 1, 2, 3 … within its consultation.
    pub number: Option<i32>,
    /// Every version, the first one first.
    pub versions: Vec<Version>,
    /// What was decided about its coming late.
    pub admission: Option<Decision<Admission>>,
    /// What was decided about showing it.
    pub publication: Option<Decision<Publication>>,
    /// The day on which the person who wrote it had everything in it taken away.
    pub erased_on: Option<NaiveDate>,
}

/// One version of a statement, without its text.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its identity.
    pub id: Id<Version>,
    /// 1 for the first.
    pub n: i32,
    /// How far it is.
    pub state: VersionState,
    /// Nothing to object, in one word (Fehlanzeige).
    pub is_nil: bool,
    /// Whether it may be shown to everyone.
    pub may_publish: bool,
    /// Whether whoever handed it in says that it names no third persons.
    pub names_nobody: bool,
    /// The day on the letter.
    pub written_on: Option<NaiveDate>,
    /// When somebody last saved it.
    pub saved_at: DateTime<Utc>,
    /// Who.
    pub saved_by: String,
    /// When and by whom it was handed in.
    pub handed_in: Option<HandedIn>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The moment a version began to count.
#[derive(Clone, Debug)]
pub struct HandedIn {
    /// When the server, or the town's letter box, got it.
    pub at: DateTime<Utc>,
    /// By whom, as the journal names her.
    pub by: String,
    /// The first instant that would have been too late, as it stood then.
    pub deadline: DateTime<Utc>,
}

/// A decision of the administration, with its reason.
#[derive(Clone, Debug)]
pub struct Decision<T> {
    /// What was decided.
    pub outcome: T,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A decision in the history of a statement.
#[derive(Clone, Debug)]
pub struct Past {
    /// What was decided.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as the journal names her.
    pub by: String,
}

impl Statement {
    /// The version that counts: the newest that was handed in and not withdrawn.
    pub fn current(&self) -> Option<&Version> {
        let of = |state| move |version: &&Version| version.state == state;
        let handed_in = self.versions.iter().rfind(of(VersionState::HandedIn));
        // A withdrawal takes back the whole statement, with the versions that were replaced.
        let withdrawn = self.versions.iter().rfind(of(VersionState::Withdrawn));
        handed_in.filter(|version| withdrawn.is_none_or(|gone| gone.n < version.n))
    }

    /// The version somebody works on.
    pub fn draft(&self) -> Option<&Version> {
        let last = self.versions.last();
        last.filter(|version| matches!(version.state, VersionState::Draft | VersionState::Released))
    }

    /// The versions that were replaced, the newest first.
    pub fn replaced(&self) -> impl Iterator<Item = &Version> {
        let current = self.current().map(|version| version.n);
        let handed_in = |version: &&Version| version.state == VersionState::HandedIn;
        let versions = self.versions.iter().rev().filter(handed_in);
        versions.filter(move |version| Some(version.n) != current)
    }

    /// Whether the version that counts came too late. `deadline` is the one that holds for this party now: it may have been
    /// moved on since, never back over what was in time.
    pub fn is_late(&self, deadline: DateTime<Utc>) -> bool {
        let handed_in = self
            .current()
            .and_then(|version| version.handed_in.as_ref());
        handed_in.is_some_and(|it| it.at >= it.deadline.max(deadline))
    }

    /// By how many days it is late: 1 on the first day after the last one. None in time.
    pub fn days_late(&self, deadline: DateTime<Utc>, zone: Zone) -> Option<i64> {
        let it = self.current()?.handed_in.as_ref()?;
        let end = it.deadline.max(deadline);
        (it.at >= end).then(|| (zone.day(it.at) - zone.day(end)).num_days() + 1)
    }

    /// Where it stands.
    pub fn standing(&self, deadline: DateTime<Utc>) -> Standing {
        match (self.current(), self.draft()) {
            _ if self.erased_on.is_some() => Standing::Erased,
            (None, Some(draft)) if draft.state == VersionState::Released => Standing::Released,
            (None, Some(_)) => Standing::Draft,
            (None, None) => Standing::Withdrawn,
            (Some(_), _) if !self.is_late(deadline) => Standing::HandedIn,
            (Some(_), _) => match self.admission.as_ref().map(|decision| decision.outcome) {
                None => Standing::LateWaiting,
                Some(Admission::Admitted) => Standing::LateAdmitted,
                Some(Admission::Refused) => Standing::LateRefused,
            },
        }
    }

    /// Whether it counts among the statements of its consultation.
    pub fn counts(&self, deadline: DateTime<Utc>) -> bool {
        matches!(
            self.standing(deadline),
            Standing::HandedIn | Standing::LateAdmitted
        )
    }

    /// Whether nobody has decided yet whether everyone may read the version that counts. A version that replaces another one
    /// was read by nobody who decided about that one.
    pub fn is_undecided(&self) -> bool {
        let since = self.current().map(|version| {
            let handed_in = version.handed_in.as_ref().map(|it| it.at);
            handed_in.map_or(version.saved_at, |at| at.max(version.saved_at))
        });
        let decided = self.publication.as_ref().map(|one| one.at);
        since.zip(decided).is_none_or(|(since, at)| at < since)
    }

    /// Whether everyone may read it now.
    pub fn is_public(&self, deadline: DateTime<Utc>) -> bool {
        let published = self.publication.as_ref().map(|one| one.outcome);
        let may = self.current().is_some_and(|version| version.may_publish);
        may && published == Some(Publication::Published)
            && self.counts(deadline)
            && !self.is_undecided()
    }
}

#[cfg(test)]
mod tests;
