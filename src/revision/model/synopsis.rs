//! The synopsis: old beside new, and why. Every change has a cause; a cause that was heard names its themes.

use std::collections::HashMap;

use crate::base::id::Id;
use crate::strategy::cause::{Because, Editorial, Theme};
use crate::strategy::diff::Comparison;

/// Two editions side by side with the causes of what became different.
pub struct Synopsis {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// Its title.
    pub title: String,
    /// The name of the edition before.
    pub before: String,
    /// The name of the edition after.
    pub after: String,
    /// Whether both are the same edition, because there is no other one.
    pub is_one: bool,
    /// What became different.
    pub comparison: Comparison,
    /// Why, by the key of the element.
    pub why: HashMap<String, Vec<Why>>,
}

/// A theme as a synopsis names it: its name, and how many contributions it has.
pub type Named = (String, i64);

/// Why an element became different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// People asked for it.
    Heard {
        /// The themes that whoever reads it may see.
        themes: Vec<Named>,
        /// How many there are beside these.
        more: usize,
        /// What everyone reads about it; may be empty.
        reason: String,
    },
    /// It does not come from contributions.
    Editorial {
        /// Which sort of change it is.
        kind: Editorial,
        /// The reason.
        reason: String,
    },
}

impl Why {
    /// A cause with the themes that may be seen.
    pub fn of(because: &Because, seen: &HashMap<Id<Theme>, Named>) -> Self {
        match because {
            Because::Heard(themes, reason) => {
                let named: Vec<Named> = themes
                    .iter()
                    .filter_map(|id| seen.get(id).cloned())
                    .collect();
                Self::Heard {
                    more: themes.iter().count() - named.len(),
                    themes: named,
                    reason: reason.clone(),
                }
            }
            Because::Editorial(kind, reason) => Self::Editorial {
                kind: *kind,
                reason: reason.as_str().to_owned(),
            },
        }
    }

    /// Several causes, each once.
    pub fn all<'a>(
        causes: impl IntoIterator<Item = &'a Because>,
        seen: &HashMap<Id<Theme>, Named>,
    ) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for because in causes {
            let why = Self::of(because, seen);
            if !found.contains(&why) {
                found.push(why);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::cause::CauseNote;

    #[test]
    fn themes_that_may_not_be_seen_are_counted_and_not_named() {
        let note = |kind: &str, themes: &[&str], reason: &str| {
            let themes = themes.iter().map(ToString::to_string).collect();
            let (kind, reason) = (kind.to_owned(), reason.to_owned());
            CauseNote {
                kind,
                themes,
                reason,
            }
            .cause()
            .unwrap()
        };
        let seen = HashMap::from([(Id::known("a"), ("Licht".to_owned(), 3))]);
        let causes = [
            note("heard", &["a", "b"], "Viele."),
            note("heard", &["a", "b"], "Viele."),
            note("law", &[], "§ 2."),
        ];
        let why = Why::all(&causes, &seen);
        let heard = Why::Heard {
            themes: vec![("Licht".into(), 3)],
            more: 1,
            reason: "Viele.".into(),
        };
        let law = Why::Editorial {
            kind: Editorial::Law,
            reason: "§ 2.".into(),
        };
        assert_eq!(why, [heard, law]);
    }
}
