//! Names made of titles and codes.

use std::collections::BTreeSet;

/// A name for files and addresses: small letters, digits and hyphens, unlike all that are taken.
pub(super) fn slug(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(50);
    let name = name.trim_matches('-');
    let name = if name.is_empty() { otherwise } else { name };
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut free = std::iter::once(name.to_owned()).chain(numbered);
    let found = free.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(found.clone());
    found
}
