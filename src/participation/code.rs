//! The receipt code: what a resident keeps to go on later, correct, withdraw, and see what became of it.

use sha2::{Digest, Sha256};

use crate::base::id;
use crate::base::secret::Secrets;

/// 128 random bits as 26 letters and digits, and two more that catch a slip of the pen.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl std::fmt::Debug for Code {
    /// A code opens somebody's answers: it never gets into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(***)")
    }
}

const SECRET_CHARS: usize = 26;
const CHECK_CHARS: usize = 2;

impl Code {
    /// A code nobody has yet.
    pub fn fresh() -> Self {
        Self::with_check(&id::base32(&id::random::<16>()))
    }

    /// The code of a participation that begins with a form: the same form sent twice leads to one receipt. `parts` name the
    /// form and everything that was typed in it, so that nobody else's words lead there.
    pub fn of_form(secrets: &Secrets, parts: &[&[u8]]) -> Self {
        let mac = secrets.mac("begun-by-form", parts);
        Self::with_check(&id::base32(&mac[..16]))
    }

    fn with_check(secret: &str) -> Self {
        let digest = id::base32(&Sha256::digest(secret.as_bytes()));
        Self(format!("{secret}{}", &digest[..CHECK_CHARS]))
    }

    /// Reads a code as people type it: large or small, with spaces or hyphens, the letter o for a zero, i or l for a
    /// one. None when it cannot be a code, so that a slip is told before anything is looked up.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut plain = String::with_capacity(SECRET_CHARS + CHECK_CHARS);
        for letter in typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.'))
        {
            plain.push(match letter.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                c if c.is_ascii_alphanumeric() && c != 'u' => c,
                _ => return None,
            });
            if plain.len() > SECRET_CHARS + CHECK_CHARS {
                return None;
            }
        }
        let secret = plain.get(..SECRET_CHARS)?;
        let code = Self::with_check(secret);
        (code.0 == plain).then_some(code)
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read and write it: capitals in groups of four.
    pub fn grouped(&self) -> String {
        id::in_groups(&self.0)
    }

    /// What the database keeps in its place; without the installation's secret it leads nowhere.
    pub fn hash(&self, secrets: &Secrets) -> String {
        id::base32(&secrets.mac("receipt", &[self.0.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = Code::fresh();
        let written = code.grouped();
        assert_eq!(written.len(), 34);
        assert_eq!(Code::parse(&written), Some(code.clone()));
        assert_eq!(
            Code::parse(&written.to_lowercase().replace(' ', "-")),
            Some(code.clone())
        );
        assert_eq!(
            Code::parse(&written.replace('0', "O").replace('1', "l")),
            Some(code)
        );
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let code = Code::fresh();
        let mut slipped = code.as_str().to_owned();
        let wrong = if slipped.starts_with('a') { "b" } else { "a" };
        slipped.replace_range(0..1, wrong);
        assert_eq!(Code::parse(&slipped), None);
        assert_eq!(Code::parse(&code.as_str()[1..]), None);
        assert_eq!(Code::parse(""), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,80}") {
            let _ = Code::parse(&typed);
        }
    }
}
