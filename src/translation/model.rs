//! Units, their translations, and how a text is read. Pure.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ContentLang;

/// Longest part of a translation, in characters: twice the longest original, because plain language needs room.
pub const MAX_PART: usize = 8_000;

/// The texts of a unit by the name of the part, in the order they stand on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parts(pub Vec<(String, String)>);

impl Parts {
    /// The text of a part; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(part, _)| part == name);
        found.map_or("", |(_, text)| text)
    }

    /// Adds a part; one without text needs no translation and is left out.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, text: &str) -> Self {
        if !text.is_empty() {
            self.0.push((name.into(), text.to_owned()));
        }
        self
    }

    /// Whether every part of `source` has a text here.
    pub fn cover(&self, source: &Self) -> bool {
        source.0.iter().all(|(name, _)| !self.get(name).is_empty())
    }
}

/// What kind of unit is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Title and introduction of a consultation.
    Consultation,
    /// Title and introduction of a survey.
    Survey,
    /// A question with its help and what can be chosen.
    Question,
    /// The wording of an element of the strategy.
    Wording,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [
        Self::Consultation,
        Self::Survey,
        Self::Question,
        Self::Wording,
    ];

    /// As it stands in rows and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Consultation => "consultation",
            Self::Survey => "survey",
            Self::Question => "question",
            Self::Wording => "wording",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Something whose texts can be translated.
pub trait Translatable {
    /// What it is, and which one.
    fn unit(&self) -> (Kind, String);
    /// Its texts as the town wrote them.
    fn parts(&self) -> Parts;
    /// Puts a translation in their place, and says how it reads now.
    fn read_as(&mut self, parts: Option<&Parts>, reading: Reading);
}

/// How a text on a page reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The language for the `lang` attribute, when it is not the town's own.
    pub lang: Option<&'static str>,
    /// Which way it is written, when it is not the town's own language.
    pub dir: Option<&'static str>,
    /// What there is to say about it.
    pub state: ReadingState,
    /// Whether plain German was asked for. It is no other language, so pages say it in other words.
    pub is_plain: bool,
}

/// What there is to say about a text in another language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingState {
    /// The town's own words, as asked for.
    #[default]
    Original,
    /// An approved translation of exactly these words.
    Translated,
    /// An approved translation of words that have changed since.
    Older,
    /// There is no translation yet; these are the town's own words.
    Missing,
}

impl Reading {
    fn in_lang(lang: ContentLang, state: ReadingState) -> Self {
        Self {
            lang: Some(lang.tag()),
            dir: Some(lang.dir()),
            state,
            is_plain: lang == ContentLang::Plain,
        }
    }

    /// The town's own words where a language was asked for.
    pub const fn missing(lang: ContentLang) -> Self {
        Self {
            lang: None,
            dir: None,
            state: ReadingState::Missing,
            is_plain: matches!(lang, ContentLang::Plain),
        }
    }
}

/// A translation as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Its texts.
    pub parts: Parts,
    /// The text it was made from.
    pub source: Parts,
    /// Whether somebody approved it. Only then the public reads it.
    pub is_approved: bool,
    /// Who wrote it last, as the journal names people.
    pub written_by: String,
    /// Who approved it.
    pub approved_by: Option<String>,
}

/// How far the translation of a unit is, for those who write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TwinState {
    /// There is none.
    Missing,
    /// Written, but not approved.
    Draft,
    /// The text it was made from has changed.
    Stale,
    /// Approved, for these very words.
    Approved,
}

impl TwinState {
    /// The state of a unit's translation.
    pub fn of(twin: Option<&Twin>, source: &Parts) -> Self {
        match twin {
            None => Self::Missing,
            Some(twin) if twin.source != *source => Self::Stale,
            Some(twin) if twin.is_approved => Self::Approved,
            Some(_) => Self::Draft,
        }
    }

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Stale => "stale",
            Self::Approved => "approved",
        }
    }
}

/// Approved translations by unit.
pub type Twins = HashMap<(Kind, String), Twin>;

/// Lets some units be read in a language. What has no translation keeps its own words and says so.
pub fn read_in<'a>(
    lang: ContentLang,
    twins: &Twins,
    units: impl IntoIterator<Item = &'a mut dyn Translatable>,
) {
    for unit in units {
        let source = unit.parts();
        if source.0.is_empty() {
            continue;
        }
        match twins.get(&unit.unit()) {
            Some(twin) if twin.parts.cover(&source) => {
                let state = if twin.source == source {
                    ReadingState::Translated
                } else {
                    ReadingState::Older
                };
                unit.read_as(Some(&twin.parts), Reading::in_lang(lang, state));
            }
            _ => unit.read_as(None, Reading::missing(lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Unit(String, Reading);

    impl Translatable for Unit {
        fn unit(&self) -> (Kind, String) {
            (Kind::Wording, "w".into())
        }
        fn parts(&self) -> Parts {
            Parts::default().with("text", &self.0)
        }
        fn read_as(&mut self, parts: Option<&Parts>, reading: Reading) {
            if let Some(parts) = parts {
                parts.get("text").clone_into(&mut self.0);
            }
            self.1 = reading;
        }
    }

    fn twin(source: &str, text: &str) -> Twins {
        let twin = Twin {
            parts: Parts::default().with("text", text),
            source: Parts::default().with("text", source),
            is_approved: true,
            written_by: String::new(),
            approved_by: None,
        };
        [((Kind::Wording, "w".to_owned()), twin)].into()
    }

    fn read(twins: &Twins) -> Unit {
        let mut unit = Unit("Wege sind hell.".into(), Reading::default());
        read_in(
            ContentLang::English,
            twins,
            [&mut unit as &mut dyn Translatable],
        );
        unit
    }

    #[test]
    fn a_translation_of_these_words_stands_in_their_place() {
        let unit = read(&twin("Wege sind hell.", "Paths are lit."));
        assert_eq!(
            (unit.0.as_str(), unit.1.lang),
            ("Paths are lit.", Some("en"))
        );
        assert_eq!(unit.1.state, ReadingState::Translated);
    }

    #[test]
    fn when_the_words_changed_since_it_says_so() {
        let unit = read(&twin("Wege sind dunkel.", "Paths are dark."));
        assert_eq!(
            (unit.0.as_str(), unit.1.state),
            ("Paths are dark.", ReadingState::Older)
        );
    }

    #[test]
    fn half_a_translation_is_none() {
        for twins in [Twins::new(), twin("Wege sind hell.", "")] {
            let unit = read(&twins);
            assert_eq!(
                (unit.0.as_str(), unit.1),
                ("Wege sind hell.", Reading::missing(ContentLang::English))
            );
        }
    }
}
