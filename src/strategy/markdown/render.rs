//! Writes an edition as the Markdown file that [`super::parse`] reads back unchanged.

use std::fmt::Write as _;

use super::heading;
use crate::strategy::model::{Edition, Element, ElementKind, ReportLang};

/// The document with the key of every element, to be edited and imported as the next edition.
///
/// A single line break inside a paragraph, which a file cannot have, is written as a space.
#[must_use]
pub fn render(edition: &Edition) -> String {
    let title = format!("{}, {}", edition.strategy_title, edition.name);
    // A `#` at the end of a heading would close it, and no key follows to prevent that.
    let mut document = format!("# {}\n", escaped(&title).replace('#', r"\#"));
    for visit in edition.walk() {
        // Writing to a string cannot fail.
        let _ = match visit.element.kind {
            ElementKind::ActionGoal => item(&mut document, visit.element, visit.position == 0),
            _ => section(&mut document, visit.element),
        };
    }
    document
}

fn section(document: &mut String, element: &Element) -> std::fmt::Result {
    let marks = "#".repeat(usize::from(heading::level(element.kind)));
    write!(
        document,
        "\n{marks} {}",
        element.kind.word(ReportLang::German)
    )?;
    if let Some(number) = &element.number {
        write!(document, " {number}")?;
    }
    if !element.title.is_empty() {
        write!(document, ": {}", escaped(&element.title))?;
    }
    writeln!(document, " {{#{}}}", element.key)?;
    for paragraph in paragraphs(element) {
        writeln!(document, "\n{}", escaped_start(paragraph))?;
    }
    Ok(())
}

fn item(document: &mut String, element: &Element, first: bool) -> std::fmt::Result {
    document.push_str(if first { "\n- " } else { "- " });
    for (index, paragraph) in paragraphs(element).enumerate() {
        document.push_str(if index == 0 { "" } else { "\n\n  " });
        document.push_str(&escaped_start(paragraph));
    }
    writeln!(document, " {{#{}}}", element.key)
}

fn paragraphs(element: &Element) -> impl Iterator<Item = &str> {
    element
        .text
        .split("\n\n")
        .filter(|paragraph| !paragraph.is_empty())
}

/// Escapes what has a meaning anywhere in a line: escapes, images and keys.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\")
        .replace("![", r"\![")
        .replace("{#", r"\{#")
}

/// Escapes in addition what has a meaning only at the start of a line: "1. Mai", "- 5 Grad".
pub(in crate::strategy) fn escaped_start(text: &str) -> String {
    let escaped = escaped(&text.replace('\n', " "));
    let digits = escaped.len()
        - escaped
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let mark = escaped.get(digits..).and_then(|rest| rest.chars().next());
    match mark {
        Some('.' | ')') if digits > 0 => {
            let (before, after) = escaped.split_at(digits);
            format!("{before}\\{after}")
        }
        // One that is escaped already begins with a backslash and stays as it is.
        Some(first) if digits == 0 && first != '\\' && first.is_ascii_punctuation() => {
            format!("\\{escaped}")
        }
        _ => escaped,
    }
}
