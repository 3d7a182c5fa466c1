//! What OWASP's verification standard asks of a website, as far as it concerns this one: `docs/security.md` says line by line what holds it, and
//! this holds the page to be true. What no other part of the suite looks at is looked at here.

mod entry;
mod input;
mod links;
mod mails;
mod once;
mod onward;
mod outside;

use std::collections::BTreeSet;

use crate::support::app::TestApp;
use crate::support::source;
use crate::support::visitor::Visitor;

/// Somebody who may do everything that staff may do.
fn all_roles(app: &TestApp) -> Visitor {
    app.staff_with(&["moderator", "evaluator", "editor", "councillor", "admin"])
}

/// Where it is written down.
const PAGE: &str = "docs/security.md";

/// One line of a table of the page.
struct Line {
    /// The numbers of the standard.
    refs: String,
    /// What Trialog does.
    state: String,
    /// The tests, as they are named there.
    tests: Vec<String>,
}

fn lines() -> Vec<Line> {
    let page = std::fs::read_to_string(source::root().join(PAGE)).unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<_> = line.trim().trim_matches('|').split(" | ").collect();
        let is_row = cells.len() == 4 && line.starts_with("| ") && cells[0].contains('.');
        is_row.then(|| Line {
            refs: cells[0].trim().to_owned(),
            state: cells[2].trim().to_owned(),
            // What stands between two marks of code.
            tests: (cells[3].split('`').skip(1).step_by(2))
                .map(str::to_owned)
                .collect(),
        })
    });
    rows.collect()
}

/// Whether there is such a test.
fn exists(test: &str) -> bool {
    let read = |path: String| std::fs::read_to_string(source::root().join(path)).ok();
    if let Some((file, title)) = test
        .strip_prefix("story ")
        .and_then(|rest| rest.split_once(": "))
    {
        let story = read(format!("tests/browser/{file}.spec.mjs"));
        return story.is_some_and(|text| text.contains(title));
    }
    if let Some(part) = test.strip_prefix("tests/run ") {
        return read("tests/run".into())
            .is_some_and(|text| text.contains(&format!("part {part} ")));
    }
    let Some((module, name)) = test.rsplit_once("::") else {
        return false;
    };
    let path = module.replace("::", "/");
    let homes = match path.split_once('/') {
        Some(("suite" | "faults", _)) => vec![format!("tests/{path}")],
        _ => vec![
            format!("src/{path}"),
            format!("src/{}", path.trim_end_matches("/tests")),
        ],
    };
    homes.iter().any(|home| {
        let texts = [
            read(format!("{home}.rs")),
            read(format!("{home}/mod.rs")),
            read(format!("{home}/tests.rs")),
        ];
        let wanted = format!("fn {name}(");
        texts.iter().flatten().any(|text| {
            // The targets of fuzzing become tests by a macro.
            if text.contains(&format!("{name}: Target {{")) {
                return true;
            }
            text.match_indices(&wanted).any(|(at, _)| {
                let before = text[..at].trim_end().trim_end_matches("async").trim_end();
                before.ends_with("test]") || text[..at].contains("proptest!")
            })
        })
    })
}

#[test]
fn each_line_names_the_test_that_holds_it_and_there_is_one() {
    let lines = lines();
    assert!(lines.len() > 60, "{} lines were read", lines.len());
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for line in &lines {
        if !seen.insert(&line.refs) {
            faults.push(format!("{} stands there twice", line.refs));
        }
        let excused = line.state.starts_with("Does not apply:");
        if line.tests.is_empty() && !excused {
            faults.push(format!("{} is held by nothing", line.refs));
        }
        for test in line.tests.iter().filter(|test| !exists(test)) {
            faults.push(format!("{}: there is no {test}", line.refs));
        }
    }
    assert!(faults.is_empty(), "{PAGE}:\n  {}", faults.join("\n  "));
}
