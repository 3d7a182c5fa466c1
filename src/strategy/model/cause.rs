//! Why an edition changes something: no change without a cause.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Key;
use crate::base::id::Id;
use crate::strategy::matching::Change;

/// What several contributions have in common, as an identity. What it says, the slice `theme` knows; here a change names it.
pub enum Theme {}

/// One theme or more, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Themes {
    first: Id<Theme>,
    more: BTreeSet<Id<Theme>>,
}

impl Themes {
    /// These themes; none when there is not even one.
    pub fn of(themes: impl IntoIterator<Item = Id<Theme>>) -> Option<Self> {
        let mut themes = themes.into_iter();
        let first = themes.next()?;
        let more = themes.filter(|theme| *theme != first).collect();
        Some(Self { first, more })
    }

    /// The first of them: it is always there.
    pub fn first(&self) -> &Id<Theme> {
        &self.first
    }

    /// The others.
    pub fn more(&self) -> impl Iterator<Item = &Id<Theme>> {
        self.more.iter()
    }

    /// All of them, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = &Id<Theme>> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

/// Which sort of change it is, when it does not come from contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Editorial {
    /// Spelling, grammar, a slip.
    Spelling,
    /// It says the same, more clearly.
    Clarity,
    /// A law or another authority asks for it.
    Law,
    /// The council has decided it.
    Council,
    /// Order and numbers, or taken over with a document.
    Structure,
}

impl Editorial {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Spelling,
        Self::Clarity,
        Self::Law,
        Self::Council,
        Self::Structure,
    ];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Spelling => "spelling",
            Self::Clarity => "clarity",
            Self::Law => "law",
            Self::Council => "council",
            Self::Structure => "structure",
        }
    }

    /// The sort of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Spelling => "cause-spelling",
            Self::Clarity => "cause-clarity",
            Self::Law => "cause-law",
            Self::Council => "cause-council",
            Self::Structure => "cause-structure",
        }
    }
}

/// Why something changes. There is no third way, and none without words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// People asked for it: the themes, and what everyone reads about it beside the change (may be empty: then the
    /// assessment of the themes speaks).
    Heard(Themes, String),
    /// Not because of a contribution: the sort, and the reason everyone reads.
    Editorial(Editorial, Reason),
}

impl Because {
    /// What a change has for a cause that came with a document, whose own process is not known here.
    pub fn came_with_a_document() -> Self {
        Self::Editorial(
            Editorial::Structure,
            Reason("Mit dem Dokument übernommen.".to_owned()),
        )
    }
}

/// The changes of an edition with their causes: there is no other way to write them.
#[derive(Clone, Debug)]
pub struct Caused<'a>(Vec<(&'a Change, Because)>);

impl<'a> Caused<'a> {
    /// Joins each change with its cause: that of its element, else `rest`.
    ///
    /// # Errors
    /// The elements whose changes have none.
    pub fn join(
        changes: &'a [Change],
        causes: &BTreeMap<Key, CauseNote>,
        rest: Option<&Because>,
    ) -> Result<Self, BTreeSet<Key>> {
        let mut joined = Vec::new();
        let mut missing = BTreeSet::new();
        for change in changes {
            let own = causes.get(&change.key).and_then(CauseNote::cause);
            match own.or_else(|| rest.cloned()) {
                Some(because) => joined.push((change, because)),
                None => drop(missing.insert(change.key.clone())),
            }
        }
        if missing.is_empty() {
            Ok(Self(joined))
        } else {
            Err(missing)
        }
    }

    /// The same cause for all.
    pub fn by(changes: &'a [Change], because: &Because) -> Self {
        let pair = |change| (change, because.clone());
        Self(changes.iter().map(pair).collect())
    }

    /// Each change with its cause, in the order of the changes.
    pub fn iter(&self) -> impl Iterator<Item = &(&'a Change, Because)> {
        self.0.iter()
    }
}

/// Most characters of a reason.
pub const MAX_REASON: usize = 600;

/// A reason with words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The reason; none when nothing was said.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// Its words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A cause as a draft keeps it until an edition is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseNote {
    /// `heard`, or the sort of an editorial change.
    pub kind: String,
    /// The themes, when it was heard.
    #[serde(default)]
    pub themes: Vec<String>,
    /// The reason.
    #[serde(default)]
    pub reason: String,
}

impl CauseNote {
    /// The cause it stands for; none when it is not whole.
    pub fn cause(&self) -> Option<Because> {
        if self.kind == "heard" {
            let themes = Themes::of(self.themes.iter().map(Id::<Theme>::known))?;
            return Some(Because::Heard(themes, self.reason.trim().to_owned()));
        }
        let kind = Editorial::parse(&self.kind)?;
        Some(Because::Editorial(kind, Reason::of(&self.reason)?))
    }
}

impl From<&Because> for CauseNote {
    fn from(because: &Because) -> Self {
        match because {
            Because::Heard(themes, reason) => Self {
                kind: "heard".into(),
                themes: themes.iter().map(ToString::to_string).collect(),
                reason: reason.clone(),
            },
            Because::Editorial(kind, reason) => Self {
                kind: kind.as_str().into(),
                themes: Vec::new(),
                reason: reason.as_str().to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(kind: &str, themes: &[&str], reason: &str) -> CauseNote {
        CauseNote {
            kind: kind.into(),
            themes: themes.iter().map(ToString::to_string).collect(),
            reason: reason.into(),
        }
    }

    #[test]
    fn a_cause_names_a_theme_or_gives_a_reason() {
        assert!(note("heard", &[], "Viele wünschten es.").cause().is_none());
        assert!(note("clarity", &["a"], "  ").cause().is_none());
        assert!(note("because", &[], "So ist es.").cause().is_none());
        assert!(note("heard", &["a"], "").cause().is_some());
        assert!(note("law", &[], "§ 2 verlangt es.").cause().is_some());
    }

    #[test]
    fn what_is_kept_is_the_same_cause() {
        for kept in [
            note("heard", &["b", "a", "c"], "Weil."),
            note("council", &[], "Beschluss vom 9. Dezember."),
        ] {
            let cause = kept.cause().unwrap();
            assert_eq!(CauseNote::from(&cause).cause().unwrap(), cause);
        }
        let twice = note("heard", &["b", "b"], "").cause().unwrap();
        assert_eq!(CauseNote::from(&twice).themes, ["b"]);
    }
}
