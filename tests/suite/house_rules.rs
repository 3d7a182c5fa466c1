//! The rules of the house that no compiler holds: who may know whom, and what stands where.

use crate::support::source::{self, Source, name_at};

/// The slices in the order of `lib.rs`; `base` is the first.
fn slices() -> Vec<String> {
    let lib = std::fs::read_to_string(source::root().join("src/lib.rs")).unwrap();
    let slices: Vec<_> = lib
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod "))
        .map(|rest| name_at(rest).to_owned())
        .collect();
    assert_eq!(slices.first().map(String::as_str), Some("base"));
    slices
}

/// Every file of the product that lies in a slice, with the slice.
fn product() -> Vec<(String, Source)> {
    let files = source::files("src", &[".rs"]).into_iter();
    files
        .filter(|file| !file.is_test)
        .map(|file| {
            let below = file.path.trim_start_matches("src/");
            let slice = below.split('/').next().unwrap_or_default();
            (slice.trim_end_matches(".rs").to_owned(), file)
        })
        .collect()
}

/// Whether a file is the part of its slice of that name, as `page.rs` or in `page/`.
fn is_part(file: &Source, part: &str) -> bool {
    file.path.split('/').nth(2) == Some(&format!("{part}.rs"))
        || file.path.split('/').nth(2) == Some(part)
}

/// Whether a name stands in some code, not as a part of a longer one.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let is_inner = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_inner && name_at(&code[at..]) == name.trim_end_matches(':')
    })
}

fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn a_slice_knows_only_the_slices_above_it() {
    let order = slices();
    let place = |slice: &str| order.iter().position(|other| other == slice);
    let mut faults = Vec::new();
    for (slice, file) in product() {
        let Some(own) = place(&slice) else { continue };
        let code = file.code();
        let mut known: Vec<_> = code.split("crate::").skip(1).map(name_at).collect();
        for list in source::between(&code, "crate::{", "};") {
            known.extend(list.split(',').map(|one| name_at(one.trim())));
        }
        for named in known {
            if place(named).is_some_and(|other| other > own) {
                faults.push(format!("{} knows {named}", file.path));
            }
        }
    }
    none(
        &faults,
        "a slice imports only base and what lib.rs declares before it",
    );
}

/// The modules of its own slice that a file names, by the path from the slice's root.
fn siblings(slice: &str, file: &Source) -> Vec<String> {
    let mut module: Vec<_> = file
        .path
        .trim_end_matches(".rs")
        .split('/')
        .skip(2)
        .collect();
    if module.last() == Some(&"mod") {
        module.pop();
    }
    let code = file.code();
    let mut found = Vec::new();
    let own = format!("crate::{slice}::");
    let mut take = |rest: &str| match rest.strip_prefix('{') {
        Some(list) => {
            let list = list.split("};").next().unwrap_or_default();
            found.extend(list.split(',').map(|one| name_at(one.trim()).to_owned()));
        }
        None => found.push(name_at(rest).to_owned()),
    };
    for rest in code.split(&own).skip(1) {
        take(rest);
    }
    // `super::` leads to the root of the slice when there are as many as the file lies deep.
    let up = "super::".repeat(module.len());
    if !up.is_empty() {
        for (at, _) in code.match_indices(&up) {
            let longer =
                code[..at].ends_with("super::") || code[at + up.len()..].starts_with("super");
            if !longer {
                take(&code[at + up.len()..]);
            }
        }
    }
    found
}

#[test]
fn inside_a_slice_pages_know_the_rest_and_the_model_knows_nobody() {
    let forbidden: [(&str, &[&str]); 5] = [
        ("model", &["form", "store", "view", "page"]),
        ("tally", &["form", "store", "view", "page"]),
        ("form", &["store", "view", "page"]),
        ("store", &["view", "page"]),
        ("view", &["store", "page"]),
    ];
    let mut faults = Vec::new();
    for (slice, file) in product() {
        if slice == "base" {
            continue;
        }
        for (part, others) in forbidden {
            if !is_part(&file, part) {
                continue;
            }
            let named = siblings(&slice, &file);
            for other in others
                .iter()
                .filter(|other| named.iter().any(|n| n == *other))
            {
                faults.push(format!("{} knows {other}", file.path));
            }
        }
    }
    none(&faults, "page -> form, store, view -> model");
}

