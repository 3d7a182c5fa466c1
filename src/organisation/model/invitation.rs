//! An organisation on the list of a consultation.

use chrono::{DateTime, TimeDelta, Utc};

use super::Organisation;

/// Whether its mail has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// No mail was written yet.
    None,
    /// The last one waits to leave.
    OnItsWay,
    /// The last one has left.
    Sent,
    /// The last one could not be delivered.
    Failed,
}

impl Delivery {
    /// What the newest letter's row in the outbox says: `(sent, given up)`. A mail that was given up is forgotten after a
    /// month, so one without a row has failed.
    pub fn of(row: Option<(bool, bool)>) -> Self {
        match row {
            Some((true, _)) => Self::Sent,
            Some((false, false)) => Self::OnItsWay,
            Some((false, true)) | None => Self::Failed,
        }
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::None => "invited-mail-none",
            Self::OnItsWay => "invited-mail-waiting",
            Self::Sent => "invited-mail-sent",
            Self::Failed => "invited-mail-failed",
        }
    }
}

/// What an organisation has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Nothing.
    Open,
    /// Somebody has come in and takes part.
    TakenUp,
    /// Nothing will come.
    Declined,
}

impl Answer {
    /// All answers, in the order pages name them.
    pub const ALL: [Self; 3] = [Self::Open, Self::TakenUp, Self::Declined];

    /// What it has answered, by what stands in its row: the one place that says it. A statement or a nil return takes the
    /// invitation up or declines it, so it counts here too.
    pub fn of(is_taken_up: bool, is_declined: bool) -> Self {
        match (is_declined, is_taken_up) {
            (true, _) => Self::Declined,
            (false, true) => Self::TakenUp,
            (false, false) => Self::Open,
        }
    }

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::TakenUp => "taken-up",
            Self::Declined => "declined",
        }
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Open => "invited-answer-open",
            Self::TakenUp => "invited-answer-taken-up",
            Self::Declined => "invited-answer-declined",
        }
    }

    /// The kind of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Open => "warning",
            Self::TakenUp => "success",
            Self::Declined => "plain",
        }
    }
}

/// An organisation on the list of a consultation, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: crate::base::id::Id<Invitation>,
    /// Who.
    pub organisation: Organisation,
    /// How many people act for it.
    pub members: usize,
    /// When it came onto the list.
    pub added_at: DateTime<Utc>,
    /// When somebody took it up.
    pub taken_up_at: Option<DateTime<Utc>>,
    /// When it let us know that nothing will come.
    pub declined_at: Option<DateTime<Utc>>,
    /// How many mails were written.
    pub letters: usize,
    /// When the last one was.
    pub last_letter: Option<DateTime<Utc>>,
    /// Whether it has left.
    pub delivery: Delivery,
}

impl Invitation {
    /// What the organisation has answered.
    pub fn answer(&self) -> Answer {
        Answer::of(self.taken_up_at.is_some(), self.declined_at.is_some())
    }

    /// Whether a mail can go to it: it has not answered, it may be asked, and it did not get one half a day ago. So a
    /// form that is sent twice writes to nobody twice.
    pub fn can_be_written_to(&self, now: DateTime<Utc>) -> bool {
        let rests = |at| self.delivery == Delivery::Failed || now - at >= TimeDelta::hours(12);
        self.answer() == Answer::Open
            && self.delivery != Delivery::OnItsWay
            && self.organisation.state.can_be_invited()
            && self.last_letter.is_none_or(rests)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_without_a_row_has_failed() {
        assert_eq!(Delivery::of(None), Delivery::Failed);
        assert_eq!(Delivery::of(Some((true, false))), Delivery::Sent);
        assert_eq!(Delivery::of(Some((false, false))), Delivery::OnItsWay);
        assert_eq!(Delivery::of(Some((false, true))), Delivery::Failed);
    }
}
