//! How often one address may act within a minute. It slows down machines, not people; addresses are kept in memory for
//! about a minute, never stored and never logged.

use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::anyhow;
use governor::clock::{Clock as _, DefaultClock, QuantaInstant};
use governor::{DefaultKeyedRateLimiter, NotUntil, Quota};
use sha2::{Digest, Sha256};

use crate::base::config::PerMinute;
use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;

/// An act whose rate is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Beginning a new participation.
    StartParticipation,
    /// Saving a page of answers.
    Save,
    /// Handing in.
    Submit,
    /// Asking for a receipt by its code.
    ReceiptLookup,
    /// Trying to sign in, or asking for a new password.
    SignIn,
    /// Reporting a barrier.
    Feedback,
    /// Asking for mails about a consultation.
    Subscribe,
}

/// Names an [`Act`] as a type, for [`Within`].
pub trait Limited: 'static {
    /// The act.
    const ACT: Act;
}

macro_rules! limited {
    ($($act:ident: $doc:literal),* $(,)?) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug)]
        pub struct $act;
        impl Limited for $act {
            const ACT: Act = Act::$act;
        }
    )* };
}
limited! {
    StartParticipation: "Beginning a new participation.",
    Save: "Saving a page of answers.",
    Submit: "Handing in.",
    ReceiptLookup: "Asking for a receipt by its code.",
    SignIn: "Trying to sign in, or asking for a new password.",
    Feedback: "Reporting a barrier.",
    Subscribe: "Asking for mails about a consultation.",
}

/// The count of each act for each address.
pub struct Rates {
    start_participation: DefaultKeyedRateLimiter<IpAddr>,
    save: DefaultKeyedRateLimiter<IpAddr>,
    submit: DefaultKeyedRateLimiter<IpAddr>,
    receipt_lookup: DefaultKeyedRateLimiter<IpAddr>,
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    /// By account, from whatever address; the key is a hash, so that no mail address lies here.
    account: DefaultKeyedRateLimiter<[u8; 32]>,
    feedback: DefaultKeyedRateLimiter<IpAddr>,
    subscribe: DefaultKeyedRateLimiter<IpAddr>,

    /// Codes of the second factor, by account: a million codes take years at this rate.
    code: DefaultKeyedRateLimiter<[u8; 32]>,
}

/// Codes of the second factor somebody may try at once, and seconds until one more.
const CODES_AT_ONCE: u32 = 10;
const SECONDS_A_CODE: u64 = 60;

impl Rates {
    /// Counts from zero.
    pub fn new(rates: &PerMinute) -> Self {
        let limiter = |rate| {
            let rate = NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN);
            DefaultKeyedRateLimiter::keyed(Quota::per_minute(rate))
        };
        Self {
            start_participation: limiter(rates.start_participation),
            save: limiter(rates.save),
            submit: limiter(rates.submit),
            receipt_lookup: limiter(rates.receipt_lookup),
            sign_in: limiter(rates.sign_in),
            account: DefaultKeyedRateLimiter::keyed(Quota::per_minute(
                NonZeroU32::new(rates.sign_in).unwrap_or(NonZeroU32::MIN),
            )),
            feedback: limiter(rates.feedback),
            subscribe: limiter(rates.subscribe),

            code: DefaultKeyedRateLimiter::keyed(codes()),
        }
    }

    /// Counts one try to sign in to an account, wherever it comes from. What names no account counts alike.
    ///
    /// # Errors
    /// [`AppError::TooManyRequests`].
    pub fn count_account(&self, name: &str) -> AppResult<()> {
        let key = Sha256::digest(name).into();
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
        let key = Sha256::digest(account).into();
        self.code.check_key(&key).map_err(too_many)
    }

    /// Forgets addresses that may act freely again.
    pub fn forget_idle(&self) {
        for act in [
            Act::StartParticipation,
            Act::Save,
            Act::Submit,
            Act::ReceiptLookup,
            Act::SignIn,
            Act::Feedback,
            Act::Subscribe,
        ] {
            self.of(act).retain_recent();
            self.of(act).shrink_to_fit();
        }
        self.account.retain_recent();
        self.code.retain_recent();
        self.code.shrink_to_fit();
        self.account.shrink_to_fit();
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

/// As an argument of a handler: whoever asks has not done this too often. Put it before the form, so that the limit
/// costs nothing to check.
pub struct Within<A>(PhantomData<fn() -> A>);

impl<A: Limited> FromRequest for Within<A> {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(within(req, A::ACT).map(|()| Self(PhantomData)))
    }
}

/// Counts one act of whoever asks; for a handler that knows only later what is asked.
///
/// # Errors
/// [`AppError::TooManyRequests`].
pub fn within(req: &HttpRequest, act: Act) -> AppResult<()> {
    let site = req
        .app_data::<web::Data<Site>>()
        .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))?;
    let forwarded = req
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect::<Vec<_>>();
    let peer = req.peer_addr().map(|peer| peer.ip());
    site.rates.count(
        act,
        client(peer, &forwarded, site.config.server.trusted_proxies),
    )
}

/// The visitor's address. Each trusted proxy adds the address it saw at the end of the list, so the one to believe stands
/// as many places from the end as there are proxies; whatever stands before it, the visitor may have invented.
fn client(peer: Option<IpAddr>, forwarded: &[&str], proxies: usize) -> IpAddr {
    let peer = peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED));
    let Some(at) = forwarded.len().checked_sub(proxies).filter(|_| proxies > 0) else {
        return peer;
    };
    let entry = forwarded.get(at).map_or("", |entry| entry.trim());
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse()
        .ok()
        .or_else(|| entry.parse::<SocketAddr>().ok().map(|addr| addr.ip()))
        .unwrap_or(peer)
}

/// What counts as one visitor: an IPv4 address, or the /64 network that an IPv6 connection is given as a whole.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn rates() -> Rates {
        Rates::new(&PerMinute {
            start_participation: 3,
            save: 9,
            submit: 9,
            receipt_lookup: 1,
            sign_in: 1,
            feedback: 1,
            subscribe: 1,
        })
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
        rates
            .count(Act::ReceiptLookup, ip("2001:db8:0:1::1"))
            .unwrap();
        assert!(
            rates
                .count(Act::ReceiptLookup, ip("2001:db8:0:1:ffff::2"))
                .is_err()
        );
        rates
            .count(Act::ReceiptLookup, ip("2001:db8:0:2::1"))
            .unwrap();
        assert_eq!(network(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }

    #[test]
    fn only_own_proxies_are_believed() {
        let peer = Some(ip("192.0.2.9"));
        let list = ["198.51.100.66", " 203.0.113.7", "10.0.0.1"];
        assert_eq!(client(peer, &list, 0), ip("192.0.2.9"));
        assert_eq!(client(peer, &list, 1), ip("10.0.0.1"));
        assert_eq!(client(peer, &list, 2), ip("203.0.113.7"));
        assert_eq!(client(peer, &[], 1), ip("192.0.2.9"));
        assert_eq!(client(peer, &["nonsense"], 1), ip("192.0.2.9"));
        assert_eq!(client(peer, &["[2001:db8::1]:443"], 1), ip("2001:db8::1"));
        assert_eq!(client(peer, &["[2001:db8::1]"], 1), ip("2001:db8::1"));
    }
}
