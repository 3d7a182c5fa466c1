//! A backup that was opened: nothing of it is believed before all of it has been looked at.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, ensure};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::{DIGITS, MANIFEST, Manifest, OPTIONS, SEAL, SECRET, file_entry, table_entry};
use crate::base::attachment::Digest;
use crate::base::db::unknown_steps;
use crate::base::secret::Secrets;

/// Largest manifest, in bytes: it is read into memory before anything is known of the file.
const MANIFEST_BYTES: u64 = 64 << 20;

/// A backup whose every part is there and is what the manifest says.
pub struct Opened {
    archive: ZipArchive<BufReader<File>>,
    manifest: Manifest,
}

impl Opened {
    /// Opens a file and looks at all of it.
    ///
    /// # Errors
    /// When it is no backup, not whole, altered, or made by a newer program. The reasons are in German, for the person at
    /// the terminal.
    pub fn open(file: &Path) -> anyhow::Result<Self> {
        let read = File::open(file)
            .with_context(|| format!("{} lässt sich nicht öffnen", file.display()))?;
        is_sealed(&read).with_context(|| {
            format!(
                "{} ist keine Sicherung von Trialog, nicht vollständig oder verändert",
                file.display()
            )
        })?;
        let archive = ZipArchive::new(BufReader::new(read));
        let mut archive = archive.map_err(|_| {
            anyhow::anyhow!(
                "{} ist keine Sicherung von Trialog oder nicht vollständig",
                file.display()
            )
        })?;
        let manifest = manifest(&mut archive)
            .with_context(|| format!("{} ist keine Sicherung von Trialog", file.display()))?;
        ensure!(
            manifest.is_known(),
            "{} hat eine Form, die diese Fassung von Trialog nicht kennt",
            file.display()
        );
        let unknown = unknown_steps(&manifest.steps)?;
        ensure!(
            unknown.is_empty(),
            "Die Sicherung stammt aus einer neueren Fassung von Trialog ({}). Bitte mit dieser wiederherstellen",
            manifest.program
        );
        let mut opened = Self { archive, manifest };
        opened.look_at_all()?;
        Ok(opened)
    }

    /// What it says about itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The secret of the installation it was made of.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn secret(&mut self) -> anyhow::Result<Secrets> {
        Secrets::parse(self.text(SECRET)?.trim())
    }

    /// The town's options, if the backup has them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn options(&mut self) -> anyhow::Result<Option<String>> {
        let has = self
            .manifest
            .entries
            .iter()
            .any(|entry| entry.path == OPTIONS);
        has.then(|| self.text(OPTIONS)).transpose()
    }

    /// The rows of a table, a line each.
    pub(super) fn rows(&mut self, table: &str) -> anyhow::Result<String> {
        self.text(&table_entry(table))
    }

    /// The content of a file that somebody handed in.
    pub(super) fn file(&mut self, digest: &Digest) -> anyhow::Result<Vec<u8>> {
        self.bytes(&file_entry(digest.as_str()))
    }

    /// Every file that somebody handed in.
    pub(super) fn files(&self) -> Vec<Digest> {
        let paths = self
            .manifest
            .entries
            .iter()
            .map(|entry| entry.path.as_str());
        let names = paths.filter_map(|path| path.strip_prefix("attachments/"));
        names.filter_map(Digest::parse).collect()
    }

    fn text(&mut self, path: &str) -> anyhow::Result<String> {
        Ok(String::from_utf8(self.bytes(path)?)?)
    }

    fn bytes(&mut self, path: &str) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut part = self.archive.by_name(path)?;
        part.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Holds each part against the manifest, and the manifest against the parts.
    fn look_at_all(&mut self) -> anyhow::Result<()> {
        let mut promised: BTreeSet<String> = [MANIFEST.to_owned()].into();
        for entry in &self.manifest.entries {
            let faulty = || {
                format!(
                    "Die Sicherung ist beschädigt oder verändert: {}",
                    entry.path
                )
            };
            ensure!(promised.insert(entry.path.clone()), faulty());
            let mut part = self.archive.by_name(&entry.path).with_context(faulty)?;
            let (bytes, sha256) =
                digest(part.by_ref().take(entry.bytes + 1)).with_context(faulty)?;
            ensure!(bytes == entry.bytes && sha256 == entry.sha256, faulty());
            if let Some(name) = entry.path.strip_prefix("attachments/") {
                // Its name is what rows call it by.
                ensure!(name == sha256, faulty());
            }
        }
        ensure!(
            self.archive.len() == promised.len(),
            "In der Sicherung liegt etwas, das nicht dazugehört"
        );
        for needed in self
            .manifest
            .tables
            .iter()
            .map(|table| table_entry(&table.name))
            .chain([SECRET.to_owned()])
        {
            ensure!(
                promised.contains(&needed),
                "In der Sicherung fehlt {needed}"
            );
        }
        Ok(())
    }
}

/// How many bytes of a file the seal stands for, and what it should be.
pub(super) fn sealed_by(file: &File) -> anyhow::Result<(u64, String)> {
    let length = file.metadata()?.len();
    let sealed = length.checked_sub(DIGITS as u64).context("zu kurz")?;
    let (_, seal) = digest(file.take(sealed))?;
    Ok((sealed, seal))
}

/// Holds the seal at the end of a file against everything before it.
fn is_sealed(mut file: &File) -> anyhow::Result<()> {
    let (sealed, seal) = sealed_by(file)?;
    let begins = sealed.checked_sub(SEAL.len() as u64).context("zu kurz")?;
    let mut end = String::new();
    file.seek(SeekFrom::Start(begins))?;
    file.read_to_string(&mut end).context("ohne Prüfsumme")?;
    ensure!(
        end.strip_prefix(SEAL) == Some(&seal),
        "Die Prüfsumme am Ende stimmt nicht"
    );
    Ok(file.rewind()?)
}

/// The size and the SHA-256 of whatever is read.
pub(super) fn digest(mut from: impl Read) -> io::Result<(u64, String)> {
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, HEXLOWER.encode(&hash.finalize())));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}

fn manifest(archive: &mut ZipArchive<BufReader<File>>) -> anyhow::Result<Manifest> {
    let mut text = String::new();
    let part = archive.by_name(MANIFEST)?;
    part.take(MANIFEST_BYTES).read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}
