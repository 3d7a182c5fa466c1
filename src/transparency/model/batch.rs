//! When the lines that wait go into the list, and in which order.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::record::Record;
use crate::base::id;

/// With so many lines about contributions nobody can tell which is whose by the hour at which it came into the list.
pub const ENOUGH: usize = 5;
/// Not more often than this.
const EVERY: TimeDelta = TimeDelta::hours(1);

/// What waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Lines about contributions; more than [`ENOUGH`] need not be counted.
    pub contributions: usize,
    /// The day of the oldest of them.
    pub oldest: Option<NaiveDate>,
    /// Whether there is a line about something public, which goes in at once, after all that stands before it.
    pub has_public: bool,
}

/// Whether it is time for a batch: an hour after the last one, with enough lines or with one of an earlier day. All days in UTC.
pub fn is_due(waiting: &Waiting, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    if waiting.has_public {
        return true;
    }
    let is_time = last.is_none_or(|last| now - last >= EVERY);
    let is_old = waiting.oldest.is_some_and(|day| day < now.date_naive());
    is_time && (waiting.contributions >= ENOUGH || is_old)
}

/// Mixes: every order is as likely as any other.
pub fn shuffle<T>(all: &mut [T]) {
    for last in (1..all.len()).rev() {
        let chance = u128::from(u64::from_be_bytes(id::random()));
        // Of 2^64 equally likely numbers: the same share for each place, but for 1 in 2^50.
        let place = (chance * (last as u128 + 1)) >> 64;
        all.swap(last, usize::try_from(place).unwrap_or(last));
    }
}

/// The lines of a batch before they have an order. `N` is what leads to a line; the line itself is not kept, because very many may wait.
#[derive(Debug)]
pub struct Batch<N> {
    accepted: Vec<N>,
    ending: Vec<Ending<N>>,
    public: Vec<N>,
}

/// A line that ends what another line says.
#[derive(Debug)]
struct Ending<N> {
    name: N,
    /// What it puts in its place.
    makes: Option<u64>,
    /// What it ends.
    ends: u64,
}

impl<N> Default for Batch<N> {
    fn default() -> Self {
        Self {
            accepted: Vec::new(),
            ending: Vec::new(),
            public: Vec::new(),
        }
    }
}

impl<N> Batch<N> {
    /// Adds a line. Public lines come in the order in which they were written.
    pub fn add(&mut self, name: N, record: &Record) {
        match record.ends() {
            Some(ends) => self.ending.push(Ending {
                name,
                makes: record.commitment().map(mark),
                ends: mark(ends),
            }),
            None if record.is_personal() => self.accepted.push(name),
            None => self.public.push(name),
        }
    }

    /// The order in the list: what is about contributions mixed, what is public behind it as it came. No line stands before the one that
    /// it ends, so that the list hangs together wherever it is cut.
    ///
    /// Of very many, so many that lie together in the database are mixed with each other and not with all: nobody is found among thousands, and
    /// lines that are written together lie together on the disk.
    pub fn in_order(self, together: usize) -> Vec<N> {
        let (mut all, mut ending) = (self.accepted, self.ending);
        // The last ones are mixed with a whole piece before them, so that no few stand alone.
        let last = all
            .len()
            .saturating_sub(all.len() % together.max(1) + together);
        let (whole, rest) = all.split_at_mut(last);
        whole.chunks_mut(together.max(1)).for_each(shuffle);
        shuffle(rest);
        shuffle(&mut ending);
        let made: HashMap<u64, u64> = ending
            .iter()
            .filter_map(|line| Some((line.makes?, line.ends)))
            .collect();
        // How many lines of this batch lead to it. In a damaged list they might lead in a circle.
        let depth = |line: &Ending<N>| {
            let before = std::iter::successors(Some(line.ends), |ends| made.get(ends).copied());
            before.take(made.len() + 1).count()
        };
        ending.sort_by_cached_key(depth);
        all.extend(ending.into_iter().map(|line| line.name));
        all.extend(self.public);
        all
    }
}

