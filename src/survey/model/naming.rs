//! Names that stay: of surveys in addresses, of questions and options in files.

use super::Choice;

/// Longest name made from a text, in characters.
const LENGTH: usize = 40;

/// A name made from a text, such as `wie-oft-treffen-sie` from "Wie oft treffen Sie …?", that nothing else has yet.
pub fn free_name(text: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            // Hyphens that only part a word at a line's end, and signs inside of words.
            '\u{ad}' | '*' => {}
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    if name.len() > LENGTH {
        name.truncate(LENGTH);
        if let Some(end) = name.rfind('-').filter(|end| *end >= LENGTH / 2) {
            name.truncate(end);
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { otherwise } else { name };
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// The options of a question after somebody has edited their labels, one a line. An option whose label is still there
/// keeps its name, wherever it stands now; what is left keeps the name of the option that stood in its place; the rest
/// is new. Codes count from 1 in the new order.
pub fn relabelled(before: &[Choice], labels: &[String]) -> Vec<Choice> {
    let mut free: Vec<Option<&Choice>> = before.iter().map(Some).collect();
    let mut names: Vec<Option<String>> = vec![None; labels.len()];
    for (name, label) in names.iter_mut().zip(labels) {
        let found = free
            .iter_mut()
            .find(|choice| choice.is_some_and(|choice| choice.label == *label));
        *name = found
            .and_then(Option::take)
            .map(|choice| choice.key.clone());
    }
    for (name, choice) in names.iter_mut().zip(&mut free) {
        if name.is_none() {
            *name = choice.take().map(|choice| choice.key.clone());
        }
    }
    let mut taken: Vec<String> = names.iter().flatten().cloned().collect();
    (1..)
        .zip(names.into_iter().zip(labels))
        .map(|(code, (name, label))| {
            let key = name.unwrap_or_else(|| {
                let name = free_name(label, "antwort", |name| taken.iter().any(|t| t == name));
                taken.push(name.clone());
                name
            });
            Choice {
                code,
                key,
                label: label.clone(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn labels(labels: &[&str]) -> Vec<String> {
        labels.iter().map(|label| (*label).to_owned()).collect()
    }

    fn keys(choices: &[Choice]) -> Vec<&str> {
        choices.iter().map(|choice| choice.key.as_str()).collect()
    }

    #[test]
    fn a_name_is_readable_short_and_free() {
        let name = |text| free_name(text, "frage", |name| name == "mehr-baeume");
        assert_eq!(name("Mehr Bäume!"), "mehr-baeume-2");
        assert_eq!(name("…"), "frage");
        assert_eq!(
            name("Wie oft treffen Sie Ihre Nachbarinnen und Nachbarn?"),
            "wie-oft-treffen-sie-ihre-nachbarinnen"
        );
    }

    #[test]
    fn options_keep_their_names_when_they_are_moved_or_reworded() {
        let before = relabelled(&[], &labels(&["Ja", "Nein", "Weiß nicht"]));
        assert_eq!(keys(&before), ["ja", "nein", "weiss-nicht"]);
        let moved = relabelled(&before, &labels(&["Weiß nicht", "Ja", "Nein"]));
        assert_eq!(keys(&moved), ["weiss-nicht", "ja", "nein"]);
        assert_eq!(moved[0].code, 1);
        let reworded = relabelled(&before, &labels(&["Ja, oft", "Nein", "Weiß nicht", "Nie"]));
        assert_eq!(keys(&reworded), ["ja", "nein", "weiss-nicht", "nie"]);
        let fewer = relabelled(&before, &labels(&["Nein", "Weiß nicht"]));
        assert_eq!(keys(&fewer), ["nein", "weiss-nicht"]);
    }

    proptest! {
        #[test]
        fn every_line_becomes_one_option_with_a_name_of_its_own(
            first in proptest::collection::btree_set("[a-cä ]{0,3}", 0..6),
            second in proptest::collection::btree_set("[a-cä ]{0,3}", 0..6),
        ) {
            let (first, second): (Vec<_>, Vec<_>) = (first.into_iter().collect(), second.into_iter().collect());
            let before = relabelled(&[], &first);
            let after = relabelled(&before, &second);
            let names: BTreeSet<_> = after.iter().map(|choice| &choice.key).collect();
            prop_assert_eq!(names.len(), second.len());
            prop_assert!(after.iter().zip(&second).all(|(choice, label)| choice.label == *label));
            for old in before.iter().filter(|old| second.contains(&old.label)) {
                let kept = after.iter().find(|new| new.label == old.label);
                prop_assert_eq!(kept.map(|new| &new.key), Some(&old.key));
            }
        }
    }
}
