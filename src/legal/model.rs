//! Which pages there are, how far they are, and the texts they begin with. Pure.

use chrono::{DateTime, Utc};

use crate::base::config::Config;
use crate::base::id::Id;
use crate::base::locale::Lang;

/// One of the town's own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Who is responsible (§ 5 DDG, § 18 MStV).
    Imprint,
    /// Which data are kept, and why (Art. 13 GDPR).
    Privacy,
    /// What everyone can use and what not yet (BITV 2.0, § 12b BGG and the law of the state).
    Accessibility,
    /// The portal in plain language (BITV 2.0, § 4).
    PlainLanguage,
    /// The portal in sign language (BITV 2.0, § 4).
    SignLanguage,
}

impl Page {
    /// All of them, in the order of the foot.
    pub const ALL: [Self; 5] = [
        Self::Imprint,
        Self::Privacy,
        Self::Accessibility,
        Self::PlainLanguage,
        Self::SignLanguage,
    ];

    /// As it stands in rows and in its address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Imprint => "imprint",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::PlainLanguage => "plain-language",
            Self::SignLanguage => "sign-language",
        }
    }

    /// The page of that name.
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// The text that names it at the desk.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Imprint => "desk-pages-imprint",
            Self::Privacy => "desk-pages-privacy",
            Self::Accessibility => "desk-pages-accessibility",
            Self::PlainLanguage => "desk-pages-plain-language",
            Self::SignLanguage => "desk-pages-sign-language",
        }
    }

    /// The text it begins with: title and body. What only the town knows is left open as a gap.
    pub fn beginning(self, lang: Lang, config: &Config) -> Text {
        let block = match (self, lang) {
            (Self::Imprint, Lang::De) => include_str!("blocks/de/imprint.md"),
            (Self::Imprint, Lang::En) => include_str!("blocks/en/imprint.md"),
            (Self::Privacy, Lang::De) => include_str!("blocks/de/privacy.md"),
            (Self::Privacy, Lang::En) => include_str!("blocks/en/privacy.md"),
            (Self::Accessibility, Lang::De) => include_str!("blocks/de/accessibility.md"),
            (Self::Accessibility, Lang::En) => include_str!("blocks/en/accessibility.md"),
            (Self::PlainLanguage, Lang::De) => include_str!("blocks/de/plain-language.md"),
            (Self::PlainLanguage, Lang::En) => include_str!("blocks/en/plain-language.md"),
            (Self::SignLanguage, Lang::De) => include_str!("blocks/de/sign-language.md"),
            (Self::SignLanguage, Lang::En) => include_str!("blocks/en/sign-language.md"),
        };
        let block = block
            .replace("{town}", &config.town.name)
            .replace("{portal}", &config.town.portal_name)
            .replace("{address}", &config.base_url());
        let (title, body) = block.split_once('\n').unwrap_or((&block, ""));
        Text {
            title: title.trim_start_matches("# ").trim().to_owned(),
            body: body.trim().to_owned(),
        }
    }
}

/// What stands on a page in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its heading, and its link at the foot.
    pub title: String,
    /// Markdown.
    pub body: String,
}

impl Text {
    /// What still has to be filled in: everything between `[…` and `]`, each once, in the order of the text.
    pub fn gaps(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for part in [&self.title, &self.body] {
            for rest in part.split("[…").skip(1) {
                let name = rest.split(']').next().unwrap_or_default();
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                let name: String = name.chars().take(120).collect();
                let name = if name.is_empty() {
                    "…".to_owned()
                } else {
                    name
                };
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }
}

/// How far a version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Only the desk sees it.
    Draft,
    /// Everyone sees it, until a newer one is published.
    Public,
    /// The page is not shown any more.
    Withdrawn,
}

impl State {
    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Public => "public",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name; what is unknown is nothing everyone should see.
    pub fn parse(text: &str) -> Self {
        match text {
            "public" => Self::Public,
            "withdrawn" => Self::Withdrawn,
            _ => Self::Draft,
        }
    }
}

/// One version of a page in one language. Versions are only added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its name.
    pub id: Id<Version>,
    /// How far it is.
    pub state: State,
    /// What it says.
    pub text: Text,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// By whom: a name, or what the program calls whoever has none.
    pub written_by: String,
}

/// What somebody wrote about a barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its name.
    pub id: Id<Report>,
    /// The day it came.
    pub received_on: chrono::NaiveDate,
    /// What was written.
    pub text: String,
    /// Where an answer is awaited.
    pub reply_to: Option<String>,
    /// When it was done with, and by whom.
    pub done: Option<(DateTime<Utc>, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::foot::PAGES;

    #[test]
    fn the_foot_knows_the_same_pages() {
        assert_eq!(Page::ALL.map(Page::slug), PAGES);
    }

    #[test]
    fn every_page_begins_with_a_text_in_both_languages() {
        let config = Config::for_tests();
        for page in Page::ALL {
            for lang in Lang::ALL {
                let text = page.beginning(lang, &config);
                assert!(
                    !text.title.is_empty() && text.body.len() > 200,
                    "{page:?} {lang}"
                );
                assert!(!text.body.contains(['{', '}']), "{page:?} {lang}");
                assert!(text.body.chars().count() < crate::legal::form::BODY_CHARS / 2);
                // Nobody can publish it without having read it.
                assert!(!text.gaps().is_empty(), "{page:?} {lang}");
            }
        }
    }

    #[test]
    fn gaps_are_named_once_in_the_order_of_the_text() {
        let text = Text {
            title: "Impressum".to_owned(),
            body: "Stadt [… Straße und\nNummer], [… Telefon] [a](b) [… Telefon] […] [… offen"
                .to_owned(),
        };
        assert_eq!(text.gaps(), ["Straße und Nummer", "Telefon", "…", "offen"]);
        assert!(Text::default().gaps().is_empty());
    }
}
