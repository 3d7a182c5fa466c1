//! The languages somebody may choose from.

use serde::Serialize;

use super::ContentLang;
use crate::base::locale::Lang;

/// The switch between languages of the town's texts; without any language there is none.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Languages {
    /// The town's own language first.
    pub options: Vec<LanguageOption>,
    /// Whether what stands on the page is a translation.
    pub is_translated: bool,
    /// Whether it is plain German: no other language, but other words than those that count.
    pub is_plain: bool,
}

/// One language to choose.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageOption {
    /// As it stands in the address.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// For the `lang` attribute.
    pub tag: &'static str,
    /// Whether the page is read in it.
    pub is_current: bool,
}

impl Languages {
    /// The switch for the languages that are offered; `chosen` is the one the page is read in.
    pub fn of(offered: &[ContentLang], chosen: Option<ContentLang>, town: Lang) -> Self {
        if offered.is_empty() {
            return Self::default();
        }
        let own = LanguageOption {
            code: town.code(),
            name: town.own_name(),
            tag: town.code(),
            is_current: chosen.is_none(),
        };
        let others = offered.iter().map(|lang| LanguageOption {
            code: lang.code(),
            name: lang.own_name(),
            tag: lang.tag(),
            is_current: chosen == Some(*lang),
        });
        Self {
            options: std::iter::once(own).chain(others).collect(),
            is_translated: chosen.is_some(),
            is_plain: chosen == Some(ContentLang::Plain),
        }
    }

    /// An example with three languages.
    pub fn sample() -> Self {
        Self::of(
            &[
                ContentLang::Plain,
                ContentLang::Turkish,
                ContentLang::Arabic,
            ],
            Some(ContentLang::Turkish),
            Lang::De,
        )
    }
}
