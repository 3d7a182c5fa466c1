//! Gives elements what every edition needs and documents often lack: a title and a text, and numbers that stand once.

use std::collections::BTreeSet;

use super::fault::RowFault;
use crate::strategy::markdown::ParsedElement;
use crate::strategy::model::{ElementKind, MAX_TITLE_CHARS, excerpt};

/// Longest title that is made out of a sentence, in characters.
const SHORT_TITLE_CHARS: usize = 80;

/// "Ruhe: Es ist ruhig." has a title and a text; other sentences are a title first.
pub(super) fn parted(words: &str) -> (String, String) {
    match words.split_once(": ") {
        Some((title, text)) if title.chars().count() <= SHORT_TITLE_CHARS => {
            (title.trim().to_owned(), text.trim().to_owned())
        }
        _ => (words.to_owned(), String::new()),
    }
}

/// Gives fields and goals both a title and a text where the document has only one of them.
pub(super) fn finish(element: &mut ParsedElement, notes: &mut Vec<RowFault>) {
    let row = element.line - 1;
    if matches!(element.kind, ElementKind::Field | ElementKind::Goal) {
        let is_goal = element.kind == ElementKind::Goal;
        if element.title.is_empty() && !element.text.is_empty() {
            let first = element.text.lines().next().unwrap_or_default();
            element.title = excerpt(first, SHORT_TITLE_CHARS);
            notes.push(RowFault::new(row, "import-note-title-made"));
        } else if element.title.chars().count() > MAX_TITLE_CHARS
            || (is_goal && element.text.is_empty())
        {
            let whole = element.title.clone();
            element.title = excerpt(&whole, SHORT_TITLE_CHARS);
            element.text = match element.text.as_str() {
                "" => whole,
                text => format!("{whole}\n\n{text}"),
            };
            notes.push(RowFault::new(row, "import-note-text-made"));
        }
    }
    for child in &mut element.children {
        finish(child, notes);
    }
}

/// A number stands once among siblings; where a document has it twice, the second element goes without.
pub(super) fn unique_numbers(siblings: &mut [ParsedElement], notes: &mut Vec<RowFault>) {
    let mut seen = BTreeSet::new();
    for element in siblings {
        if let Some(number) = &element.number
            && !seen.insert((element.kind, number.clone()))
        {
            element.number = None;
            notes.push(RowFault::new(element.line - 1, "import-note-number-twice"));
        }
        unique_numbers(&mut element.children, notes);
    }
}
