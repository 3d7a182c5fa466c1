//! What somebody takes along proves her contribution to a program that knows nothing of this one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::{lines, next_day};
use crate::evaluation::close_and_publish;
use crate::statements::handed_in;
use crate::support::app::TestApp;
use crate::support::source;
use crate::survey::{answer, one_mark, submit};

/// Runs the verifier that lies in `tools`.
pub fn verify(arguments: &[&str]) -> Output {
    Command::new("python3")
        .arg(source::root().join("tools/verify.py"))
        .args(arguments)
        .output()
        .expect("python3 is needed for tools/verify.py")
}

/// It says that all is well.
fn fits(arguments: &[&str]) -> String {
    let done = verify(arguments);
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    let why = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{arguments:?}: {told}{why}");
    told
}

/// It says that something does not fit.
pub fn differs(arguments: &[&str], why: &str) {
    let done = verify(arguments);
    let told = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{arguments:?}: {told}");
    assert!(told.contains(why), "{told}");
}

/// A folder with the public files of the list.
pub struct Copy(tempfile::TempDir);

impl Copy {
    /// The list as it is now.
    pub async fn of(app: &TestApp) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let copy = Self(folder);
        for (name, url) in [
            ("entries", "/log/entries"),
            ("checkpoint", "/log/checkpoint"),
        ] {
            let file = app.visitor().get(url).await;
            copy.write(name, &file.expect(200).body);
        }
        copy
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) -> String {
        let file: PathBuf = self.path().join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    }

    pub fn file(&self, name: &str) -> String {
        self.path().join(name).to_str().unwrap().to_owned()
    }
}

async fn receipt(person: &crate::support::visitor::Visitor, home: &str) -> String {
    let file = person.get(&format!("{home}/receipt.json")).await;
    file.expect(200);
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(
        !file.body.contains(&home[3..]),
        "it shows, and opens nothing"
    );
    file.body.clone()
}

fn key(receipt: &str) -> String {
    let read: Value = serde_json::from_str(receipt).unwrap();
    read["key"].as_str().unwrap().to_owned()
}

#[test]
fn the_verifier_passes_its_own_test() {
    assert!(fits(&["selftest"]).contains("OK"));
    assert_eq!(
        verify(&["receipt", "/there/is/none"]).status.code(),
        Some(2)
    );
}

#[actix_web::test]
async fn a_receipt_proves_its_words_first_as_a_promise_then_in_the_list() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let page = anna.get(&format!("{home}/receipt")).await;
    assert!(page.links().contains(&format!("{home}/receipt.json")));
    for _ in 0..9 {
        one_mark(&app, "bolder").await;
    }
    let early = receipt(&anna, &home).await;
    next_day(&app).await;
    let copy = Copy::of(&app).await;
    let (entries, checkpoint) = (copy.file("entries"), copy.file("checkpoint"));
    let key = key(&early);
    let early_file = copy.write("early", &early);
    assert!(fits(&["receipt", &early_file]).contains("1 waiting"));
    // The promise of yesterday is kept in today's list.
    let found = fits(&[
        "receipt",
        &early_file,
        "--entries",
        &entries,
        "--checkpoint",
        &checkpoint,
        "--key",
        &key,
    ]);
    assert!(found.contains("stands unchanged in the list"), "{found}");
    let late = receipt(&anna, &home).await;
    let late_file = copy.write("late", &late);
    let found = fits(&["receipt", &late_file, "--entries", &entries, "--key", &key]);
    assert!(found.contains("1 in the list, 0 waiting"), "{found}");
    assert!(found.contains("sz-baeume"), "{found}");

    // Whatever of it is changed does not fit any more.
    let mut read: Value = serde_json::from_str(&late).unwrap();
    let change = |read: &Value, name: &str, why: &str| {
        let file = copy.write("changed", &read.to_string());
        differs(&["receipt", &file, "--entries", &entries], why);
        assert!(!name.is_empty());
    };
    let one = read["contributions"][0].clone();
    for (name, value, why) in [
        ("content", "{}".into(), "not what was sealed"),
        ("salt", "00".repeat(32).into(), "not what was sealed"),
        ("promise", "A".repeat(88).into(), "promise"),
        (
            "index",
            (one["index"].as_u64().unwrap() ^ 1).into(),
            "not in the signed list",
        ),
        ("proof", Value::Array(Vec::new()), "too short"),
    ] {
        read["contributions"][0][name] = value;
        change(&read, name, why);
        read["contributions"][0] = one.clone();
    }
    let other = trialog::base::secret::Secrets::fresh();
    let other = trialog::transparency::model::Signer::of(&other, "x/log").unwrap();
    differs(
        &["receipt", &late_file, "--key", &other.key()],
        "another key",
    );
}

