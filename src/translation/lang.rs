//! The languages.

use serde::Serialize;

/// A language in which texts of a consultation can be read beside the one they were written in.
///
/// Plain German (Einfache Sprache, DIN 8581-1) comes first: it serves most people. The others are the languages most
/// spoken in German towns beside German.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum ContentLang {
    /// Plain German.
    Plain,
    /// English.
    English,
    /// Turkish.
    Turkish,
    /// Ukrainian.
    Ukrainian,
    /// Russian.
    Russian,
    /// Arabic, written from right to left.
    Arabic,
    /// Polish.
    Polish,
    /// Romanian.
    Romanian,
    /// Italian.
    Italian,
    /// French.
    French,
}

impl ContentLang {
    /// All languages, in the order pages name them.
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::English,
        Self::Turkish,
        Self::Ukrainian,
        Self::Russian,
        Self::Arabic,
        Self::Polish,
        Self::Romanian,
        Self::Italian,
        Self::French,
    ];

    /// As it stands in rows and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            _ => self.tag(),
        }
    }

    /// The language of that code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// As `lang` attributes name it (BCP 47). Plain German is German.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Plain => "de",
            Self::English => "en",
            Self::Turkish => "tr",
            Self::Ukrainian => "uk",
            Self::Russian => "ru",
            Self::Arabic => "ar",
            Self::Polish => "pl",
            Self::Romanian => "ro",
            Self::Italian => "it",
            Self::French => "fr",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Plain => "Einfache Sprache",
            Self::English => "English",
            Self::Turkish => "Türkçe",
            Self::Ukrainian => "Українська",
            Self::Russian => "Русский",
            Self::Arabic => "العربية",
            Self::Polish => "Polski",
            Self::Romanian => "Română",
            Self::Italian => "Italiano",
            Self::French => "Français",
        }
    }

    /// Which way it is written, as the `dir` attribute says it.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_comes_back_from_its_code() {
        for lang in ContentLang::ALL {
            assert_eq!(ContentLang::of_code(lang.code()), Some(lang));
        }
        assert_eq!(ContentLang::of_code("de"), None);
    }
}
