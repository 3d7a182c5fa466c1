//! The counts. Whoever was quiet for some minutes may do as much at once as in those minutes, so that thirty people who begin
//! at the same moment behind one address do not wait for each other, and a machine is slowed all the same.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use governor::clock::{Clock as _, DefaultClock, QuantaInstant};
use governor::{DefaultKeyedRateLimiter, NotUntil, Quota};

use super::Act;
use super::source::{digest, network};
use crate::base::config::Limits;
use crate::base::error::{AppError, AppResult};

/// A digest of something only one person has: no code, account or cookie lies here itself.
pub(super) type Key = [u8; 32];

/// The count of each act.
pub struct Rates {
    start_participation: DefaultKeyedRateLimiter<IpAddr>,
    save: DefaultKeyedRateLimiter<IpAddr>,
    submit: DefaultKeyedRateLimiter<IpAddr>,
    receipt_lookup: DefaultKeyedRateLimiter<IpAddr>,
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    feedback: DefaultKeyedRateLimiter<IpAddr>,
    subscribe: DefaultKeyedRateLimiter<IpAddr>,
    /// Everything that is done on the pages of one receipt code.
    person: DefaultKeyedRateLimiter<Key>,
    /// The same for all codes of one address together.
    people: DefaultKeyedRateLimiter<IpAddr>,
    /// Receipt codes that opened something a while ago.
    known: Known,
    /// By account, from whatever address.
    account: DefaultKeyedRateLimiter<Key>,
    /// By browser, of those with which somebody has signed in before.
    browser: DefaultKeyedRateLimiter<Key>,
    /// Codes of the second factor, by account: a million codes take years at this rate.
    code: DefaultKeyedRateLimiter<Key>,
}

/// Codes of the second factor somebody may try at once, and seconds until one more.
const CODES_AT_ONCE: u32 = 10;
const SECONDS_A_CODE: u64 = 60;

impl Rates {
    /// Counts from zero.
    pub fn new(limits: &Limits) -> Self {
        let rates = &limits.per_minute;
        let by_address = |rate| DefaultKeyedRateLimiter::keyed(quota(rate, limits.minutes_at_once));
        let by_secret = |rate, minutes| DefaultKeyedRateLimiter::keyed(quota(rate, minutes));
        Self {
            start_participation: by_address(rates.start_participation),
            save: by_address(rates.save),
            submit: by_address(rates.submit),
            receipt_lookup: by_address(rates.receipt_lookup),
            sign_in: by_address(rates.sign_in),
            feedback: by_address(rates.feedback),
            subscribe: by_address(rates.subscribe),
            person: by_secret(rates.person, limits.minutes_at_once),
            people: by_address(rates.people),
            known: Known::default(),
            // Nobody mistypes her password more often than that; whoever guesses gets no more for having waited.
            account: by_secret(rates.sign_in, 1),
            browser: by_secret(rates.sign_in, 1),
            code: DefaultKeyedRateLimiter::keyed(codes()),
        }
    }

    /// Counts one try to sign in to an account, wherever it comes from. What names no account counts alike.
    ///
    /// # Errors
    /// [`AppError::TooManyRequests`].
    pub fn count_account(&self, name: &str) -> AppResult<()> {
        let key = digest(name.as_bytes());
        self.account.check_key(&key).map_err(too_many)
    }

    /// Counts one act of an address.
    ///
    /// # Errors
    /// [`AppError::TooManyRequests`] with the whole seconds until the next one is allowed.
    pub fn count(&self, act: Act, from: IpAddr) -> AppResult<()> {
        self.of(act).check_key(&network(from)).map_err(too_many)
    }

    /// Counts one try of a code of the second factor.
    ///
    /// # Errors
    /// [`AppError::TooManyRequests`].
    pub fn count_code(&self, account: &str) -> AppResult<()> {
        let key = digest(account.as_bytes());
        self.code.check_key(&key).map_err(too_many)
    }

    /// Counts one act of whoever has a receipt code that opens something. Her own count comes first: what she does too much
    /// takes nothing away from the others at her address.
    pub(super) fn count_person(&self, code: Key, from: IpAddr) -> AppResult<()> {
        self.person.check_key(&code).map_err(too_many)?;
        self.people.check_key(&network(from)).map_err(too_many)
    }

    /// Counts one try to sign in with a browser that is known.
    pub(super) fn count_browser(&self, browser: Key) -> AppResult<()> {
        self.browser.check_key(&browser).map_err(too_many)
    }

    pub(super) fn know(&self, code: Key) {
        self.known.note(code, Instant::now());
    }

    pub(super) fn is_known(&self, code: Key) -> bool {
        self.known.has(&code)
    }

    /// Forgets whoever may act freely again.
    pub fn forget_idle(&self) {
        for act in Act::ALL {
            forget(self.of(act));
        }
        forget(&self.people);
        for of_secrets in [&self.person, &self.account, &self.browser, &self.code] {
            of_secrets.retain_recent();
            of_secrets.shrink_to_fit();
        }
        self.known.forget(Instant::now());
    }

    fn of(&self, act: Act) -> &DefaultKeyedRateLimiter<IpAddr> {
        match act {
            Act::StartParticipation => &self.start_participation,
            Act::Save => &self.save,
            Act::Submit => &self.submit,
            Act::ReceiptLookup => &self.receipt_lookup,
            Act::SignIn => &self.sign_in,
            Act::Feedback => &self.feedback,
            Act::Subscribe => &self.subscribe,
        }
    }
}

fn forget(limiter: &DefaultKeyedRateLimiter<IpAddr>) {
    limiter.retain_recent();
    limiter.shrink_to_fit();
}

