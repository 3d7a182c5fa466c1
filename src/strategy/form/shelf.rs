//! A new strategy.

use serde::{Deserialize, Serialize};

use crate::base::form::{FieldError, Refill, tidy};
use crate::strategy::model::{MAX_TITLE_CHARS, slug};

/// Longest short name, in characters.
pub const MAX_SLUG_CHARS: usize = 60;
/// Short names that would stand in the way of the portal's own addresses.
const RESERVED: [&str; 3] = ["new", "editions", "compare"];

/// Title and short name of a new strategy.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct NewStrategyForm {
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Its name in addresses; empty = made out of the title.
    #[serde(default)]
    pub slug: String,
}

/// A strategy that can be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStrategy {
    /// Its title.
    pub title: String,
    /// Its name in addresses.
    pub slug: String,
}

impl NewStrategyForm {
    /// Reads the form, or says what to do about its fields.
    pub fn parse(self) -> Result<NewStrategy, Refill<Self>> {
        let title = tidy(&self.title).replace('\n', " ");
        let typed = tidy(&self.slug).to_lowercase();
        let slug = if typed.is_empty() {
            slug(&title, MAX_SLUG_CHARS)
        } else {
            typed
        };
        let mut refill = Refill::new(self);
        let chars = title.chars().count();
        if chars == 0 {
            refill.fault("title", "shelf-title-missing");
        } else if chars > MAX_TITLE_CHARS {
            let error = FieldError::new("title", "shelf-title-long");
            refill
                .errors
                .push(error.with("max", MAX_TITLE_CHARS).with("n", chars));
        }
        if chars > 0 && !is_slug(&slug) {
            refill.fault("slug", "shelf-slug-wrong");
        }
        if refill.is_fine() {
            Ok(NewStrategy { title, slug })
        } else {
            Err(refill)
        }
    }
}

/// Whether a text may stand in an address: small letters, digits, hyphens; a letter or digit first.
fn is_slug(text: &str) -> bool {
    (1..=MAX_SLUG_CHARS).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !RESERVED.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(title: &str, slug: &str) -> Result<(String, String), Vec<&'static str>> {
        let form = NewStrategyForm {
            title: title.into(),
            slug: slug.into(),
        };
        form.parse()
            .map(|new| (new.title, new.slug))
            .map_err(|refill| refill.errors.iter().map(|error| error.key).collect())
    }

    #[test]
    fn the_short_name_comes_from_the_title_unless_one_is_typed() {
        let pair = |title: &str, slug: &str| Ok((title.to_owned(), slug.to_owned()));
        assert_eq!(
            parsed(" Grün für alle ", ""),
            pair("Grün für alle", "gruen-fuer-alle")
        );
        assert_eq!(parsed("Grün", "SEK-2030"), pair("Grün", "sek-2030"));
        assert_eq!(parsed("", ""), Err(vec!["shelf-title-missing"]));
        assert_eq!(parsed("Grün", "grün!"), Err(vec!["shelf-slug-wrong"]));
        assert_eq!(parsed("Grün", "new"), Err(vec!["shelf-slug-wrong"]));
        assert_eq!(parsed("Мова", ""), Err(vec!["shelf-slug-wrong"]));
        assert_eq!(parsed(&"a".repeat(201), "x"), Err(vec!["shelf-title-long"]));
    }
}
