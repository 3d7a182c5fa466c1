//! Makes readable keys for elements that have none yet.

use std::collections::BTreeSet;

use super::pairing::{Node, Pairs};
use crate::strategy::model::{ElementKind, Key, Visit};

/// Longest part of a field's key that comes from its title, in characters.
const MAX_SLUG_CHARS: usize = 40;

/// One key for each new element, in reading order; no two are equal.
///
/// A new element never gets a key that is or ever was in use.
pub(super) fn name(
    new: &[Node<'_>],
    old: &[Visit<'_>],
    pairs: &Pairs,
    taken: &BTreeSet<Key>,
) -> Vec<Key> {
    let mut used = taken.clone();
    used.extend(old.iter().map(|visit| visit.element.key.clone()));
    used.extend(new.iter().filter_map(|node| node.element.key.clone()));
    let one_field = new
        .iter()
        .filter(|node| node.element.kind == ElementKind::Field)
        .count()
        == 1;

    let mut keys: Vec<Key> = Vec::with_capacity(new.len());
    for (index, node) in new.iter().enumerate() {
        let lasting = pairs[index].map(|old_index| old[old_index].element.key.clone());
        let key = lasting
            .or_else(|| node.element.key.clone())
            .unwrap_or_else(|| {
                let base = base(node, new, &keys, one_field);
                free(&base, &used)
            });
        used.insert(key.clone());
        keys.push(key);
    }
    keys
}

/// The key an element would have if nobody else had it. A parent stands before its children, so
/// its key is already among `keys`.
fn base(node: &Node<'_>, new: &[Node<'_>], keys: &[Key], one_field: bool) -> String {
    let element = node.element;
    let field_number = || {
        node.parent
            .and_then(|parent| new.get(parent))
            .map_or(String::new(), number)
    };
    match element.kind {
        ElementKind::Field => match slug(&element.title, MAX_SLUG_CHARS) {
            title if title.is_empty() => format!("hf-{}", number(node)),
            title => format!("hf-{title}"),
        },
        ElementKind::Principle => format!("ls-{}", field_number()),
        ElementKind::Goal if one_field => format!("sz-{}", number(node)),
        ElementKind::Goal => format!("sz-{}-{}", field_number(), number(node)),
        ElementKind::ActionGoal => {
            let letters = letters(node.position);
            let goal = node
                .parent
                .and_then(|parent| keys.get(parent))
                .map_or("hz", Key::as_str);
            let room = Key::MAX_CHARS - letters.len() - 1;
            format!("{}-{letters}", goal.get(..room).unwrap_or(goal))
        }
    }
}

/// The first of `base`, `base-2`, `base-3` … that nobody uses.
fn free(base: &str, used: &BTreeSet<Key>) -> Key {
    let mut key = Key::fitted(base);
    let mut count = 1_usize;
    while used.contains(&key) {
        count += 1;
        let suffix = format!("-{count}");
        let room = Key::MAX_CHARS - suffix.len();
        key = Key::fitted(&format!("{}{suffix}", base.get(..room).unwrap_or(base)));
    }
    key
}

/// The number label as part of a key, or the place among the siblings, from 1.
fn number(node: &Node<'_>) -> String {
    let label = node
        .element
        .number
        .as_deref()
        .map(|label| slug(label, MAX_SLUG_CHARS));
    label
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| (node.position + 1).to_string())
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
fn slug(text: &str, limit: usize) -> String {
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
