//! The second factor: a code of six digits that an app on somebody's telephone shows for half a minute (TOTP, RFC 6238),
//! and codes on paper for the day the telephone is gone.

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD as B64;
use totp_rs::{Algorithm, Builder, Totp};

use crate::account::Account;
use crate::base::error::AppResult;
use crate::base::id::{Id, base32, random};
use crate::base::secret::Secrets;

/// How many codes on paper somebody gets.
pub const RECOVERY_CODES: usize = 10;
/// Seconds for which a code holds.
const STEP_SECONDS: i64 = 30;

/// A new seed. It is no secret: the secret is derived from it and the installation's own.
pub fn fresh_seed() -> String {
    base32(&random::<16>())
}

/// Whether a text can be a seed of ours.
pub fn is_seed(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// What an app and the portal share.
pub struct Factor(Totp);

impl Factor {
    /// The factor of an account. Whoever has the database alone cannot compute a code.
    pub fn of(account: &Id<Account>, seed: &str, secrets: &Secrets) -> AppResult<Self> {
        let parts = [account.as_str().as_bytes(), seed.as_bytes()];
        let secret = secrets.mac("second factor", &parts)[..20].to_vec();
        Self::build(secret, "", "")
    }

    fn build(secret: Vec<u8>, issuer: &str, name: &str) -> AppResult<Self> {
        let builder = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_step_duration(STEP_SECONDS.unsigned_abs())
            .with_skew(1)
            .with_secret(secret)
            .with_issuer(Some(issuer.replace(':', " ")))
            .with_account_name(name.replace(':', " "));
        Ok(Self(builder.build().map_err(|why| anyhow!("{why}"))?))
    }

    /// The step a code belongs to: the one of now, the one before or the one after.
    pub fn step_of(&self, code: &str, now: DateTime<Utc>) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let step = self.0.check(&digits, now.timestamp().unsigned_abs())?;
        i64::try_from(step).ok()
    }

    /// The code of an instant, as the app would show it.
    pub fn code_at(&self, now: DateTime<Utc>) -> String {
        self.0.generate(now.timestamp().unsigned_abs()).to_string()
    }

    /// The secret in groups of four, for whoever cannot scan it.
    pub fn groups(&self) -> String {
        let letters = self.0.secret().to_base32();
        let groups: Vec<_> = letters
            .as_bytes()
            .chunks(4)
            .map(String::from_utf8_lossy)
            .collect();
        groups.join(" ")
    }

    /// What the square holds that an app scans.
    pub fn url(&self, portal: &str, name: &str) -> AppResult<String> {
        let named = Self::build(self.0.secret().as_ref().to_vec(), portal, name)?;
        Ok(named.0.to_url().map_err(|why| anyhow!("{why}"))?)
    }
}

/// A code on paper, as it is shown: ten letters in two groups.
pub fn fresh_recovery_code() -> String {
    let letters: String = base32(&random::<8>()).chars().take(10).collect();
    let (first, second) = letters.split_at(5);
    format!("{first}-{second}")
}

/// How a code on paper is kept. What people type differently all the same reads alike: capitals, spaces, o for 0.
pub fn recovery_hash(account: &Id<Account>, code: &str, secrets: &Secrets) -> String {
    let plain: String = code
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(40)
        .map(|c| match c {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let parts = [account.as_str().as_bytes(), plain.as_bytes()];
    B64.encode(&secrets.mac("recovery code", &parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_code_holds_for_its_step_and_one_beside_it() {
        let (secrets, anna) = (Secrets::fresh(), Id::known("anna"));
        let factor = Factor::of(&anna, &fresh_seed(), &secrets).unwrap();
        let now = DateTime::from_timestamp(1_784_000_010, 0).unwrap();
        let code = factor.code_at(now);
        let step = Some(1_784_000_010 / 30);
        for seconds in [-30, 0, 30] {
            assert_eq!(
                factor.step_of(&code, now + TimeDelta::seconds(seconds)),
                step
            );
        }
        for seconds in [-90, 90, 3600] {
            assert_eq!(
                factor.step_of(&code, now + TimeDelta::seconds(seconds)),
                None
            );
        }
        let spaced = format!(" {} {}", &code[..3], &code[3..]);
        assert_eq!(factor.step_of(&spaced, now), step);
        for odd in ["", "12345", "1234567", "abcdef", "-12345"] {
            assert_eq!(factor.step_of(odd, now), None, "{odd}");
        }
    }

    #[test]
    fn each_account_and_each_seed_has_a_secret_of_its_own() {
        let secrets = Secrets::fresh();
        let groups = |account: &str, seed: &str| {
            Factor::of(&Id::known(account), seed, &secrets)
                .unwrap()
                .groups()
        };
        assert_eq!(groups("a", "x"), groups("a", "x"));
        assert_ne!(groups("a", "x"), groups("b", "x"));
        assert_ne!(groups("a", "x"), groups("a", "y"));
        assert_eq!(groups("a", "x").len(), 39);
        let url = Factor::of(&Id::known("a"), "x", &secrets).unwrap();
        let url = url
            .url("Mitreden: Lindenau", "kim@lindenau.example")
            .unwrap();
        assert!(url.starts_with("otpauth://totp/"), "{url}");
    }

    #[test]
    fn a_code_on_paper_may_be_typed_carelessly() {
        let (secrets, anna) = (Secrets::fresh(), Id::known("anna"));
        let hash = |code: &str| recovery_hash(&anna, code, &secrets);
        assert_eq!(hash("ab10c-defgh"), hash(" AB lO C DEFGH "));
        assert_ne!(
            hash("ab10c-defgh"),
            recovery_hash(&Id::known("b"), "ab10c-defgh", &secrets)
        );
        assert_eq!(fresh_recovery_code().len(), 11);
    }
}
