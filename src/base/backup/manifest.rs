//! What a backup says about itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What every backup begins with, so that no other archive is taken for one.
const FORMAT: &str = "trialog-backup";
/// The layout of the archive. A program reads the layouts it knows and refuses others.
const LAYOUT: u32 = 1;

/// The table of contents of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    layout: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The town, as its options name it.
    pub town: String,
    /// The steps by which its tables were made.
    pub steps: Vec<String>,
    /// The tables, in no order that matters.
    pub tables: Vec<Table>,
    /// Everything else in the archive.
    pub entries: Vec<Entry>,
    /// Files that rows name and that were missing or damaged when the backup was made.
    pub missing: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the cells of a row.
    pub columns: Vec<String>,
    /// How many rows it has.
    pub rows: u64,
}

/// One part of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path.
    pub path: String,
    /// Its size, in bytes.
    pub bytes: u64,
    /// The SHA-256 of its content.
    pub sha256: String,
}

impl Manifest {
    /// Of a backup without anything in it so far.
    pub(super) fn new(town: &str, made_at: DateTime<Utc>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            layout: LAYOUT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at,
            town: town.to_owned(),
            steps: Vec::new(),
            tables: Vec::new(),
            entries: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Whether it is a backup this program can read.
    pub(super) fn is_known(&self) -> bool {
        self.format == FORMAT && self.layout == LAYOUT
    }

    /// How many rows all tables have.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    /// How many files somebody handed in are there.
    pub fn files(&self) -> usize {
        let is_file = |entry: &&Entry| entry.path.starts_with("attachments/");
        self.entries.iter().filter(is_file).count()
    }
}
