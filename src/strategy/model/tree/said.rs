//! What an element says, as an editor types it.

use super::TreeFault;
use crate::strategy::model::{Element, ElementKind, MAX_TEXT_CHARS, MAX_TITLE_CHARS, number_label};

/// Number, title and text of one element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The number label; empty for none.
    pub number: String,
    /// The title; empty for guiding principles and action goals.
    pub title: String,
    /// The text, paragraphs parted by an empty line.
    pub text: String,
}

impl Said {
    /// What an element says now.
    pub fn by(element: &Element) -> Self {
        Self {
            number: element.number.clone().unwrap_or_default(),
            title: element.title.clone(),
            text: element.text.clone(),
        }
    }

    /// The words as they are kept: spaces closed up, lines of a paragraph joined, as the import does it.
    #[must_use]
    pub fn tidy(&self) -> Self {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = self.text.replace("\r\n", "\n").replace('\r', "\n");
        let mut paragraphs = vec![String::new()];
        for row in plain.lines() {
            if row.trim().is_empty() {
                paragraphs.push(String::new());
            } else if let Some(last) = paragraphs.last_mut() {
                last.push_str(row);
                last.push(' ');
            }
        }
        let paragraphs = paragraphs.iter().map(|paragraph| line(paragraph));
        Self {
            number: line(&self.number),
            title: line(&self.title),
            text: paragraphs
                .filter(|paragraph| !paragraph.is_empty())
                .collect::<Vec<_>>()
                .join("\n\n"),
        }
    }

    /// Which fault each part has for an element of that kind: number, title, text.
    pub fn faults(&self, kind: ElementKind) -> [Option<TreeFault>; 3] {
        let has_title = kind.has_title();
        let chars = |text: &str| text.chars().count();
        let number = (has_title && !self.number.is_empty() && number_label(&self.number).is_none())
            .then_some(TreeFault::NoNumber);
        let title = if !has_title {
            None
        } else if self.title.is_empty() {
            Some(TreeFault::NoTitle)
        } else if chars(&self.title) > MAX_TITLE_CHARS {
            Some(TreeFault::TitleTooLong)
        } else {
            is_unprintable(&self.title).then_some(TreeFault::Unprintable)
        };
        let text = if kind != ElementKind::Field && self.text.is_empty() {
            Some(TreeFault::NoText)
        } else if chars(&self.text) > MAX_TEXT_CHARS {
            Some(TreeFault::TextTooLong)
        } else {
            is_unprintable(&self.text).then_some(TreeFault::Unprintable)
        };
        [number, title, text]
    }

    /// The words for an element of that kind, tidied; what the kind does not have is left out.
    ///
    /// # Errors
    /// The first fault of [`Self::faults`].
    pub(super) fn fit(&self, kind: ElementKind) -> Result<(Option<String>, Self), TreeFault> {
        let mut said = self.tidy();
        if !kind.has_title() {
            said.number.clear();
            said.title.clear();
        }
        if let Some(fault) = said.faults(kind).into_iter().flatten().next() {
            return Err(fault);
        }
        Ok((number_label(&said.number), said))
    }
}

impl ElementKind {
    /// Whether elements of this kind have a number and a title: fields and goals.
    pub fn has_title(self) -> bool {
        matches!(self, Self::Field | Self::Goal)
    }
}

/// Characters that the import refuses as well: see `markdown::check`.
fn is_unprintable(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffd}')
    })
}

/// The pieces between which a text can be cut in two: its sentences, each with what parts it from the next.
///
/// Put together again they are the text to the letter.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(end) = sentence_end(rest) {
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Where the first sentence ends, with the white space behind it; none when nothing follows.
///
/// A sentence ends at a paragraph, or at `.`, `!`, `?` or `:` before a space and a capital letter. After a number or a
/// single letter ("17. Juli", "z. B.") it goes on.
fn sentence_end(text: &str) -> Option<usize> {
    let mut before: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        if text[at..].starts_with("\n\n") && at > 0 {
            let rest = text[at..].trim_start();
            return (!rest.is_empty()).then(|| text.len() - rest.len());
        }
        let is_mark = matches!(c, '.' | '!' | '?' | ':');
        let is_short = c == '.'
            && (before.last().is_some_and(char::is_ascii_digit)
                || before
                    .iter()
                    .rev()
                    .take_while(|c| c.is_alphabetic())
                    .count()
                    < 2);
        if is_mark && !is_short {
            let after = &text[at + c.len_utf8()..];
            let next = after.trim_start();
            let starts = next.starts_with(|n: char| n.is_uppercase() || "„\"(–".contains(n));
            if after.len() > next.len() && starts {
                return Some(text.len() - next.len());
            }
        }
        before.push(c);
    }
    None
}