/// A commitment in short. Two that look the same cost the order of their lines and nothing else.
fn mark(commitment: &str) -> u64 {
    let digits = commitment.get(..16).unwrap_or_default();
    u64::from_str_radix(digits, 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::record::Kind;
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn few_lines_wait_for_others_or_for_the_next_day() {
        let now = at("2026-07-01T10:00:00Z");
        let waiting = |contributions, day: u32| Waiting {
            contributions,
            oldest: NaiveDate::from_ymd_opt(2026, 7, day),
            has_public: false,
        };
        assert!(!is_due(&Waiting::default(), None, now));
        assert!(!is_due(&waiting(4, 1), None, now));
        assert!(is_due(&waiting(5, 1), None, now));
        let tomorrow = at("2026-07-02T00:00:00Z");
        assert!(is_due(&waiting(1, 1), None, tomorrow));
        let just_now = Some(at("2026-07-01T09:00:01Z"));
        assert!(!is_due(&waiting(500, 1), just_now, now));
        assert!(is_due(
            &waiting(500, 1),
            Some(at("2026-07-01T09:00:00Z")),
            now
        ));
    }

    #[test]
    fn what_is_public_waits_for_nobody() {
        let now = at("2026-07-01T10:00:00Z");
        let waiting = Waiting {
            has_public: true,
            ..Waiting::default()
        };
        assert!(is_due(&waiting, Some(now), now));
    }

    #[test]
    fn mixing_loses_nothing_and_every_place_is_taken_by_everyone() {
        let mut seen = [[0_u32; 5]; 5];
        for _ in 0..2_000 {
            let mut all = [0, 1, 2, 3, 4];
            shuffle(&mut all);
            for (place, who) in all.iter().enumerate() {
                seen[place][*who] += 1;
            }
        }
        // 400 on average; further from it than ten standard deviations does not happen.
        assert!(
            seen.iter().flatten().all(|n| (220..580).contains(n)),
            "{seen:?}"
        );
    }

    fn digest(n: u64) -> String {
        format!("{n:016x}").repeat(4)
    }

    fn accept(n: u64) -> Record {
        Record::Accept {
            kind: Kind::Questionnaire,
            place: "ziele/leben".to_owned(),
            commitment: digest(n),
        }
    }

    fn revise(n: u64, replaces: u64) -> Record {
        Record::Revise {
            kind: Kind::Questionnaire,
            place: "ziele/leben".to_owned(),
            commitment: digest(n),
            replaces: digest(replaces),
        }
    }

    fn public(number: u32) -> Record {
        Record::Epoch {
            number,
            kept: 0,
            known: None,
        }
    }

    #[test]
    fn of_very_many_thousands_are_mixed_with_each_other() {
        let mut batch = Batch::default();
        for n in 0..25 {
            batch.add(n, &accept(n));
        }
        let order = batch.in_order(10);
        let sorted = |some: &[u64]| {
            let mut some = some.to_vec();
            some.sort_unstable();
            some
        };
        assert_eq!(sorted(&order[..10]), (0..10).collect::<Vec<_>>());
        // The last five are not alone.
        assert_eq!(sorted(&order[10..]), (10..25).collect::<Vec<_>>());
    }

    #[test]
    fn a_damaged_list_that_leads_in_a_circle_has_an_order_too() {
        let mut batch = Batch::default();
        batch.add(1, &revise(1, 2));
        batch.add(2, &revise(2, 1));
        assert_eq!(batch.in_order(10).len(), 2);
    }

    proptest! {
        /// Chains of corrections, in whatever order they are read: nothing is lost, each line stands behind the one that it ends, and
        /// what is public stands at the end as it came.
        #[test]
        fn a_batch_is_everything_and_each_line_behind_what_it_ends(chains in prop::collection::vec(1u64..6, 0..20), publics in 0u32..3, turn in any::<bool>(), together in 0usize..40) {
            let mut lines = Vec::new();
            for (chain, length) in chains.iter().enumerate() {
                let of = |step: u64| 1 + chain as u64 * 10 + step;
                lines.push((of(0), accept(of(0))));
                lines.extend((1..*length).map(|step| (of(step), revise(of(step), of(step - 1)))));
            }
            if turn {
                lines.reverse();
            }
            let mut batch = Batch::default();
            for (name, record) in &lines {
                batch.add(*name, record);
            }
            for n in 0..publics {
                batch.add(1_000 + u64::from(n), &public(n));
            }
            let order = batch.in_order(together);
            let mut all = order.clone();
            all.sort_unstable();
            let mut expected: Vec<u64> = lines.iter().map(|(name, _)| *name).collect();
            expected.extend((0..publics).map(|n| 1_000 + u64::from(n)));
            expected.sort_unstable();
            prop_assert_eq!(all, expected);
            let place = |name: u64| order.iter().position(|other| *other == name);
            for (name, record) in &lines {
                if record.ends().is_some() {
                    prop_assert!(place(name - 1) < place(*name));
                }
            }
            let end = &order[lines.len()..];
            prop_assert!(end.iter().copied().eq((0..publics).map(|n| 1_000 + u64::from(n))));
        }
    }
}
