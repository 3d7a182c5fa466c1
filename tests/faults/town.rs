//! A small town with a consultation that is open on all three ways, made by the program's own commands.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_trialog");

/// The consultation in addresses.
pub const CONSULTATION: &str = "/consultations/ziele";

const DOCUMENT: &str = "\
# Konzept für Lindenau, Entwurf 1

## Handlungsfeld: Grün {#hf-gruen}

### Leitsatz {#ls-gruen}

Die Stadt wird grüner.

### Strategisches Ziel 1: Mehr Bäume {#sz-baeume}

Jede Straße bekommt Bäume.

- Hundert Bäume im Jahr

### Strategisches Ziel 2: Wege sind hell {#sz-wege}

Niemand muss im Dunkeln gehen.

- Mehr Laternen
";

/// Open on whatever day somebody runs the tests.
const OPEN: &str = r#"
slug = "ziele"
title = "Ziele für Lindenau"
lead = "Was soll in Lindenau besser werden?"
releases_comments = true

[[track]]
kind = "survey"
opens = "2020-01-02"
closes = "2098-12-30"

[[track]]
kind = "comments"
opens = "2020-01-02"
closes = "2098-12-30"

[[track]]
kind = "statements"
opens = "2020-01-02"
closes = "2098-12-30"

[[survey]]
slug = "gruen"
field = "hf-gruen"

[[survey.question]]
key = "wunsch"
kind = "long_text"
text = "Was wünschen Sie sich?"
"#;

/// A data folder, and where its database lies.
pub struct Town {
    /// Removed with this value.
    home: Option<TempDir>,
    /// The data folder.
    pub data: PathBuf,
    /// The address of PostgreSQL; empty = SQLite in the folder.
    pub url: String,
}

impl Town {
    /// In a folder of its own, with SQLite.
    pub fn new() -> Self {
        let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let data = home.path().join("var");
        let mut town = Self::in_folder(&data, "");
        town.home = Some(home);
        town
    }

    /// In a given folder, on a given database.
    pub fn in_folder(data: &Path, url: &str) -> Self {
        let town = Self::at(data, url);
        fs::create_dir_all(data).unwrap();
        let (document, open) = (data.join("konzept.md"), data.join("ziele.toml"));
        fs::write(&document, DOCUMENT).unwrap();
        fs::write(&open, OPEN).unwrap();
        for (what, file) in [("edition", document), ("consultation", open)] {
            let mut import = town.command(&["import", what, "--strategy", "konzept", "--publish"]);
            succeeded(&import.arg(file).output().unwrap());
        }
        town
    }

    /// A folder that is a town already.
    pub fn at(data: &Path, url: &str) -> Self {
        Self {
            home: None,
            data: data.to_owned(),
            url: url.to_owned(),
        }
    }

    /// A command of the program, on this town.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        dress(&mut command, &self.url);
        command.args(arguments).arg("--data").arg(&self.data);
        command
    }

    /// Whether everything fits together: tallies as counted anew, files whole, the database itself sound.
    #[track_caller]
    pub fn verify(&self) {
        succeeded(&self.command(&["verify"]).output().unwrap());
    }

    /// The file of the database.
    pub fn file(&self) -> PathBuf {
        self.data.join("trialog.sqlite")
    }
}

/// What every process of these tests is told: nobody is too fast, and a crash says where.
pub fn dress(command: &mut Command, url: &str) {
    for act in [
        "START_PARTICIPATION",
        "SAVE",
        "SUBMIT",
        "RECEIPT_LOOKUP",
        "PERSON",
        "PEOPLE",
    ] {
        command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000");
    }
    command.env("TRIALOG__DATABASE__URL", url);
    command.env("RUST_BACKTRACE", "0");
}

/// Holds a command to have done what it was asked for.
#[track_caller]
pub fn succeeded(output: &Output) {
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{}\n{}{}",
        output.status,
        said(&output.stdout),
        said(&output.stderr)
    );
}
