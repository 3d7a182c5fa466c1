//! When the lines that wait go into the list, and in which order.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::base::id;

/// With so many lines about contributions nobody can tell which is whose by the hour at which it came into the list.
const ENOUGH: usize = 5;
/// Not more often than this.
const EVERY: TimeDelta = TimeDelta::hours(1);

/// What waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Lines about contributions.
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

/// The order of a batch: what is about contributions mixed, what is public behind it as it came.
pub fn mixed<T>(all: Vec<T>, is_personal: impl Fn(&T) -> bool) -> Vec<T> {
    let (mut personal, public): (Vec<_>, Vec<_>) = all.into_iter().partition(is_personal);
    shuffle(&mut personal);
    personal.extend(public);
    personal
}

#[cfg(test)]
mod tests {
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
        let order = mixed(vec![1, 2, 3, 104, 105], |n| *n < 100);
        assert_eq!(order[3..], [104, 105]);
        let mut front = order[..3].to_vec();
        front.sort_unstable();
        assert_eq!(front, [1, 2, 3]);
    }
}
