//! Readable keys for elements that have none yet, and the number labels that documents write.

use std::collections::BTreeSet;

use super::{ElementKind, Key};

/// Longest part of a field's key that comes from its title, in characters.
const MAX_SLUG_CHARS: usize = 40;
/// Longest number label ("4", "12.3", "XVIII"), in characters.
pub const MAX_NUMBER_CHARS: usize = 12;

/// What the key of a new element is made of.
#[derive(Debug, Clone, Copy)]
pub(in crate::strategy) struct KeyBase<'a> {
    /// What the element is.
    pub kind: ElementKind,
    /// Its title.
    pub title: &'a str,
    /// Its number label.
    pub number: Option<&'a str>,
    /// Its place among the siblings of its kind, from 0.
    pub position: usize,
    /// Number label and place of the field in which it stands, for principles and goals.
    pub field: Option<(Option<&'a str>, usize)>,
    /// The goal in which an action goal stands.
    pub goal: Option<&'a Key>,
    /// Whether the edition has but one field of action; then its goals need no field's number.
    pub one_field: bool,
}

impl KeyBase<'_> {
    /// The key the element would have if nobody else had it.
    pub(in crate::strategy) fn text(self) -> String {
        let own = number(self.number, self.position);
        let field = self
            .field
            .map_or(String::new(), |(label, position)| number(label, position));
        match self.kind {
            ElementKind::Field => match slug(self.title, MAX_SLUG_CHARS) {
                title if title.is_empty() => format!("hf-{own}"),
                title => format!("hf-{title}"),
            },
            ElementKind::Principle => format!("ls-{field}"),
            ElementKind::Goal if self.one_field => format!("sz-{own}"),
            ElementKind::Goal => format!("sz-{field}-{own}"),
            ElementKind::ActionGoal => {
                let letters = letters(self.position);
                let goal = self.goal.map_or("hz", Key::as_str);
                let room = Key::MAX_CHARS - letters.len() - 1;
                format!("{}-{letters}", goal.get(..room).unwrap_or(goal))
            }
        }
    }
}

impl Key {
    /// The first of `base`, `base-2`, `base-3` … that nobody uses.
    pub(in crate::strategy) fn free(base: &str, used: &BTreeSet<Self>) -> Self {
        let mut key = Self::fitted(base);
        let mut count = 1_usize;
        while used.contains(&key) {
            count += 1;
            let suffix = format!("-{count}");
            let room = Self::MAX_CHARS - suffix.len();
            key = Self::fitted(&format!("{}{suffix}", base.get(..room).unwrap_or(base)));
        }
        key
    }
}

/// The number label as part of a key, or the place among the siblings, from 1.
fn number(label: Option<&str>, position: usize) -> String {
    label
        .map(|label| slug(label, MAX_SLUG_CHARS))
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| (position + 1).to_string())
}

/// A number as documents write it: digits with points or letters, one letter, or Roman numerals.
pub(in crate::strategy) fn number_label(text: &str) -> Option<String> {
    let label = text.trim_end_matches('.');
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
    let number = label.len() == 1
        || label.chars().all(|c| "IVXLC".contains(c))
        || label.chars().any(|c| c.is_ascii_digit());
    let fits = (1..=MAX_NUMBER_CHARS).contains(&label.len());
    let starts = label.starts_with(|first: char| first.is_ascii_alphanumeric());
    (fits && starts && number && label.chars().all(known)).then(|| label.to_owned())
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
fn letters(position: usize) -> String {
    let mut rest = position + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        // A remainder of 26 always fits; the fallback only satisfies the type.
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A text in the characters of a key: "Wohnen & Bauen für alle" is `wohnen-bauen-fuer-alle`.
///
/// Cut at a word's end where one is near enough.
pub(in crate::strategy) fn slug(text: &str, limit: usize) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        let plain = match character {
            'a'..='z' | '0'..='9' => {
                slug.push(character);
                continue;
            }
            'ä' | 'æ' => "ae",
            'ö' | 'ø' | 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'á' | 'à' | 'â' | 'å' => "a",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
            'ó' | 'ò' | 'ô' => "o",
            'ú' | 'ù' | 'û' => "u",
            'ç' => "c",
            'ğ' => "g",
            'ñ' => "n",
            'ş' => "s",
            // Gender forms are one word: "Bürger*innen" is `buergerinnen`. Soft hyphens and
            // combining accents part no words either.
            '*' | '\u{ad}' | '\u{300}'..='\u{36f}' => continue,
            _ if slug.is_empty() || slug.ends_with('-') => continue,
            _ => "-",
        };
        slug.push_str(plain);
    }
    if slug.len() > limit {
        slug.truncate(limit);
        if let Some(end) = slug.rfind('-').filter(|end| *end >= limit / 2) {
            slug.truncate(end);
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_readable_and_short() {
        assert_eq!(
            slug("Wohnen & Bauen für alle", 40),
            "wohnen-bauen-fuer-alle"
        );
        assert_eq!(
            slug("Bürger*innen, Straßen – Ä", 40),
            "buergerinnen-strassen-ae"
        );
        assert_eq!(slug("Çağdaş İzmir", 40), "cagdas-izmir");
        assert_eq!(
            slug("Lebendige Innenstadt und Ortsteile stärken", 40),
            "lebendige-innenstadt-und-ortsteile"
        );
        assert_eq!(slug(&"x".repeat(90), 40), "x".repeat(40));
        assert_eq!(slug("Мова", 40), "");
    }

    #[test]
    fn letters_go_on_after_z() {
        let all = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(all, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
