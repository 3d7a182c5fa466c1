//! Where a member goes once she is in.

/// The page she had asked for: one behind the gate of the organisations, never anywhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal(String);

/// Where every member begins.
const HOME: &str = "/organisation";
/// Longest address that is remembered.
const MAX_CHARS: usize = 500;

impl Goal {
    /// What an address asks for; the organisation's own page when it makes no sense or would lead elsewhere.
    pub fn parse(text: &str) -> Self {
        let below = text.strip_prefix(HOME);
        let fits = below.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('?') || rest.starts_with("/consultations/")
        });
        // Some browsers read a backslash as a slash, and leave control characters out.
        let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\' || !c.is_ascii();
        if fits && text.len() <= MAX_CHARS && !text.contains("//") && !text.contains(odd) {
            Self(text.to_owned())
        } else {
            Self::default()
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as the end of an address that leads there by way of another page; nothing for where everybody begins.
    pub fn query(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let query = serde_html_form::to_string([("next", &self.0)]);
        query.map_or_else(|_| String::new(), |query| format!("?{query}"))
    }
}

impl Default for Goal {
    fn default() -> Self {
        Self(HOME.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_organisation_are_gone_to() {
        let fine = "/organisation/consultations/ziele/statement/parts/sz-4";
        assert_eq!(Goal::parse(fine).as_str(), fine);
        assert!(Goal::parse(fine).query().starts_with("?next="));
        for odd in [
            "",
            "/desk",
            "https://example.de",
            "//example.de",
            "/organisation/sign-out",
            "/organisation.example.de",
            "/organisation/consultations/\\example.de",
            "/organisation/consultations//example.de",
            "/organisation/consultations/x\r\nSet-Cookie: a=b",
        ] {
            assert_eq!(Goal::parse(odd), Goal::default(), "{odd}");
            assert_eq!(Goal::parse(odd).query(), "");
        }
    }
}
