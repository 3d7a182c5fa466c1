//! Passwords: what is asked of one, and how it is kept. No rule about kinds of characters, no change after so many
//! months (OWASP ASVS 5, chapter 6.2); long and not easy to guess is what counts.

use anyhow::anyhow;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use crate::base::error::AppResult;

/// Fewest characters.
pub const MIN_CHARS: usize = 12;
/// Most characters.
pub const MAX_CHARS: usize = 128;

/// Memory for one hash in KiB, and how often it is gone through (OWASP's first choice for Argon2id).
const MEMORY_KIB: u32 = 19 * 1024;
const ROUNDS: u32 = 2;

/// The hash of no password at all: whoever has none is compared with it, so that it takes as long as for everybody.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`MIN_CHARS`].
    Short,
    /// More than [`MAX_CHARS`].
    Long,
    /// Found on the lists of common passwords, or close to what everybody knows about the person.
    Guessable,
}

/// Whether somebody may choose this password. `about`: what is known of her, such as her name and town.
///
/// # Errors
/// Why not.
pub fn judge(password: &str, about: &[&str]) -> Result<(), Weak> {
    let password = composed(password);
    match password.chars().count() {
        n if n < MIN_CHARS => return Err(Weak::Short),
        n if n > MAX_CHARS => return Err(Weak::Long),
        _ => {}
    }
    let words: Vec<&str> = about
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.len() > 2)
        .collect();
    if zxcvbn(&password, &words).score() < Score::Three || is_mostly(&password, &words) {
        return Err(Weak::Guessable);
    }
    Ok(())
}

/// Fewest letters and digits besides what everybody knows about the person.
const OWN_CHARS: usize = 6;

/// Whether hardly anything is left of a password without the words everybody knows.
fn is_mostly(password: &str, words: &[&str]) -> bool {
    let mut left = password.to_lowercase();
    for word in words {
        left = left.replace(&word.to_lowercase(), " ");
    }
    left.chars().filter(|c| c.is_alphanumeric()).count() < OWN_CHARS
}

/// As a password is kept. Takes about 30 ms and 19 MiB on purpose.
pub fn hash(password: &str) -> AppResult<String> {
    let params = Params::new(MEMORY_KIB, ROUNDS, 1, None).map_err(|why| anyhow!("{why}"))?;
    let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(composed(password).as_bytes())
        .map_err(|why| anyhow!("{why}"))?;
    Ok(hash.to_string())
}

/// Whether this is the password that was kept. Takes as long when none was.
pub fn is_right(password: &str, kept: Option<&str>) -> bool {
    // Longer than any that was taken, so it cannot be right; nobody may make the server work on it.
    let password = if password.len() > MAX_CHARS * 4 {
        String::new()
    } else {
        composed(password)
    };
    let Ok(hash) = PasswordHash::new(kept.unwrap_or(NOBODYS)) else {
        return false;
    };
    let fits = Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .is_ok();
    fits && kept.is_some()
}

/// The same letters whatever the keyboard sends: an umlaut may come as one character or as two.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_hard_to_guess_is_all_that_is_asked() {
        let about = ["Kim Beispiel", "kim.beispiel@lindenau.example", "Lindenau"];
        assert_eq!(judge("kurz&Gut1!", &about), Err(Weak::Short));
        assert_eq!(judge(&"ab1".repeat(50), &about), Err(Weak::Long));
        for common in [
            "passwort1234",
            "123456789012",
            "aaaaaaaaaaaa",
            "kimbeispiel1",
            "lindenau2026",
            "Kim Beispiel Lindenau",
        ] {
            assert_eq!(judge(common, &about), Err(Weak::Guessable), "{common}");
        }
        for good in [
            "regen auf dem alten dach",
            "ÄpfelImMai🍏Keller",
            "nurkleinebuchstabenhier",
        ] {
            assert_eq!(judge(good, &about), Ok(()), "{good}");
        }
        assert_eq!(judge("ein langer Satz ".repeat(8).trim(), &about), Ok(()));
    }

    #[test]
    fn only_the_same_password_opens_and_nobodys_hash_opens_nothing() {
        let kept = hash("Bäume an der Hauptstraße").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right("Bäume an der Hauptstraße", Some(&kept)));
        // The same letters, typed as base letter and mark.
        assert!(is_right("Ba\u{308}ume an der Hauptstraße", Some(&kept)));
        assert!(!is_right("Bäume an der Hauptstrasse", Some(&kept)));
        // Bytes after the 72nd count.
        let long = "a".repeat(100);
        assert!(!is_right(
            &format!("{long}b"),
            Some(&hash(&format!("{long}c")).unwrap())
        ));
        assert!(PasswordHash::new(NOBODYS).is_ok());
        assert!(!is_right("", None) && !is_right("", Some(NOBODYS)));
        assert!(!is_right("", Some("nonsense")));
    }
}
