//! The texts: both languages say the same things with the same values, and no page asks for one that is missing.

use std::collections::{BTreeMap, BTreeSet};

use trialog::base::locale::Lang;

use crate::support::source::{self, name_at};

/// The values that stand in each text of a language, by key.
fn texts(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = format!("config/locales/{}", lang.code());
    let mut texts = BTreeMap::<String, BTreeSet<String>>::new();
    for file in source::files(&folder, &[".ftl"]) {
        let mut key = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && let Some((name, _)) = line.split_once('=')
            {
                name.trim().clone_into(&mut key);
                let twice = texts.insert(key.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{}: {key} stands there twice", file.path);
            }
            if let Some(values) = texts.get_mut(&key) {
                let found = line.split('$').skip(1).map(name_at);
                values.extend(found.filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
    }
    texts
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let (german, english) = (texts(Lang::De), texts(Lang::En));
    for (key, values) in &german {
        assert_eq!(english.get(key), Some(values), "English text of {key}");
    }
    for key in english.keys() {
        assert!(german.contains_key(key), "{key} has no German text");
    }
}

/// What the source asks for: whole keys, and the beginnings of keys that are put together.
#[derive(Default)]
struct Asked {
    /// Keys that must exist, with the file that asks.
    keys: BTreeMap<String, String>,
    /// Beginnings and endings of keys that are put together, e.g. `t(key="state-" ~ x)`.
    parts: BTreeSet<String>,
    /// Everything that looks like a key at all.
    literals: BTreeSet<String>,
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn asked() -> Asked {
    let mut asked = Asked::default();
    for file in source::files("templates", &[".html", ".txt"]) {
        let packed = file.text.replace("key = ", "key=");
        for call in packed.split("t(key=\"").skip(1) {
            let Some((key, rest)) = call.split_once('"') else {
                continue;
            };
            if rest.trim_start().starts_with('~') {
                asked.parts.insert(key.to_owned());
            } else {
                asked.keys.insert(key.to_owned(), file.path.clone());
            }
        }
        // Every second piece lies between quotation marks; which one, depends on where one begins.
        let pieces = file.text.split('"').map(str::to_owned);
        asked.literals.extend(pieces);
    }
    for file in source::files("src", &[".rs"])
        .iter()
        .filter(|file| !file.is_test)
    {
        let code = file.code();
        let mut in_key_function = false;
        for line in code.lines() {
            if line.contains("fn ") {
                in_key_function = line.contains("_key(") && line.contains("&'static str");
            }
            for (before, rest) in literals(line) {
                asked.literals.insert(rest.to_owned());
                let wants = in_key_function
                    || before.ends_with("_key: ")
                    || before.ends_with("_key: Some(")
                    || before.ends_with(".t(")
                    || before.ends_with("ui.text(")
                    || before.ends_with("Unprocessable(");
                if wants && is_key(rest) && rest.contains('-') {
                    asked.keys.insert(rest.to_owned(), file.path.clone());
                }
            }
        }
        for call in code
            .split("FieldError::new(")
            .skip(1)
            .chain(code.split(".fault(").skip(1))
        {
            let call = call.split(')').next().unwrap_or_default();
            for (_, key) in literals(call)
                .into_iter()
                .filter(|(_, key)| key.starts_with("error-"))
            {
                asked.keys.insert(key.to_owned(), file.path.clone());
            }
        }
        if code.contains("fn stem(") {
            for (_, stem) in code
                .lines()
                .flat_map(literals)
                .filter(|(_, stem)| is_key(stem) && stem.starts_with("error-"))
            {
                asked.parts.insert(format!("{stem}-"));
            }
        }
    }
    asked
}

/// The literals of a line of code, each with what stands before it.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = line[from..].find('"').map(|at| from + at) {
        let Some(close) = line[open + 1..].find('"').map(|at| open + 1 + at) else {
            break;
        };
        found.push((&line[..open], &line[open + 1..close]));
        from = close + 1;
    }
    found
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let texts = texts(Lang::De);
    let asked = asked();
    let missing: Vec<_> = asked
        .keys
        .iter()
        .filter(|(key, _)| !texts.contains_key(*key))
        .map(|(key, file)| format!("{key} ({file})"))
        .collect();
    assert!(
        missing.is_empty(),
        "there is no text for:\n  {}",
        missing.join("\n  ")
    );
    for part in &asked.parts {
        let found = texts.keys().any(|key| key.starts_with(part.as_str()));
        assert!(found, "no text begins with {part}");
    }
}

#[test]
fn no_text_is_left_that_nobody_asks_for() {
    let asked = asked();
    let unused: Vec<_> = texts(Lang::De)
        .into_keys()
        .filter(|key| !asked.keys.contains_key(key) && !asked.literals.contains(key))
        .filter(|key| {
            !asked
                .parts
                .iter()
                .any(|part| key.starts_with(part.as_str()))
        })
        .collect();
    assert!(
        unused.is_empty(),
        "nobody asks for:\n  {}",
        unused.join("\n  ")
    );
}
