//! Access codes: who was invited takes part with a code from a letter. A code is used up, and nothing ties it to what
//! was answered with it.

use crate::base::id;
use crate::base::secret::Secrets;

/// Who may take part in the survey of a consultation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    #[default]
    Open,
    /// Whoever has an access code.
    Invited,
    /// Everyone; who has a code is counted apart.
    Both,
}

impl Access {
    /// All of them, in the order pages name them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Both, Self::Invited];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Invited => "invited",
            Self::Both => "both",
        }
    }

    /// The mode of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text)
    }
}

/// Most codes of one set.
pub const MAX_CODES: usize = 20_000;
/// Longest name of a set, in characters.
pub const MAX_CODES_NAME: usize = 100;

/// Letters and digits of a code: 60 random bits.
const CHARS: usize = 12;

/// An access code: twelve letters and digits, as they stand in a letter.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode(String);

impl std::fmt::Debug for AccessCode {
    /// A code opens the survey once: it never gets into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessCode(***)")
    }
}

impl AccessCode {
    /// The code of that number of a set. Only the installation's secret and the set's seed together lead to it, so that
    /// no code lies in the database; once the seed is gone, nobody can make it again.
    pub fn nth(secrets: &Secrets, seed: &str, n: usize) -> Self {
        let mac = secrets.mac("access-code", &[seed.as_bytes(), &(n as u64).to_be_bytes()]);
        let mut code = id::base32(&mac);
        code.truncate(CHARS);
        Self(code)
    }

    /// Reads a code as people type it: large or small, with spaces or hyphens, the letter o for a zero, i or l for a
    /// one. None when it cannot be a code.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut plain = String::with_capacity(CHARS);
        let letters = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.'));
        for letter in letters {
            plain.push(match letter.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                c if c.is_ascii_alphanumeric() && c != 'u' => c,
                _ => return None,
            });
            if plain.len() > CHARS {
                return None;
            }
        }
        (plain.len() == CHARS).then_some(Self(plain))
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in a letter: capitals in groups of four.
    pub fn grouped(&self) -> String {
        id::in_groups(&self.0)
    }

    /// What the database keeps in its place.
    pub fn hash(&self, secrets: &Secrets) -> String {
        id::base32(&secrets.mac("access", &[self.0.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_write_it_and_can_be_made_again_from_its_seed() {
        let secrets = Secrets::fresh();
        let code = AccessCode::nth(&secrets, "seed", 7);
        assert_eq!(code.grouped().len(), 14);
        assert_eq!(
            AccessCode::parse(&code.grouped().to_lowercase()),
            Some(code.clone())
        );
        assert_eq!(
            AccessCode::parse(&code.grouped().replace('0', "O").replace(' ', "-")),
            Some(code.clone())
        );
        assert_eq!(AccessCode::nth(&secrets, "seed", 7), code);
        assert_ne!(AccessCode::nth(&secrets, "seed", 8), code);
        assert_ne!(AccessCode::nth(&secrets, "other", 7), code);
        assert_ne!(AccessCode::nth(&Secrets::fresh(), "seed", 7), code);
        assert_eq!(AccessCode::parse(&code.as_str()[1..]), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,40}") {
            let _ = AccessCode::parse(&typed);
        }
    }
}
