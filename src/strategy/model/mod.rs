//! What a strategy document is made of, apart from any file format, database or web page.
//!
//! A strategy is a short tree. A field of action ("Sozialer Zusammenhalt") has at most one guiding
//! principle and some strategic goals; a strategic goal has action goals. Each of them is an
//! [`Element`] that keeps its [`Key`] through all editions, so that what a resident said about goal
//! `sz-4` of the first draft can still be found when the council decides on the last one.

pub mod cause;
mod key;
mod kind;
mod naming;
pub mod standing;
pub mod tree;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

pub use key::{InvalidKey, Key};
pub use kind::{ElementKind, UnknownKind};
pub use naming::MAX_NUMBER_CHARS;
pub(in crate::strategy) use naming::{KeyBase, number_label, slug};

/// Longest title of a strategy, an edition or an element, in characters.
pub const MAX_TITLE_CHARS: usize = 200;
/// Longest text of one element, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;
/// Most fields of action in one edition.
pub const MAX_FIELDS: usize = 200;
/// Most elements of all kinds in one edition.
pub const MAX_ELEMENTS: usize = 2_000;

/// Characters of a text that the terminal tree and the change report show of one element.
const EXCERPT_CHARS: usize = 72;

/// The two languages in which the import talks to the person at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportLang {
    /// German, as the documents themselves.
    #[default]
    German,
    /// English.
    English,
}

impl ReportLang {
    /// Picks one of two texts.
    #[must_use]
    pub fn pick<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }
}

/// One part of the strategy document, with the parts below it in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// Its lasting name.
    pub key: Key,
    /// The number label as it stands in the document ("4", "4.2", "IV"), if there is one.
    pub number: Option<String>,
    /// Its title; empty for guiding principles and action goals.
    pub title: String,
    /// Its text, paragraphs parted by an empty line; empty for a field without an introduction.
    pub text: String,
    /// The elements below it, in the order of the document.
    pub children: Vec<Element>,
}

impl Element {
    /// One line that tells a person which element is meant: "Strategisches Ziel 4: Sicherheit …".
    #[must_use]
    pub fn label(&self, lang: ReportLang) -> String {
        label(
            self.kind,
            self.number.as_deref(),
            &self.title,
            &self.text,
            lang,
        )
    }
}

/// The line behind [`Element::label`], for elements that have no key yet.
pub(in crate::strategy) fn label(
    kind: ElementKind,
    number: Option<&str>,
    title: &str,
    text: &str,
    lang: ReportLang,
) -> String {
    let number = number
        .map(|number| format!(" {number}"))
        .unwrap_or_default();
    let words = if title.is_empty() { text } else { title };
    format!(
        "{}{number}: {}",
        kind.word(lang),
        excerpt(words, EXCERPT_CHARS)
    )
}

/// The beginning of a text on one line, cut after `limit` characters with an ellipsis.
pub(in crate::strategy) fn excerpt(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= limit {
        return line;
    }
    let cut: String = line.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// One edition of a strategy (Entwurf 1, Überarbeiteter Entwurf, Beschluss): the whole tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Title of the strategy, the same through its editions.
    pub strategy_title: String,
    /// Name of this edition.
    pub name: String,
    /// The fields of action in their order.
    pub fields: Vec<Element>,
}

/// One step of [`Edition::walk`].
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// The element reached.
    pub element: &'a Element,
    /// Key of the element above; `None` for a field of action.
    pub parent: Option<&'a Key>,
    /// 0 for a field of action, 1 for a goal, 2 for an action goal.
    pub depth: usize,
    /// Place among its siblings, from 0.
    pub position: usize,
}

impl Edition {
    /// All elements in reading order, each with the key of the element above it.
    #[must_use]
    pub fn walk(&self) -> Vec<Visit<'_>> {
        fn descend<'a>(
            siblings: &'a [Element],
            parent: Option<&'a Key>,
            depth: usize,
            visits: &mut Vec<Visit<'a>>,
        ) {
            for (position, element) in siblings.iter().enumerate() {
                visits.push(Visit {
                    element,
                    parent,
                    depth,
                    position,
                });
                descend(&element.children, Some(&element.key), depth + 1, visits);
            }
        }
        let mut visits = Vec::new();
        descend(&self.fields, None, 0, &mut visits);
        visits
    }

    /// How many elements of one kind the edition has.
    #[must_use]
    pub fn count(&self, kind: ElementKind) -> usize {
        self.walk()
            .iter()
            .filter(|visit| visit.element.kind == kind)
            .count()
    }

    /// The tree as the import prints it: title, counts, then one indented line an element.
    #[must_use]
    pub fn tree_text(&self, lang: ReportLang) -> String {
        let counts = ElementKind::ALL
            .map(|kind| kind.counted(self.count(kind), lang))
            .join(", ");
        let mut tree = format!("{}, {}\n{counts}\n\n", self.strategy_title, self.name);
        for visit in self.walk() {
            let indent = "  ".repeat(visit.depth);
            let label = visit.element.label(lang);
            // Writing to a string cannot fail.
            let _ = writeln!(tree, "{indent}{label}  [{}]", visit.element.key);
        }
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_line_and_never_longer_than_asked() {
        assert_eq!(excerpt("Ein\n\nText", 20), "Ein Text");
        assert_eq!(excerpt("Wörter über Wörter", 12), "Wörter über…");
    }
}
