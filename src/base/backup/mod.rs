//! A whole installation in one file, and back: every row, every file somebody handed in, the secret, the options.
//!
//! The file is a ZIP archive. `manifest.json` in it names everything else with its size and SHA-256; the rows of each table
//! lie in `tables/<name>.jsonl`, one JSON array a line, the same whichever database they come from. So a backup of SQLite
//! can be restored into PostgreSQL, and the other way round (`docs/decisions/0026-backups-are-rows.md`).

mod archive;
mod manifest;
mod restore;
mod rows;
mod write;

pub use archive::Opened;
pub use manifest::{Entry, Manifest, Table};
pub use restore::{Target, is_free, restore};
pub use write::{Source, Written, write};

/// Name of the manifest in the archive.
const MANIFEST: &str = "manifest.json";
/// What the archive's comment begins with. Behind it stands the SHA-256 of the file up to there, so that no byte of it can
/// change without being noticed, not even one that no part of the archive needs.
const SEAL: &str = "trialog sha256 ";
/// Digits of a SHA-256.
const DIGITS: usize = 64;
/// Name of the secret in the archive.
const SECRET: &str = "secret";
/// Name of the town's options in the archive.
const OPTIONS: &str = "config.toml";

/// Where the rows of a table lie in the archive.
fn table_entry(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

/// Where a file that somebody handed in lies in the archive.
fn file_entry(digest: &str) -> String {
    format!("attachments/{digest}")
}
