//! Reads a strategy document from Markdown, and writes one.
//!
//! ```text
//! # Stadtentwicklungskonzept, Entwurf 1
//! ## Handlungsfeld: Wohnen
//! ### Leitsatz
//! Alle finden eine Wohnung.
//! ### Strategisches Ziel 1: Bezahlbar wohnen {#sz-1}
//! Mieten steigen langsamer als Löhne.
//! - Mehr geförderte Wohnungen
//! ```
//!
//! The text of the document is kept to the letter: emphasis, links and entities stay as they were
//! typed, only backslash escapes are resolved, wrapped lines joined and runs of spaces closed up.
//! A numbered list is read as a plain one. What does not fit the form is refused with its line,
//! all of it at once, so that an editor repairs the file in one go.

mod blocks;
mod check;
mod fault;
mod heading;
mod message;
#[cfg(test)]
mod refusals;
mod render;
#[cfg(test)]
mod tests;
mod tree;

pub use fault::{Fault, Problem};
pub use render::render;

// Files that were not written for Trialog are cut into lines of the same kind.
pub(super) use blocks::{heading_text, joined, unescape};
pub(super) use check::edition as check_edition;
pub(super) use heading::{Heading, after_words, classify, part_key, separator};
pub(super) use render::escaped_start;

use super::model::{Element, ElementKind, Key};

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Name of an edition whose title line has no comma.
const UNNAMED_EDITION: &str = "Entwurf";

/// A document that was understood, before its elements have their lasting keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedEdition {
    /// Title of the strategy.
    pub strategy_title: String,
    /// Name of this edition.
    pub name: String,
    /// The fields of action in their order.
    pub fields: Vec<ParsedElement>,
}

/// An [`Element`] as it stands in a file: with its line, and with a key only if one was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedElement {
    /// What it is.
    pub kind: ElementKind,
    /// The key written behind it, as in `{#sz-4}`.
    pub key: Option<Key>,
    /// Whether a person said that it is new, whatever it looks like. Never so in a file.
    pub fresh: bool,
    /// The number label as it stands in the document.
    pub number: Option<String>,
    /// Its title; empty for guiding principles and action goals.
    pub title: String,
    /// Its text, paragraphs parted by an empty line.
    pub text: String,
    /// The elements below it.
    pub children: Vec<ParsedElement>,
    /// Line of the file on which it begins, from 1.
    pub line: usize,
}

impl ParsedElement {
    /// The same element under its lasting key; its children are given by the caller.
    #[must_use]
    pub fn keyed(&self, key: Key, children: Vec<Element>) -> Element {
        Element {
            kind: self.kind,
            key,
            number: self.number.clone(),
            title: self.title.clone(),
            text: self.text.clone(),
            children,
        }
    }
}

/// Reads a whole document.
///
/// # Errors
/// Every [`Fault`] of the document, sorted by line; never an empty list.
pub fn parse(source: &str) -> Result<ParsedEdition, Vec<Fault>> {
    if source.len() > MAX_BYTES {
        return Err(vec![Fault {
            line: 1,
            problem: Problem::FileTooLarge(MAX_BYTES),
        }]);
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    if source.trim().is_empty() {
        return Err(vec![Fault {
            line: 1,
            problem: Problem::EmptyDocument,
        }]);
    }

    let mut faults = Vec::new();
    check::characters(&source, &mut faults);
    let blocks = blocks::read(&source, &mut faults);
    let edition = tree::build(blocks, &mut faults);
    check::edition(&edition, &mut faults);
    if faults.is_empty() {
        return Ok(edition);
    }
    faults.sort_by_key(|fault| fault.line);
    Err(faults)
}
