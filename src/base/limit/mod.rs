//! How often one may act within a minute. It slows down machines, not people: whoever shows a receipt code that opens
//! something, or a browser she has signed in with before, counts by that; an address counts only what shows nothing, so
//! that a library, a school or a town hall is not locked out by one of its people (docs/decisions/0032-fair-limits.md). Addresses and
//! digests are kept in memory for some minutes, never stored and never logged.

pub mod browser;
mod rates;
mod source;

use std::future::{Ready, ready};
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::anyhow;

pub use rates::Rates;
pub(in crate::base) use source::own_code;

use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;
use source::{address, code};

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

impl Act {
    /// All of them.
    const ALL: [Self; 7] = [
        Self::StartParticipation,
        Self::Save,
        Self::Submit,
        Self::ReceiptLookup,
        Self::SignIn,
        Self::Feedback,
        Self::Subscribe,
    ];
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
    let site = site(req)?;
    let from = address(req, site);
    if act == Act::SignIn
        && let Some(browser) = browser::brought(req, site)
    {
        return site.rates.count_browser(browser.digest());
    }
    match code(req).filter(|code| site.rates.is_known(*code)) {
        Some(code) => site.rates.count_person(code, from),
        None => site.rates.count(act, from),
    }
}

/// Notes that the receipt code in the address of a request opened a page: whoever has it counts by it from then on. Nobody
/// can invent such a code, so nobody gets an allowance by inventing some.
pub(super) fn opened(req: &HttpRequest) {
    if let (Some(code), Ok(site)) = (code(req), site(req)) {
        site.rates.know(code);
    }
}

fn site(req: &HttpRequest) -> AppResult<&web::Data<Site>> {
    req.app_data::<web::Data<Site>>()
        .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))
}
