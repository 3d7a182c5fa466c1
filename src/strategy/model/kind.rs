//! The four kinds of element and the words people use for them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ReportLang;

/// What an element is for the town.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// Handlungsfeld: a subject area; the top level of the tree.
    Field,
    /// Leitsatz: what a field of action stands for; at most one in each field.
    Principle,
    /// Strategisches Ziel: what the town wants to have reached; residents mark these.
    Goal,
    /// Handlungsziel: one step towards a strategic goal.
    ActionGoal,
}

impl ElementKind {
    /// All kinds, from the top of the tree down.
    pub const ALL: [Self; 4] = [Self::Field, Self::Principle, Self::Goal, Self::ActionGoal];

    /// The name under which the kind is stored and sent.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Principle => "principle",
            Self::Goal => "goal",
            Self::ActionGoal => "action_goal",
        }
    }

    /// The word that people use for one element of this kind.
    #[must_use]
    pub fn word(self, lang: ReportLang) -> &'static str {
        match self {
            Self::Field => lang.pick("Handlungsfeld", "Field of action"),
            Self::Principle => lang.pick("Leitsatz", "Guiding principle"),
            Self::Goal => lang.pick("Strategisches Ziel", "Strategic goal"),
            Self::ActionGoal => lang.pick("Handlungsziel", "Action goal"),
        }
    }

    /// A number of elements in words: "4 strategische Ziele".
    #[must_use]
    pub fn counted(self, number: usize, lang: ReportLang) -> String {
        let one = number == 1;
        let word = match (self, lang) {
            (Self::Field, ReportLang::German) if one => "Handlungsfeld",
            (Self::Field, ReportLang::German) => "Handlungsfelder",
            (Self::Principle, ReportLang::German) if one => "Leitsatz",
            (Self::Principle, ReportLang::German) => "Leitsätze",
            (Self::Goal, ReportLang::German) if one => "strategisches Ziel",
            (Self::Goal, ReportLang::German) => "strategische Ziele",
            (Self::ActionGoal, ReportLang::German) if one => "Handlungsziel",
            (Self::ActionGoal, ReportLang::German) => "Handlungsziele",
            (Self::Field, ReportLang::English) if one => "field of action",
            (Self::Field, ReportLang::English) => "fields of action",
            (Self::Principle, ReportLang::English) if one => "guiding principle",
            (Self::Principle, ReportLang::English) => "guiding principles",
            (Self::Goal, ReportLang::English) if one => "strategic goal",
            (Self::Goal, ReportLang::English) => "strategic goals",
            (Self::ActionGoal, ReportLang::English) if one => "action goal",
            (Self::ActionGoal, ReportLang::English) => "action goals",
        };
        format!("{number} {word}")
    }
}

impl fmt::Display for ElementKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A stored kind that is none of the four.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of element: {0:?}")]
pub struct UnknownKind(pub String);

impl FromStr for ElementKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_stored_under_their_names() {
        for kind in ElementKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert!("Field".parse::<ElementKind>().is_err());
    }
}