#[actix_web::test]
async fn the_list_tells_the_owner_of_a_receipt_what_became_of_it() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let before = receipt(&anna, &home).await;
    let goal = format!("{home}/gruen/sz-baeume");
    answer(&anna, &goal, &[("mark", "drop")]).await.expect(303);
    submit(&anna, &home).await;
    next_day(&app).await;
    let copy = Copy::of(&app).await;
    let file = copy.write("before", &before);
    let told = fits(&["receipt", &file, "--entries", &copy.file("entries")]);
    assert!(told.contains("'revise'"), "{told}");
    super::withdraw(&anna, &home).await;
    let after = receipt(&anna, &home).await;
    let read: Value = serde_json::from_str(&after).unwrap();
    assert_eq!(read["contributions"], Value::Array(Vec::new()));
}

#[actix_web::test]
async fn a_statement_is_proven_with_its_text_and_files() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr \"Bänke\".\n🌳").await;
    next_day(&app).await;
    let code_home = home.trim_end_matches("/statement");
    let text = receipt(&kim, code_home).await;
    let copy = Copy::of(&app).await;
    let file = copy.write("receipt", &text);
    let told = fits(&["receipt", &file, "--entries", &copy.file("entries")]);
    assert!(
        told.contains("Mehr \\\"Bänke\\\"") && told.contains("Kim Beispiel"),
        "{told}"
    );
    assert!(!text.contains("kim@stadtpark.example"));
}

#[actix_web::test]
async fn a_list_that_was_kept_shows_that_nothing_was_changed_since() {
    let app = TestApp::new().await;
    for _ in 0..6 {
        one_mark(&app, "right").await;
    }
    next_day(&app).await;
    let old = Copy::of(&app).await;
    for _ in 0..5 {
        one_mark(&app, "drop").await;
    }
    close_and_publish(&app).await;
    next_day(&app).await;
    let new = Copy::of(&app).await;
    let (entries, checkpoint) = (new.file("entries"), new.file("checkpoint"));
    let since = old.file("checkpoint");
    let page = app.visitor().get("/log").await;
    let codes = page.all("#log-key ~ p code");
    let key = codes.last().unwrap().trim();
    let told = fits(&[
        "log",
        &entries,
        &checkpoint,
        "--since",
        &since,
        "--key",
        key,
    ]);
    assert!(told.contains("11 questionnaire ziele/gruen"), "{told}");
    assert!(told.contains("gruen=11"), "{told}");

    // What the portal shows counts what the list counts.
    let shown = app
        .visitor()
        .get("/api/v1/consultations/ziele/results")
        .await;
    let results = new.write("results", &shown.expect(200).body);
    fits(&["log", &entries, &checkpoint, "--results", &results]);
    let other = shown
        .body
        .replace("\"questionnaires\":11", "\"questionnaires\":12");
    let other = new.write("results", &other);
    differs(
        &["log", &entries, &checkpoint, "--results", &other],
        "shown are",
    );

    let all = lines(&app).await;
    let written = |lines: &[String]| new.write("other", &(lines.join("\n") + "\n"));
    // A line less, two that changed places, another word.
    let shorter = written(&all[1..]);
    differs(&["log", &shorter, &checkpoint], "missing");
    let mut mixed = all.clone();
    mixed.swap(0, 1);
    let mixed = written(&mixed);
    differs(&["log", &mixed, &checkpoint], "not those of the checkpoint");
    // The older state in place of the newer: then it is the older list that is missing.
    differs(
        &[
            "log",
            &old.file("entries"),
            &old.file("checkpoint"),
            "--since",
            &checkpoint,
        ],
        "missing",
    );
    let forged = new.write(
        "forged",
        &std::fs::read_to_string(&checkpoint)
            .unwrap()
            .replace("\n12\n", "\n11\n"),
    );
    differs(&["log", &entries, &forged, "--key", key], "not signed");
}
