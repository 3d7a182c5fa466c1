//! The difference between two wordings as people read it: whole words, and phrases rather than scattered syllables.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::strategy::matching::alike;

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It stands in both wordings.
    Same,
    /// It stands in the old wording only.
    Removed,
    /// It stands in the new wording only.
    Added,
}

/// A piece of text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// What became of it.
    pub mark: Mark,
    /// The piece, with the spaces and punctuation around its words.
    pub text: String,
}

impl Segment {
    fn new(mark: Mark, text: impl Into<String>) -> Self {
        Self {
            mark,
            text: text.into(),
        }
    }
}

/// A common piece with at most so many letters between two changes is read more easily as part of the change.
const SHORT_BRIDGE: usize = 4;
/// The changes around a short bridge must have at least so many characters for it to be taken in.
const LONG_CHANGE: usize = 20;
/// Two lines with less than one common letter in so many are shown as a whole replaced by a whole.
const HARDLY_ALIKE: usize = 5;

/// The difference of two texts in paragraphs (parted by an empty line): each paragraph as its pieces, in the order of
/// the new wording, with what was removed before what was added in its place.
#[must_use]
pub fn paragraphs(old: &str, new: &str) -> Vec<Vec<Segment>> {
    let (old, new) = (split(old), split(new));
    let mut lines = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                let same = &old[old_index..old_index + len];
                lines.extend(
                    same.iter()
                        .map(|text| vec![Segment::new(Mark::Same, *text)]),
                );
            }
            _ => replaced(&old[op.old_range()], &new[op.new_range()], &mut lines),
        }
    }
    lines
}

/// The difference of two texts of one paragraph.
#[must_use]
pub fn line(old: &str, new: &str) -> Vec<Segment> {
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old_tokens, &new_tokens);
    let mut hunks: Vec<Hunk> = ops
        .iter()
        .map(|op| Hunk {
            same: matches!(op, DiffOp::Equal { .. }),
            old: joined(&old_tokens, op.old_range()),
            new: joined(&new_tokens, op.new_range()),
        })
        .collect();
    let common: usize = hunks
        .iter()
        .filter(|hunk| hunk.same)
        .map(Hunk::letters)
        .sum();
    if common * HARDLY_ALIKE < letters(old).max(letters(new)) {
        hunks = vec![Hunk {
            same: false,
            old: old.to_owned(),
            new: new.to_owned(),
        }];
    }
    segments(bridged(hunks))
}

/// A run of words that both texts share, or that one has in place of the other's.
struct Hunk {
    same: bool,
    old: String,
    new: String,
}

impl Hunk {
    fn letters(&self) -> usize {
        letters(&self.new)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn split(text: &str) -> Vec<&str> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Paragraphs in whose place others came: those that are alike are compared word by word.
fn replaced(old: &[&str], new: &[&str], lines: &mut Vec<Vec<Segment>>) {
    let whole = |mark, text: &str| vec![Segment::new(mark, text)];
    if let ([old], [new]) = (old, new) {
        lines.push(line(old, new));
        return;
    }
    let mut next = 0;
    for text in new {
        let found = (next..old.len()).find(|at| alike(old[*at], text));
        match found {
            Some(at) => {
                lines.extend(old[next..at].iter().map(|gone| whole(Mark::Removed, gone)));
                lines.push(line(old[at], text));
                next = at + 1;
            }
            None => lines.push(whole(Mark::Added, text)),
        }
    }
    lines.extend(old[next..].iter().map(|gone| whole(Mark::Removed, gone)));
}

/// Words, runs of space, and single other characters. `Bürger*innen`, `E-Rad` and `Bürger:innen` are one word each.
fn tokens(text: &str) -> Vec<&str> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let is_word = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
    let is_space = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_whitespace());
    let joins = |at: usize| {
        chars.get(at).is_some_and(|(_, c)| {
            matches!(c, '-' | '*' | ':' | '_' | '’' | '\'' | '\u{ad}' | '.' | ',')
        }) && is_word(at + 1)
            && (!chars.get(at).is_some_and(|(_, c)| matches!(c, '.' | ',')) || digits(&chars, at))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        at += 1;
        if is_word(start) {
            while is_word(at) || joins(at) {
                at += 1;
            }
        } else if is_space(start) {
            while is_space(at) {
                at += 1;
            }
        }
        let end = chars.get(at).map_or(text.len(), |(place, _)| *place);
        found.extend(text.get(chars[start].0..end));
    }
    found
}

/// Whether the mark stands between two digits, as in "2.4" and "1,5".
fn digits(chars: &[(usize, char)], at: usize) -> bool {
    let digit = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|(_, c)| c.is_ascii_digit())
    };
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}

fn joined(tokens: &[&str], range: Range<usize>) -> String {
    tokens.get(range).unwrap_or_default().concat()
}

/// Takes what both texts share into the changes around it where it is only space, punctuation or a short word.
fn bridged(hunks: Vec<Hunk>) -> Vec<Hunk> {
    let mut result: Vec<Hunk> = Vec::new();
    let mut rest = hunks.into_iter().peekable();
    while let Some(hunk) = rest.next() {
        let after = rest.peek().filter(|next| !next.same);
        match (result.last_mut(), after) {
            (Some(before), _) if !hunk.same && !before.same => {
                before.old.push_str(&hunk.old);
                before.new.push_str(&hunk.new);
            }
            (Some(before), Some(after))
                if hunk.same && !before.same && is_bridge(before, &hunk, after) =>
            {
                before.old.push_str(&hunk.old);
                before.new.push_str(&hunk.new);
            }
            _ => result.push(hunk),
        }
    }
    result
}

