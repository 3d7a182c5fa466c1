//! Classes of what is deleted, their periods, and whether the clock can be believed. Pure.

use std::collections::BTreeMap;

use chrono::{DateTime, Months, TimeDelta, Utc};

use crate::base::config::Retention;

/// What is deleted together, after one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Typed and never handed in.
    Drafts,
    /// Words that are not public.
    Texts,
    /// Words that are.
    PublishedTexts,
    /// Statements of persons.
    Statements,
    /// Receipt codes.
    Receipts,
    /// Addresses for notices and receipts.
    Addresses,
    /// People and addresses of organisations.
    Organisations,
    /// Closed accounts of the administration.
    Accounts,
    /// Accounts of residents who do not come any more.
    Residents,
    /// Reports of barriers that are done.
    Feedback,
    /// What is left of mails that were sent.
    Outbox,
    /// The journal.
    Journal,
}

impl Class {
    /// All of them, in the order in which they are deleted.
    pub const ALL: [Self; 12] = [
        Self::Drafts,
        Self::Texts,
        Self::PublishedTexts,
        Self::Statements,
        Self::Receipts,
        Self::Addresses,
        Self::Organisations,
        Self::Accounts,
        Self::Residents,
        Self::Feedback,
        Self::Outbox,
        Self::Journal,
    ];

    /// As it stands in options, rows and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Texts => "texts",
            Self::PublishedTexts => "published_texts",
            Self::Statements => "statements",
            Self::Receipts => "receipts",
            Self::Addresses => "addresses",
            Self::Organisations => "organisations",
            Self::Accounts => "accounts",
            Self::Residents => "residents",
            Self::Feedback => "feedback",
            Self::Outbox => "outbox",
            Self::Journal => "journal",
        }
    }

    /// The class of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == text)
    }

    /// Whether it belongs to one consultation, which may differ from the town.
    pub fn is_of_consultation(self) -> bool {
        self <= Self::Addresses
    }
}

/// After how many months each class is deleted; 0 = never.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods(BTreeMap<Class, u32>);

impl Periods {
    /// Those of the town.
    pub fn of(options: &Retention) -> Self {
        let months = |class| match class {
            Class::Drafts => options.drafts,
            Class::Texts => options.texts,
            Class::PublishedTexts => options.published_texts,
            Class::Statements => options.statements,
            Class::Receipts => options.receipts,
            Class::Addresses => options.addresses,
            Class::Organisations => options.organisations,
            Class::Accounts => options.accounts,
            Class::Residents => options.residents,
            Class::Feedback => options.feedback,
            Class::Outbox => options.outbox,
            Class::Journal => options.journal,
        };
        Self(Class::ALL.map(|class| (class, months(class))).into())
    }

    /// The same, but for what one consultation does otherwise.
    #[must_use]
    pub fn but(mut self, own: &BTreeMap<Class, u32>) -> Self {
        self.0.extend(own);
        self
    }

    /// After how many months a class is deleted; nothing, when never. Drafts hold the words of texts once more, so they never
    /// outlive them.
    pub fn months(&self, class: Class) -> Option<u32> {
        let set = |class| self.0.get(&class).copied().filter(|months| *months > 0);
        match class {
            Class::Drafts => set(Class::Drafts)
                .into_iter()
                .chain(set(Class::Texts))
                .min(),
            class => set(class),
        }
    }

    /// What ended before this instant is over; nothing, when it is kept for good.
    pub fn over_before(&self, class: Class, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        now.checked_sub_months(Months::new(self.months(class)?))
    }
}

/// Longest time in which a portal plausibly writes nothing down at all.
pub const PLAUSIBLE: TimeDelta = TimeDelta::days(92);

/// A leap of the clock among the instants that were written down, up to now: from when to when. A clock that was put forward by
/// mistake would have everything deleted at once; what was written meanwhile bears its wrong instants, so the leap shows between
/// any two of them.
pub fn leap(
    mut written: Vec<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if written.is_empty() {
        return None;
    }
    written.push(now);
    written.sort_unstable();
    let pairs = written.iter().zip(written.iter().skip(1));
    pairs
        .map(|(from, to)| (*from, *to))
        .find(|(from, to)| *to - *from > PLAUSIBLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::Config;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}T12:00:00Z").parse().unwrap()
    }

    #[test]
    fn names_are_those_of_the_options() {
        for class in Class::ALL {
            assert_eq!(Class::parse(class.as_str()), Some(class));
        }
        let of = Class::ALL.into_iter().filter(|c| c.is_of_consultation());
        assert_eq!(of.count(), 6);
    }

    #[test]
    fn drafts_never_outlive_the_words_they_repeat() {
        let mut options = Config::for_tests().retention;
        (options.drafts, options.texts) = (12, 6);
        assert_eq!(Periods::of(&options).months(Class::Drafts), Some(6));
        options.drafts = 0;
        assert_eq!(Periods::of(&options).months(Class::Drafts), Some(6));
        options.texts = 0;
        assert_eq!(Periods::of(&options).months(Class::Drafts), None);
    }

    #[test]
    fn a_consultation_may_differ_and_months_end_with_the_month() {
        let options = Config::for_tests().retention;
        let own = BTreeMap::from([(Class::Texts, 1), (Class::Receipts, 0)]);
        let periods = Periods::of(&options).but(&own);
        let before = periods.over_before(Class::Texts, at("2026-03-31"));
        assert_eq!(before, Some(at("2026-02-28")));
        assert_eq!(periods.over_before(Class::Receipts, at("2026-03-31")), None);
    }

    #[test]
    fn a_leap_shows_before_now_and_between_what_was_written() {
        let quiet = vec![at("2026-05-01"), at("2026-07-20"), at("2026-03-01")];
        assert_eq!(leap(quiet.clone(), at("2026-10-01")), None);
        assert_eq!(
            leap(quiet.clone(), at("2029-10-01")),
            Some((at("2026-07-20"), at("2029-10-01")))
        );
        // The server went on writing with the wrong clock.
        let mut wrong = quiet;
        wrong.push(at("2029-09-30"));
        assert!(leap(wrong, at("2029-10-01")).is_some());
        assert_eq!(leap(Vec::new(), at("2029-10-01")), None, "nothing to lose");
    }
}