/// So many a minute; after quiet minutes those of so many at once.
fn quota(rate: u32, minutes: u32) -> Quota {
    let at_once = rate.saturating_mul(minutes);
    let number = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    Quota::per_minute(number(rate)).allow_burst(number(at_once))
}

fn codes() -> Quota {
    let at_once = NonZeroU32::new(CODES_AT_ONCE).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(Duration::from_secs(SECONDS_A_CODE))
        .unwrap_or_else(|| Quota::per_minute(NonZeroU32::MIN))
        .allow_burst(at_once)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn too_many(not_until: NotUntil<QuantaInstant>) -> AppError {
    let wait = not_until.wait_time_from(DefaultClock::default().now());
    AppError::TooManyRequests {
        retry_seconds: wait.as_secs() + 1,
    }
}

/// Receipt codes that opened something lately. Each has cost a participation, so there are never more than people have
/// begun; beyond a bound no more are noted, and those people count by their address as everyone else.
#[derive(Default)]
struct Known(Mutex<HashMap<Key, Instant>>);

impl Known {
    /// Most codes that are noted: some megabytes.
    const MOST: usize = 50_000;
    /// How long somebody may think about a page.
    const FOR: Duration = Duration::from_hours(1);

    fn note(&self, code: Key, now: Instant) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < Self::MOST || known.contains_key(&code) {
            known.insert(code, now);
        }
    }

    fn has(&self, code: &Key) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.contains_key(code)
    }

    fn forget(&self, now: Instant) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, noted| now.duration_since(*noted) < Self::FOR);
        known.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::Config;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn rates() -> Rates {
        let mut limits = Config::for_tests().limits;
        limits.minutes_at_once = 1;
        limits.per_minute.start_participation = 3;
        limits.per_minute.receipt_lookup = 1;
        limits.per_minute.person = 2;
        limits.per_minute.people = 5;
        Rates::new(&limits)
    }

    #[test]
    fn the_fourth_of_three_allowed_acts_has_to_wait() {
        let rates = rates();
        for _ in 0..3 {
            rates
                .count(Act::StartParticipation, ip("192.0.2.1"))
                .unwrap();
        }
        let refused = rates
            .count(Act::StartParticipation, ip("192.0.2.1"))
            .unwrap_err();
        assert!(
            matches!(
                refused,
                AppError::TooManyRequests {
                    retry_seconds: 1..=21
                }
            ),
            "{refused:?}"
        );
        rates.count(Act::Save, ip("192.0.2.1")).unwrap();
        rates
            .count(Act::StartParticipation, ip("192.0.2.2"))
            .unwrap();
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_visitor() {
        let rates = rates();
        let look_up = |from| rates.count(Act::ReceiptLookup, ip(from));
        look_up("2001:db8:0:1::1").unwrap();
        assert!(look_up("2001:db8:0:1:ffff::2").is_err());
        look_up("2001:db8:0:2::1").unwrap();
    }

    #[test]
    fn who_does_too_much_with_one_code_takes_nothing_from_the_others_at_the_address() {
        let (rates, school) = (rates(), ip("192.0.2.1"));
        let [one, two, three] = [1, 2, 3].map(|n| [n; 32]);
        for _ in 0..2 {
            rates.count_person(one, school).unwrap();
        }
        for _ in 0..50 {
            assert!(rates.count_person(one, school).is_err());
        }
        for _ in 0..2 {
            rates.count_person(two, school).unwrap();
        }
        // Five in all at one address; elsewhere somebody else begins anew.
        rates.count_person(three, school).unwrap();
        assert!(rates.count_person([4; 32], school).is_err());
        rates.count_person([4; 32], ip("192.0.2.2")).unwrap();
    }

    #[test]
    fn a_code_is_known_for_an_hour_and_no_machine_fills_the_memory_with_them() {
        let (known, now) = (Known::default(), Instant::now());
        for n in 0..Known::MOST + 10 {
            known.note(digest(&n.to_be_bytes()), now);
        }
        let first = digest(&0_usize.to_be_bytes());
        assert!(known.has(&first));
        assert!(!known.has(&digest(&Known::MOST.to_be_bytes())));
        known.note(first, now + Duration::from_mins(40));
        known.forget(now + Duration::from_mins(70));
        assert!(known.has(&first));
        assert!(!known.has(&digest(&1_usize.to_be_bytes())));
    }

    /// The sums of docs/decisions/0032-fair-limits.md: what a whole class does, on the default options.
    #[test]
    fn thirty_people_at_one_address_get_through_at_the_same_minute() {
        let limits = Config::for_tests().limits;
        let (rates, school) = (Rates::new(&limits), ip("192.0.2.1"));
        for person in 0..30 {
            let code = [person; 32];
            rates.count(Act::StartParticipation, school).unwrap();
            // Twenty questions, a dozen of them twice, a comment, handing in, correcting, handing in again.
            for _ in 0..20 + 12 + 4 {
                rates.count_person(code, school).unwrap();
            }
            rates.count(Act::ReceiptLookup, school).unwrap();
            rates.count(Act::Subscribe, school).unwrap();
            rates.count(Act::Feedback, school).unwrap();
            // The town hall in the morning: password, mistyped once, and code.
            for _ in 0..3 {
                rates.count(Act::SignIn, school).unwrap();
            }
        }
        // A machine that begins participations is down to twenty a minute before it has a second class of thirty each minute.
        let more = (0..10_000).take_while(|_| rates.count(Act::StartParticipation, school).is_ok());
        assert!(more.count() <= 100);
    }
}