fn is_bridge(before: &Hunk, bridge: &Hunk, after: &Hunk) -> bool {
    let size = |hunk: &Hunk| hunk.old.chars().count().max(hunk.new.chars().count());
    match bridge.letters() {
        0 => true,
        letters if letters <= SHORT_BRIDGE => {
            size(before) >= LONG_CHANGE && size(after) >= LONG_CHANGE
        }
        _ => false,
    }
}

fn segments(hunks: Vec<Hunk>) -> Vec<Segment> {
    let mut pieces = Vec::new();
    for Hunk { same, old, new } in hunks {
        if same {
            pieces.push(Segment::new(Mark::Same, new));
            continue;
        }
        // A space at the end that both share stays outside, so that the marks do not hang over.
        let shared = old.ends_with(' ') && new.ends_with(' ');
        let trimmed = |text: String| match text.strip_suffix(' ') {
            Some(rest) if shared => rest.to_owned(),
            _ => text,
        };
        let changed = [(Mark::Removed, trimmed(old)), (Mark::Added, trimmed(new))];
        let there = changed.into_iter().filter(|(_, text)| !text.is_empty());
        pieces.extend(there.map(|(mark, text)| Segment::new(mark, text)));
        if shared {
            pieces.push(Segment::new(Mark::Same, " "));
        }
    }
    joined_same(pieces)
}

/// Joins neighbours of the same mark.
fn joined_same(pieces: Vec<Segment>) -> Vec<Segment> {
    let mut result: Vec<Segment> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match result.last_mut() {
            Some(last) if last.mark == piece.mark => last.text.push_str(&piece.text),
            _ => result.push(piece),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[-removed-]` and `{+added+}`.
    fn shown(pieces: &[Segment]) -> String {
        let piece = |Segment { mark, text }: &Segment| match mark {
            Mark::Same => text.clone(),
            Mark::Removed => format!("[-{text}-]"),
            Mark::Added => format!("{{+{text}+}}"),
        };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn words_change_as_wholes_and_phrases() {
        let cases = [
            ("Wege sind hell.", "Wege sind hell.", "Wege sind hell."),
            (
                "Alle Wege in der Stadt sind hell.",
                "Alle Wege in der Stadt sind hell und sicher.",
                "Alle Wege in der Stadt sind hell{+ und sicher+}.",
            ),
            (
                "Die Stadt fördert alle Bürger und Vereine im Ort.",
                "Die Stadt fördert alle Bürger*innen und Vereine im Ort.",
                "Die Stadt fördert alle [-Bürger-]{+Bürger*innen+} und Vereine im Ort.",
            ),
            (
                "Bis 2030 sinken die Emissionen um 1,5 Prozent.",
                "Bis 2030 sinken die Emissionen um 2,5 Prozent.",
                "Bis 2030 sinken die Emissionen um [-1,5-]{+2,5+} Prozent.",
            ),
            (
                "Wir bauen mehr alte Wege, damit alle gut nach Hause kommen.",
                "Wir bauen mehr neue Plätze, damit alle gut nach Hause kommen.",
                "Wir bauen mehr [-alte Wege-]{+neue Plätze+}, damit alle gut nach Hause kommen.",
            ),
            ("Kurz", "", "[-Kurz-]"),
            ("", "Neu", "{+Neu+}"),
            (
                "Gewalt verringern",
                "Öffentliche Räume sicherer machen",
                "[-Gewalt verringern-]{+Öffentliche Räume sicherer machen+}",
            ),
        ];
        for (old, new, expected) in cases {
            assert_eq!(shown(&line(old, new)), expected);
        }
    }

    #[test]
    fn paragraphs_that_are_alike_are_compared_and_others_stay_whole() {
        let old = "Erster Absatz bleibt.\n\nDer zweite Absatz wird ein wenig anders.\n\nDer dritte fällt weg.";
        let new = "Erster Absatz bleibt.\n\nGanz neu ist das hier.\n\nDer zweite Absatz wird deutlich anders.";
        let lines = paragraphs(old, new);
        let shown: Vec<_> = lines.iter().map(|line| shown(line)).collect();
        assert_eq!(
            shown,
            [
                "Erster Absatz bleibt.",
                "{+Ganz neu ist das hier.+}",
                "Der zweite Absatz wird [-ein wenig-]{+deutlich+} anders.",
                "[-Der dritte fällt weg.-]",
            ]
        );
    }

    proptest! {
        #[test]
        fn both_wordings_can_be_read_off_the_difference(
            old in "[A-Za-zäöü*., -]{0,60}",
            new in "[A-Za-zäöü*., -]{0,60}",
        ) {
            let pieces = line(&old, &new);
            let without = |mark: Mark| -> String {
                pieces.iter().filter(|piece| piece.mark != mark).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(without(Mark::Added), old);
            prop_assert_eq!(without(Mark::Removed), new);
        }
    }
}
