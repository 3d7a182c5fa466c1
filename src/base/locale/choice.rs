//! The choice of language: what the visitor chose by hand counts before what her browser asks for.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Name of the cookie that keeps a choice made by hand; it is set by nothing else.
pub const COOKIE: &str = "lang";

/// Name of the cookie, and of the pair in an address, that keep in which language texts of the town are read.
pub const CONTENT: &str = "content";

/// A language in which the whole portal speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German.
    De,
    /// English.
    En,
}

impl Lang {
    /// Every language, the first being the one texts are written in.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The code used in `lang` attributes, addresses and file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// The language's name in itself, for the switch.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::De => "Deutsch",
            Self::En => "English",
        }
    }

    /// The language the switch on each page leads to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::De => Self::En,
            Self::En => Self::De,
        }
    }

    /// The language of a code; regions count as their language (`de-AT` is German).
    pub fn of_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The language of an answer: `?lang=` of the address, then the cookie, then `Accept-Language`, then the town's default.
pub fn negotiate(
    query: Option<&str>,
    cookie: Option<&str>,
    accept: Option<&str>,
    default: Lang,
) -> Lang {
    query
        .and_then(Lang::of_code)
        .or_else(|| cookie.and_then(Lang::of_code))
        .or_else(|| accept.and_then(preferred))
        .unwrap_or(default)
}

/// The best language of an `Accept-Language` header that we have. `*` is no wish.
fn preferred(accept: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    for wish in accept.split(',').take(32) {
        let mut parts = wish.split(';').map(str::trim);
        let lang = parts.next().and_then(Lang::of_code);
        let weight = parts
            .find_map(|p| p.strip_prefix("q="))
            .map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if let Some(lang) = lang
            && weight > best.map_or(0.0, |(_, w)| w)
        {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_by_hand_counts_before_the_browsers_wish() {
        let pick = |query, cookie, accept| negotiate(query, cookie, accept, Lang::De);
        assert_eq!(pick(Some("en"), Some("de"), Some("de")), Lang::En);
        assert_eq!(pick(Some("xx"), Some("en"), Some("de")), Lang::En);
        assert_eq!(
            pick(None, None, Some("fr, en-GB;q=0.8, de;q=0.3")),
            Lang::En
        );
        assert_eq!(pick(None, None, Some("fr, *;q=0.5")), Lang::De);
        assert_eq!(pick(None, None, Some("en;q=0, de-AT;q=0.1")), Lang::De);
        assert_eq!(pick(None, None, Some(";;q=,,en;q=NaN")), Lang::De);
        assert_eq!(pick(None, None, None), Lang::De);
    }
}
