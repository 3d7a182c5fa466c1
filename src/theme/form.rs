//! What the desk may send around contributions and themes.

pub mod segments;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::model::{Coding, MAX_ABOUT, MAX_NAME, MAX_NOTE, NewTheme, Places};
use crate::base::form::{FieldError, Fields, tidy};
use crate::base::id::Id;
use crate::strategy::cause::Theme;

/// What somebody says about one contribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingForm {
    /// The themes that are ticked.
    pub themes: BTreeSet<Id<Theme>>,
    /// The proposals that were on the screen.
    pub suggested: BTreeSet<Id<Theme>>,
    /// The name of a theme that is not there yet.
    pub new_theme: String,
    /// The note for colleagues.
    pub note: String,
    /// Whether the button "without a theme" was pressed.
    pub without: bool,
}

impl CodingForm {
    /// What was sent.
    pub fn of(fields: &Fields) -> Self {
        let ids = |name| fields.all(name).map(Id::known).collect();
        Self {
            themes: ids("theme"),
            suggested: ids("suggested"),
            new_theme: tidy(fields.get("new_theme").unwrap_or_default()).replace('\n', " "),
            note: tidy(fields.get("note").unwrap_or_default()),
            without: fields.get("act") == Some("without"),
        }
    }

    /// The coding and the theme to make with it, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<(Coding, Option<String>), Vec<FieldError>> {
        let new = Some(self.new_theme.clone()).filter(|name| !name.is_empty() && !self.without);
        let mut errors = Vec::new();
        if self.themes.is_empty() && new.is_none() && !self.without {
            errors.push(FieldError::new("theme", "error-coding-none"));
        }
        errors.extend(FieldError::too_long("new_theme", &self.new_theme, MAX_NAME));
        errors.extend(FieldError::too_long("note", &self.note, MAX_NOTE));
        if !errors.is_empty() {
            return Err(errors);
        }
        let themes = if self.without {
            BTreeSet::new()
        } else {
            self.themes.clone()
        };
        let note = self.note.clone();
        Ok((Coding { themes, note }, new))
    }
}

/// A theme as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ThemeForm {
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// The key of the element it is about; empty when it goes across.
    pub element: String,
    /// The theme it is to be joined with.
    #[serde(skip_serializing)]
    pub into: String,
    /// The button: `merge` or `remove`; else it is kept.
    #[serde(skip_serializing)]
    pub act: String,
}

impl ThemeForm {
    /// The theme, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self, places: &Places) -> Result<NewTheme, Vec<FieldError>> {
        let name = tidy(&self.name).replace('\n', " ");
        let about = tidy(&self.about);
        let element = places.find(&self.element).cloned();
        let mut errors = Vec::new();
        if name.is_empty() {
            errors.push(FieldError::new("name", "error-theme-name"));
        }
        errors.extend(FieldError::too_long("name", &name, MAX_NAME));
        errors.extend(FieldError::too_long("about", &about, MAX_ABOUT));
        if element.is_none() && !self.element.is_empty() {
            errors.push(FieldError::new("element", "error-theme-element"));
        }
        if errors.is_empty() {
            Ok(NewTheme {
                element,
                name,
                about,
            })
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> CodingForm {
        let pairs = pairs.iter().map(|(a, b)| ((*a).into(), (*b).into()));
        CodingForm::of(&Fields(pairs.collect()))
    }

    #[test]
    fn a_coding_has_a_theme_or_says_that_there_is_none() {
        assert!(sent(&[]).parse().is_err());
        let (coding, new) = sent(&[("theme", "a"), ("theme", "b")]).parse().unwrap();
        assert_eq!((coding.themes.len(), new), (2, None));
        let (coding, new) = sent(&[("theme", "a"), ("new_theme", "x"), ("act", "without")])
            .parse()
            .unwrap();
        assert!(coding.themes.is_empty() && new.is_none());
        let (_, new) = sent(&[("new_theme", " Mehr\nLicht ")]).parse().unwrap();
        assert_eq!(new.as_deref(), Some("Mehr Licht"));
        let long = sent(&[("new_theme", &"ä".repeat(81))]).parse();
        assert_eq!(long.unwrap_err()[0].field, "new_theme");
    }
}
