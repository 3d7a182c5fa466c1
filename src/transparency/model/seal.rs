//! The commitment to a content.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::tree::{Hash, from_hex, hex};
use crate::base::id;

/// 256 random bits that stand in the receipt and beside the content, and nowhere else. Without them a commitment to "yes" could be told from one to
/// "no" by trying; once they are erased it is noise.
#[derive(Clone, PartialEq, Eq)]
pub struct Salt([u8; 32]);

impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl Salt {
    /// A new one.
    pub fn fresh() -> Self {
        Self(id::random())
    }

    /// As it stands in a row.
    pub fn parse(hex: &str) -> Option<Self> {
        from_hex(hex).map(Self)
    }

    /// As [`Salt::parse`] reads it.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }
}

/// HMAC-SHA-256 over the content, keyed with the salt, in hexadecimal digits.
pub fn commitment(salt: &Salt, content: &str) -> String {
    let mut mac = keyed(salt);
    mac.update(content.as_bytes());
    let made: Hash = mac.finalize().into_bytes().into();
    hex(&made)
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn keyed(salt: &Salt) -> Hmac<Sha256> {
    Hmac::new_from_slice(&salt.0).expect("HMAC takes a key of any length")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_is_the_hmac_that_everyone_knows() {
        // Computed with Python's `hmac`.
        let salt = Salt([7; 32]);
        assert_eq!(
            commitment(&salt, "Mehr Bäume"),
            "36c5fe1286dfb23be95fa7793256f33a4803d27256d8dd6c83096aadf4484e32"
        );
    }

    #[test]
    fn the_same_words_look_different_each_time() {
        let (one, other) = (Salt::fresh(), Salt::fresh());
        assert_ne!(commitment(&one, "ja"), commitment(&other, "ja"));
        assert_eq!(Salt::parse(&one.hex()), Some(one.clone()));
        assert_eq!(Salt::parse("zz"), None);
        assert_eq!(format!("{one:?}"), "***");
    }
}
