//! Where somebody goes on after signing in.

/// A page of the desk: an address of our own, never one of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing(String);

/// Longest address that is remembered.
const MAX_CHARS: usize = 500;

impl Landing {
    /// What an address asks for; the first page of the desk when it makes no sense or would lead elsewhere.
    pub fn parse(text: &str) -> Self {
        let below = text.strip_prefix("/desk");
        let fits = below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
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
}

impl Default for Landing {
    fn default() -> Self {
        Self("/desk".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_desk_are_gone_to() {
        for fine in [
            "/desk",
            "/desk/strategies?q=B%C3%A4ume&page=2",
            "/desk?said=x",
        ] {
            assert_eq!(Landing::parse(fine).as_str(), fine);
        }
        for odd in [
            "",
            "/",
            "/p/abc",
            "//evil.example/desk",
            "https://evil.example/desk",
            "/desk//evil.example",
            "/desk/\\evil.example",
            "/desktop",
            "/desk@evil.example",
            "/desk/\r\nSet-Cookie: a=b",
            "desk",
            "/desk/ä",
        ] {
            assert_eq!(Landing::parse(odd).as_str(), "/desk", "{odd:?}");
        }
    }
}
