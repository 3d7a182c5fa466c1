//! Blacking out: whoever moderates points at words, and nothing but these words goes. What is left of a text is always a
//! part of what its author wrote, because nobody can send other words.

use std::collections::BTreeSet;
use std::ops::Range;

/// What stands in place of words that were blacked out.
pub const MARK: &str = "[geschwärzt]";

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// With the signs around it.
    pub whole: Range<usize>,
    /// Without quotation marks, brackets and full stops: what would be blacked out. Empty when there is nothing to black
    /// out, because it is only a sign or a mark already.
    pub core: Range<usize>,
}

/// The words of a text, in bytes, in their order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, sign) in ends {
        match (start, sign.is_whitespace()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                found.push(word(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn word(text: &str, whole: Range<usize>) -> Word {
    let word = &text[whole.clone()];
    let is_core = |sign: char| sign.is_alphanumeric() || sign == '+';
    let core = match word.find(is_core) {
        Some(first) if !word.contains(MARK) => {
            let end = word.trim_end_matches(|sign| !is_core(sign)).len();
            whole.start + first..whole.start + end
        }
        _ => whole.start..whole.start,
    };
    Word { whole, core }
}

/// The text with some of its words blacked out, by their place from 0. Neighbours become one mark; line breaks stay.
pub fn redacted(text: &str, chosen: &BTreeSet<usize>) -> String {
    let words = words(text);
    let mut result = String::new();
    let mut copied = 0;
    let mut last_black: Option<usize> = None;
    for (place, word) in words.iter().enumerate() {
        if !chosen.contains(&place) || word.core.is_empty() {
            last_black = None;
            continue;
        }
        let between = &text[copied..word.core.start];
        let goes_on = last_black.is_some() && !between.contains('\n');
        if !goes_on {
            result.push_str(between);
            result.push_str(MARK);
        }
        copied = word.core.end;
        last_black = Some(place);
    }
    result.push_str(&text[copied..]);
    result
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn black(text: &str, places: &[usize]) -> String {
        redacted(text, &places.iter().copied().collect())
    }

    #[test]
    fn words_go_and_signs_stay() {
        let text = "Fragen Sie (Frau Muster), Tel. 07071 12345.\nDanke!";
        assert_eq!(
            black(text, &[3]),
            "Fragen Sie (Frau [geschwärzt]), Tel. 07071 12345.\nDanke!"
        );
        assert_eq!(
            black(text, &[5, 6]),
            "Fragen Sie (Frau Muster), Tel. [geschwärzt].\nDanke!"
        );
        // A line break is never swallowed, and a mark is not blacked out again.
        assert_eq!(black("eins\nzwei", &[0, 1]), "[geschwärzt]\n[geschwärzt]");
        assert_eq!(black("[geschwärzt] – ja", &[0, 1]), "[geschwärzt] – ja");
        assert_eq!(black("kurz", &[7]), "kurz");
    }

    proptest! {
        #[test]
        fn what_is_left_is_a_part_of_what_was_written(
            text in "[a-zäß0-9 .,\n(+@-]{0,60}", places in prop::collection::btree_set(0usize..12, 0..6),
        ) {
            let result = redacted(&text, &places);
            let mut rest = text.as_str();
            for part in result.split(MARK) {
                let at = rest.find(part);
                prop_assert!(at.is_some(), "{part:?} was not written");
                rest = &rest[at.unwrap_or_default() + part.len()..];
            }
            for (place, word) in words(&text).iter().enumerate() {
                prop_assert!(text.is_char_boundary(word.core.start) && text.is_char_boundary(word.core.end));
                prop_assert!(place < text.len());
            }
        }
    }
}
