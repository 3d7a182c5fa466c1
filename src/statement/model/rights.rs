//! What whoever writes a statement may do with it now. Pure; pages show exactly these buttons, and the acts ask again.

use chrono::{DateTime, Utc};

use super::{Deadlines, Statement, VersionState};
use crate::account::Party;
use crate::base::clock::Zone;
use crate::base::id::Id;

/// Where an instant lies for somebody who writes a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Nothing is taken yet.
    NotYet,
    /// In time.
    Open,
    /// The deadline is over; what is handed in is marked as late.
    Late,
    /// Too late to hand in online.
    Over,
}

impl Moment {
    /// As templates name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "later",
            Self::Open => "open",
            Self::Late => "late",
            Self::Over => "over",
        }
    }
}

impl Deadlines {
    /// Where an instant lies for an organisation, or for a person.
    pub fn moment(&self, party: Option<&Id<Party>>, now: DateTime<Utc>, zone: Zone) -> Moment {
        if now < self.window.opens_at {
            Moment::NotYet
        } else if now < self.of(party) {
            Moment::Open
        } else if now < self.late_until(party, zone) {
            Moment::Late
        } else {
            Moment::Over
        }
    }
}

/// As what somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    /// For herself.
    Person,
    /// For an organisation, with these duties.
    Member {
        /// Whether she writes drafts.
        is_author: bool,
        /// Whether she hands in.
        is_signatory: bool,
    },
}

impl Pen {
    fn is_author(self) -> bool {
        matches!(
            self,
            Self::Person
                | Self::Member {
                    is_author: true,
                    ..
                }
        )
    }

    fn is_signatory(self) -> bool {
        matches!(
            self,
            Self::Person
                | Self::Member {
                    is_signatory: true,
                    ..
                }
        )
    }
}

/// What may be done now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button of the page"
)]
pub struct Rights {
    /// Write on the draft, or begin one.
    pub write: bool,
    /// Pass the draft on to the signatory.
    pub release: bool,
    /// Give it back to the authors.
    pub give_back: bool,
    /// Hand in.
    pub hand_in: bool,
    /// Say in one click that there is nothing to object.
    pub nil: bool,
    /// Begin a version that will replace the one that counts.
    pub replace: bool,
    /// Take everything back.
    pub withdraw: bool,
    /// Throw the draft away.
    pub discard: bool,
    /// Ask for a longer deadline.
    pub ask: bool,
    /// Have everything in it taken away for good.
    pub erase: bool,
}

impl Rights {
    /// What somebody may do with a statement at that moment; none has been begun yet when there is none.
    pub fn of(pen: Pen, moment: Moment, statement: Option<&Statement>) -> Self {
        if statement.is_some_and(|one| one.erased_on.is_some()) {
            return Self::default();
        }
        let draft = statement
            .and_then(Statement::draft)
            .map(|draft| draft.state);
        let has_current = statement.and_then(Statement::current).is_some();
        // What counts already is replaced in time or not at all.
        let is_taken = moment == Moment::Open || (moment == Moment::Late && !has_current);
        let (author, signatory) = (pen.is_author(), pen.is_signatory());
        let is_draft = draft == Some(VersionState::Draft);
        let is_released = draft == Some(VersionState::Released);
        let is_organisation = pen != Pen::Person;
        Self {
            write: is_taken && author && (is_draft || (draft.is_none() && !has_current)),
            release: is_taken && is_organisation && author && is_draft,
            give_back: signatory && is_released,
            hand_in: is_taken && signatory && (is_released || (is_draft && author)),
            nil: is_taken && signatory && draft.is_none() && !has_current,
            replace: moment == Moment::Open && author && draft.is_none() && has_current,
            withdraw: moment == Moment::Open && signatory && has_current,
            discard: author && is_draft,
            // At any time, also long after the deadline.
            erase: !is_organisation && statement.is_some_and(|one| one.number.is_some()),
            ask: is_organisation && !has_current && matches!(moment, Moment::Open | Moment::Late),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{statement, version};
    use super::*;

    const AUTHOR: Pen = Pen::Member {
        is_author: true,
        is_signatory: false,
    };
    const SIGNATORY: Pen = Pen::Member {
        is_author: false,
        is_signatory: true,
    };
    const DAY: &str = "2026-07-01T10:00:00+02:00";

    #[test]
    fn the_author_writes_and_only_the_signatory_hands_in() {
        let draft = statement(Some("a"), vec![version(1, VersionState::Draft, DAY)]);
        let author = Rights::of(AUTHOR, Moment::Open, Some(&draft));
        assert!(author.write && author.release && author.discard && !author.hand_in);
        let signatory = Rights::of(SIGNATORY, Moment::Open, Some(&draft));
        assert!(!signatory.write && !signatory.hand_in);
        let released = statement(Some("a"), vec![version(1, VersionState::Released, DAY)]);
        assert!(!Rights::of(AUTHOR, Moment::Open, Some(&released)).write);
        let signatory = Rights::of(SIGNATORY, Moment::Open, Some(&released));
        assert!(signatory.hand_in && signatory.give_back);
    }

    #[test]
    fn after_the_deadline_only_what_never_counted_can_be_handed_in() {
        let first = version(1, VersionState::HandedIn, DAY);
        let again = version(2, VersionState::Draft, DAY);
        let replacing = statement(None, vec![first, again]);
        assert!(Rights::of(Pen::Person, Moment::Open, Some(&replacing)).hand_in);
        let late = Rights::of(Pen::Person, Moment::Late, Some(&replacing));
        assert!(!late.hand_in && !late.write && !late.withdraw && late.discard);
        let new = statement(None, vec![version(1, VersionState::Draft, DAY)]);
        assert!(Rights::of(Pen::Person, Moment::Late, Some(&new)).hand_in);
        assert!(!Rights::of(Pen::Person, Moment::Over, Some(&new)).hand_in);
        assert!(!Rights::of(Pen::Person, Moment::NotYet, None).write);
    }

    #[test]
    fn nothing_to_object_is_one_click_while_nothing_was_written() {
        assert!(Rights::of(SIGNATORY, Moment::Open, None).nil);
        assert!(!Rights::of(AUTHOR, Moment::Open, None).nil);
        let draft = statement(Some("a"), vec![version(1, VersionState::Draft, DAY)]);
        assert!(!Rights::of(SIGNATORY, Moment::Open, Some(&draft)).nil);
    }
}
