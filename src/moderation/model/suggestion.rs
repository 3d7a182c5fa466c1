//! What might be personal data: addresses, numbers, names. Only a hint; nothing goes before somebody has said so.

use std::ops::Range;

use serde::Serialize;

use super::{Word, words};

/// What a passage looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// An e-mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A street with a number.
    Street,
    /// A name after a title.
    Name,
}

impl SuggestionKind {
    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Mail => "redact-mail",
            Self::Phone => "redact-phone",
            Self::Street => "redact-street",
            Self::Name => "redact-name",
        }
    }
}

/// A passage that might be personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it looks like.
    pub kind: SuggestionKind,
    /// The words of it, by their place from 0.
    pub places: Range<usize>,
}

/// Titles after which a name stands.
const TITLES: [&str; 9] = [
    "Herr", "Herrn", "Frau", "Familie", "Fam", "Dr", "Mr", "Mrs", "Ms",
];
/// How names of streets end.
const STREETS: [&str; 14] = [
    "straße", "strasse", "str", "weg", "gasse", "platz", "allee", "ring", "damm", "ufer", "steig",
    "halde", "hof", "street",
];
/// Fewest digits of a telephone number.
const PHONE_DIGITS: usize = 6;

/// The passages of a text that might be personal data, in their order; none overlaps another.
pub fn suggestions(text: &str) -> Vec<Suggestion> {
    let words = words(text);
    let mut found: Vec<Suggestion> = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let rest = &words[place..];
        let hit = mail(text, rest)
            .or_else(|| phone(text, rest))
            .or_else(|| street(text, rest))
            .or_else(|| name(text, rest));
        match hit {
            Some((kind, skipped, taken)) => {
                let from = place + skipped;
                found.push(Suggestion {
                    kind,
                    places: from..from + taken,
                });
                place = from + taken;
            }
            None => place += 1,
        }
    }
    found
}

/// The kind, how many words before it are not part of it, and how many are.
type Hit = Option<(SuggestionKind, usize, usize)>;

fn core<'a>(text: &'a str, word: &Word) -> &'a str {
    &text[word.core.clone()]
}

fn mail(text: &str, rest: &[Word]) -> Hit {
    let word = core(text, rest.first()?);
    let (before, after) = word.split_once('@')?;
    (!before.is_empty() && after.contains('.')).then_some((SuggestionKind::Mail, 0, 1))
}

fn phone(text: &str, rest: &[Word]) -> Hit {
    if !core(text, rest.first()?).starts_with(['0', '+']) {
        return None;
    }
    // A day such as 05.06.2026 has full stops, a telephone number hardly ever.
    let is_part = |word: &&Word| {
        let word = core(text, word);
        !word.is_empty()
            && word
                .chars()
                .all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '/' | '-' | '(' | ')'))
    };
    let parts: Vec<_> = rest.iter().take_while(is_part).collect();
    let digits: usize = parts
        .iter()
        .map(|word| {
            core(text, word)
                .chars()
                .filter(char::is_ascii_digit)
                .count()
        })
        .sum();
    (digits >= PHONE_DIGITS).then_some((SuggestionKind::Phone, 0, parts.len()))
}

fn street(text: &str, rest: &[Word]) -> Hit {
    let ends = |word: &str| {
        let word = word.to_lowercase();
        STREETS.iter().any(|end| word.ends_with(end))
    };
    let is_number = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().count() <= 5
    };
    let words: Vec<&str> = rest.iter().take(3).map(|word| core(text, word)).collect();
    match words[..] {
        [street, number, ..] if is_name(street) && ends(street) && is_number(number) => {
            Some((SuggestionKind::Street, 0, 2))
        }
        [first, street, number] if is_name(first) && ends(street) && is_number(number) => {
            Some((SuggestionKind::Street, 0, 3))
        }
        _ => None,
    }
}

fn name(text: &str, rest: &[Word]) -> Hit {
    let (title, after) = rest.split_first()?;
    if !TITLES.contains(&core(text, title)) {
        return None;
    }
    let titles = after
        .iter()
        .take_while(|word| TITLES.contains(&core(text, word)))
        .count();
    let mut names = 0;
    for word in after[titles..].iter().take(2) {
        if !is_name(core(text, word)) {
            break;
        }
        names += 1;
        // A sign behind it ends the name.
        if word.whole.end != word.core.end {
            break;
        }
    }
    (names > 0).then_some((SuggestionKind::Name, 1 + titles, names))
}

/// Whether a word begins with a capital and has a second letter.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(SuggestionKind, String)> {
        let words = words(text);
        suggestions(text)
            .into_iter()
            .map(|hit| {
                let (first, last) = (&words[hit.places.start], &words[hit.places.end - 1]);
                (hit.kind, text[first.core.start..last.core.end].to_owned())
            })
            .collect()
    }

    #[test]
    fn addresses_numbers_and_names_are_found() {
        use SuggestionKind::{Mail, Name, Phone, Street};
        let cases = [
            (
                "Schreiben Sie an kim.beispiel@lindenau.example!",
                Mail,
                "kim.beispiel@lindenau.example",
            ),
            ("Tel. 07159 0000-10 abends", Phone, "07159 0000-10"),
            ("(+49 7159 000010)", Phone, "+49 7159 000010"),
            (
                "Ich wohne Lindenweg 12a, da ist es laut",
                Street,
                "Lindenweg 12a",
            ),
            (
                "In der Langen Straße 5 fehlt Licht",
                Street,
                "Langen Straße 5",
            ),
            ("Herr Dr. Beispiel, der Nachbar", Name, "Beispiel"),
            ("Frau Kim Beispiel sagt", Name, "Kim Beispiel"),
        ];
        for (text, kind, passage) in cases {
            assert_eq!(found(text), [(kind, passage.to_owned())], "{text}");
        }
    }

    #[test]
    fn days_years_and_plain_words_are_no_personal_data() {
        for text in [
            "Am 05.06.2026 und 2035",
            "100 Bäume im Jahr",
            "Der Weg ist weit",
            "Frau und Mann",
            "05 Plätze",
            "a@b",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