#[test]
fn the_web_the_database_and_the_templates_each_have_their_place() {
    let mut faults = Vec::new();
    for (slice, file) in product() {
        let code = file.code();
        let web = is_part(&file, "page")
            || matches!(slice.as_str(), "base" | "routes" | "command" | "main")
            || file.path == "src/account/may.rs";
        let data = is_part(&file, "store") || slice == "base";
        for (crate_name, allowed) in [
            ("actix_web::", web),
            ("diesel::", data),
            ("tera::", slice == "base"),
        ] {
            if !allowed && names(&code, crate_name) {
                faults.push(format!("{}: {crate_name}", file.path));
            }
        }
    }
    none(
        &faults,
        "actix_web stands in page and base, diesel in store and base, tera in base",
    );
}

#[test]
fn nobody_writes_without_the_proof_of_permission() {
    let mut faults = Vec::new();
    for (slice, file) in product() {
        if slice == "account" || file.path.starts_with("src/base/db") {
            continue;
        }
        let code: String = file.code().split_whitespace().collect();
        for door in [
            "db.write(",
            "db.write_here(",
            "Db::write(",
            "Db::write_here(",
        ] {
            if names_call(&code, door) {
                faults.push(format!("{}: {door}..)", file.path));
            }
        }
    }
    none(&faults, "only account::May opens the writing door");
}

fn names_call(code: &str, call: &str) -> bool {
    code.match_indices(call).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Longer than a file should be, for a reason.
const LONG: [&str; 2] = [
    // One table after another; a list has no parts.
    "src/base/schema.rs",
    // One table of who may what; whoever checks it wants to see it whole.
    "tests/suite/permissions.rs",
];

#[test]
fn a_file_that_grows_becomes_a_folder() {
    let mut faults = Vec::new();
    let suite = source::files("tests/suite", &[".rs"]);
    for file in source::files("src", &[".rs"]).iter().chain(&suite) {
        let lines = file.product_lines().count();
        let is_excused = LONG.contains(&file.path.as_str());
        match (lines > 330, is_excused) {
            (true, false) if !file.is_test => {
                faults.push(format!("{} has {lines} lines", file.path));
            }
            (false, true) => faults.push(format!("{} needs no excuse any more", file.path)),
            _ => {}
        }
    }
    none(&faults, "at most 330 lines, tests at the end aside");
}

#[test]
fn templates_escape_everything_and_carry_no_script_or_style() {
    let mut faults = Vec::new();
    for file in source::files("templates", &[".html", ".txt"]) {
        let text = file.text.to_lowercase();
        let markup = source::without(&source::without(&text, "{{", "}}"), "{%", "%}");
        let packed: String = text.split_whitespace().collect();
        if packed.contains("|safe") {
            faults.push(format!("{}: |safe", file.path));
        }
        for mark in ["<style", "<script>", " style=", "javascript:"] {
            if markup.contains(mark) {
                faults.push(format!("{}: {mark}", file.path));
            }
        }
        let handler = markup.match_indices(" on").any(|(at, _)| {
            let rest = &markup[at + 3..];
            rest[name_at(rest).len()..].starts_with("=\"")
        });
        if handler {
            faults.push(format!("{}: an on…= attribute", file.path));
        }
    }
    none(
        &faults,
        "the content security policy forbids it, and escaping holds everywhere",
    );
}

#[test]
fn every_migration_can_be_taken_back() {
    let folder = source::root().join("migrations");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            assert!(
                path.join("up.sql").exists() && path.join("down.sql").exists(),
                "{} lacks up.sql or down.sql",
                path.display()
            );
        }
    }
}
