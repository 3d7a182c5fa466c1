//! Writing a backup, while people go on handing in.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::archive::{digest, sealed_by};
use super::{
    DIGITS, Entry, MANIFEST, Manifest, OPTIONS, Opened, SEAL, SECRET, Table, file_entry, rows,
    table_entry,
};
use crate::base::attachment::{Digest, Vault, named};
use crate::base::db::{Conn, Db, steps_of};
use crate::base::error::AppResult;
use crate::base::secret::Secrets;

/// What a backup is made of.
pub struct Source<'a> {
    /// The database.
    pub db: &'a Db,
    /// The folder with the files that people handed in.
    pub vault: &'a Vault,
    /// The installation's secret.
    pub secrets: &'a Secrets,
    /// The town's own options, as they stand in its file.
    pub options: Option<String>,
    /// The town's name.
    pub town: &'a str,
    /// Now.
    pub at: DateTime<Utc>,
}

/// A backup that was written.
pub struct Written {
    /// What is in it.
    pub manifest: Manifest,
    /// Its size, in bytes.
    pub bytes: u64,
    /// The SHA-256 of the whole file, to be kept elsewhere.
    pub sha256: String,
}

/// Writes everything as it stood at one moment into a new file, and reads it again before it gets its name.
///
/// # Errors
/// When there is a file of that name, the disk is full, or the database fails. Nothing is left of a half backup.
pub fn write(source: &Source<'_>, file: &Path) -> anyhow::Result<Written> {
    ensure!(!file.exists(), "{} gibt es schon", file.display());
    let mut half = file.as_os_str().to_owned();
    half.push(".part");
    let half = PathBuf::from(half);
    // Left over from one that was broken off.
    let _ = fs::remove_file(&half);
    let written = fill(source, &half).and_then(|()| {
        let manifest = Opened::open(&half)?.manifest().clone();
        let (bytes, sha256) = digest(File::open(&half)?)?;
        fs::rename(&half, file)?;
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(Written {
            manifest,
            bytes,
            sha256,
        })
    });
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

fn fill(source: &Source<'_>, half: &Path) -> anyhow::Result<()> {
    // Whoever reads it can open every receipt.
    let new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(half);
    let new = new.with_context(|| format!("{} lässt sich nicht schreiben", half.display()))?;
    let mut archive = Archive {
        zip: ZipWriter::new(new),
        manifest: Manifest::new(source.town, source.at),
    };
    let files = source.db.snapshot(|conn| archive.take_rows(conn))?;
    archive.add(SECRET, source.secrets.hex().as_bytes(), true)?;
    if let Some(options) = &source.options {
        archive.add(OPTIONS, options.as_bytes(), true)?;
    }
    for digest in files {
        match source.vault.read(&digest) {
            Ok(bytes) if Digest::of(&bytes) == digest => {
                archive.add(&file_entry(digest.as_str()), &bytes, false)?;
            }
            // A file that is gone is no reason to have no backup of the rest.
            _ => archive.manifest.missing.push(digest.as_str().to_owned()),
        }
    }
    let mut done = archive.finish()?;
    let (sealed, seal) = sealed_by(&File::open(half)?)?;
    done.seek(SeekFrom::Start(sealed))?;
    done.write_all(seal.as_bytes())?;
    Ok(done.sync_all()?)
}

struct Archive {
    zip: ZipWriter<File>,
    manifest: Manifest,
}

impl Archive {
    /// All rows; gives the files they name.
    fn take_rows(&mut self, conn: &mut Conn) -> AppResult<Vec<Digest>> {
        self.manifest.steps = steps_of(conn)?;
        for (name, columns) in rows::tables(conn)? {
            let lines = rows::lines(conn, &name, &columns)?;
            let mut text = lines.join("\n");
            text.push('\n');
            self.add(&table_entry(&name), text.as_bytes(), true)?;
            self.manifest.tables.push(Table {
                name,
                columns: columns.into_iter().map(|(name, _)| name).collect(),
                rows: lines.len() as u64,
            });
        }
        let mut files: Vec<_> = named(conn)?.into_iter().collect();
        files.sort();
        Ok(files)
    }

    fn add(&mut self, path: &str, bytes: &[u8], is_text: bool) -> anyhow::Result<()> {
        self.part(path, bytes, is_text)?;
        self.manifest.entries.push(Entry {
            path: path.to_owned(),
            bytes: bytes.len() as u64,
            sha256: Digest::of(bytes).as_str().to_owned(),
        });
        Ok(())
    }

    fn part(&mut self, path: &str, bytes: &[u8], is_text: bool) -> anyhow::Result<()> {
        // What people hand in is packed already.
        let packing = if is_text {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default()
            .compression_method(packing)
            .large_file(bytes.len() >> 30 > 0)
            .unix_permissions(0o600);
        self.zip.start_file(path, options)?;
        Ok(self.zip.write_all(bytes)?)
    }

    fn finish(mut self) -> anyhow::Result<File> {
        let manifest = serde_json::to_vec_pretty(&self.manifest)?;
        self.part(MANIFEST, &manifest, true)?;
        // Room for the seal, which is made of everything before it.
        self.zip
            .set_comment(format!("{SEAL}{}", "0".repeat(DIGITS)))?;
        Ok(self.zip.finish()?)
    }
}
