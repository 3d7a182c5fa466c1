//! The source tree, as the tests that hold the house rules read it.

use std::path::{Path, PathBuf};

/// One file of the project.
pub struct Source {
    /// From the root of the project, with `/`.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// Whether the whole file is a test.
    pub is_test: bool,
}

impl Source {
    /// The code without its comments and without the tests at its end.
    pub fn code(&self) -> String {
        let lines = self.product_lines().map(|line| {
            let comment = line.trim_start().starts_with("//");
            if comment { "" } else { line }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The lines before the tests at the end of the file.
    pub fn product_lines(&self) -> impl Iterator<Item = &str> {
        let mut lines = self.text.lines().peekable();
        std::iter::from_fn(move || {
            let line = lines.next()?;
            let tests = line == "#[cfg(test)]"
                && lines
                    .peek()
                    .is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
            (!tests).then_some(line)
        })
    }
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with one of some endings, in the order of their names.
pub fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy();
        let name = name.replace('\\', "/");
        if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push(Source {
                path: name,
                text,
                is_test: false,
            });
        }
    }
    let tests: Vec<String> = found.iter().flat_map(test_modules).collect();
    for file in &mut found {
        file.is_test = tests.contains(&file.path);
    }
    assert!(!found.is_empty(), "{folder} holds no file of {endings:?}");
    found
}

/// The files of the modules that one file declares for tests alone.
fn test_modules(file: &Source) -> Vec<String> {
    let home = match file.path.strip_suffix("/mod.rs") {
        Some(folder) => folder,
        None => file.path.trim_end_matches(".rs"),
    };
    between(&file.text, "#[cfg(test)]\nmod ", ";")
        .map(|name| format!("{home}/{name}.rs"))
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Everything that stands between two marks, e.g. the keys in `t(key="…")`.
pub fn between<'a>(
    text: &'a str,
    before: &'a str,
    after: &'a str,
) -> impl Iterator<Item = &'a str> {
    text.split(before)
        .skip(1)
        .filter_map(move |rest| rest.split_once(after).map(|(inside, _)| inside))
}

/// A text without everything that stands between two marks.
pub fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The name that begins a text.
pub fn name_at(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}
