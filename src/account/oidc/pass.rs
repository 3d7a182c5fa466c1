//! What the browser keeps while somebody is at the provider: signed by us, for ten minutes, for one return.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD as B64;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::base::id;
use crate::base::secret::Secrets;

const PURPOSE: &str = "oidc";
/// How long signing in at the provider may take.
pub const LIFE: TimeDelta = TimeDelta::minutes(10);

/// What belongs to one attempt to sign in.
#[derive(Clone, Deserialize, Serialize)]
pub struct Pass {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    /// Where to go on afterwards, a path of the portal.
    pub next: String,
    until: i64,
}

impl Pass {
    /// A new attempt.
    pub fn fresh(next: &str, now: DateTime<Utc>) -> Self {
        let random = || B64.encode(&id::random::<32>());
        Self {
            state: random(),
            nonce: random(),
            verifier: random(),
            next: next.to_owned(),
            until: (now + LIFE).timestamp(),
        }
    }

    /// As it stands in the cookie.
    ///
    /// # Errors
    /// Never; writing JSON could.
    pub fn seal(&self, secrets: &Secrets) -> anyhow::Result<String> {
        let text = serde_json::to_vec(self)?;
        let mac = secrets.mac(PURPOSE, &[&text]);
        Ok(format!("{}.{}", B64.encode(&text), B64.encode(&mac)))
    }

    /// The attempt a cookie belongs to, if it is ours, still holds, and is the one that `state` returns from.
    pub fn open(cookie: &str, state: &str, secrets: &Secrets, now: DateTime<Utc>) -> Option<Self> {
        let (text, mac) = cookie.split_once('.')?;
        let text = B64.decode(text.as_bytes()).ok()?;
        let mac = B64.decode(mac.as_bytes()).ok()?;
        if !secrets.verify(PURPOSE, &[&text], &mac) {
            return None;
        }
        let pass: Self = serde_json::from_slice(&text).ok()?;
        let same = bool::from(pass.state.as_bytes().ct_eq(state.as_bytes()));
        (same && now.timestamp() < pass.until).then_some(pass)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_opens_for_its_own_return_within_ten_minutes() {
        let secrets = Secrets::fresh();
        let now = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let pass = Pass::fresh("/desk", now);
        let cookie = pass.seal(&secrets).unwrap();
        let open = |state: &str, at| Pass::open(&cookie, state, &secrets, at).is_some();
        assert!(open(&pass.state, now + LIFE - TimeDelta::seconds(1)));
        assert!(!open(&pass.state, now + LIFE));
        assert!(!open("", now) && !open(&pass.nonce, now));
        assert!(Pass::open(&cookie, &pass.state, &Secrets::fresh(), now).is_none());
        for broken in ["", ".", "a.b", &cookie[1..], &cookie[..cookie.len() - 2]] {
            assert!(
                Pass::open(broken, &pass.state, &secrets, now).is_none(),
                "{broken}"
            );
        }
    }
}
