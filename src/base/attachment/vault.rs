//! The folder with the files.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::base::id;

/// The SHA-256 of a file's content, in small hexadecimal digits: the only name it has here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(String);

impl Digest {
    /// Of some content.
    pub fn of(bytes: &[u8]) -> Self {
        Self(HEXLOWER.encode(&Sha256::digest(bytes)))
    }

    /// As it stands in a row; nothing, when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 64 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The folder with the files. A file is there for good before the row that names it is written: it is written beside,
/// carried to the disk, and only then gets its name.
#[derive(Clone, Debug)]
pub struct Vault(PathBuf);

impl Vault {
    /// In that folder, which is made with the first file.
    pub fn in_folder(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    fn path(&self, digest: &Digest) -> PathBuf {
        let (drawer, _) = digest.0.split_at(2);
        self.0.join(drawer).join(&digest.0)
    }

    /// The time of the machine, as the file system counts it.
    #[expect(
        clippy::disallowed_methods,
        reason = "compared with the times of files alone, which no clock of ours sets"
    )]
    fn file_time() -> SystemTime {
        SystemTime::now()
    }

    /// Keeps a file. The same content again changes nothing.
    ///
    /// # Errors
    /// When the disk is full or cannot be written to.
    pub fn keep(&self, bytes: &[u8]) -> io::Result<Digest> {
        let digest = Digest::of(bytes);
        let place = self.path(&digest);
        let drawer = place.parent().unwrap_or(&self.0);
        let is_new = !self.0.exists();
        fs::create_dir_all(drawer)?;
        if let Ok(there) = File::options().append(true).open(&place)
            && self.is_whole(&digest)
        {
            // Young enough to outlive the sweep, until the row that names it is written.
            there.set_modified(Self::file_time())?;
            // Whoever brought it first may not be done with this yet.
            return self.settle(drawer).map(|()| digest);
        }
        let beside = drawer.join(format!("new-{}", id::base32(&id::random::<10>())));
        let written = Self::write(&beside, bytes).and_then(|()| fs::rename(&beside, &place));
        if let Err(why) = written {
            // Left over at worst; the sweep takes it away.
            let _ = fs::remove_file(&beside);
            return Err(why);
        }
        self.settle(drawer)?;
        if is_new && let Some(above) = self.0.parent().filter(|above| above.is_dir()) {
            File::open(above)?.sync_all()?;
        }
        Ok(digest)
    }

    /// Carries the names of files to the disk; their contents are there.
    fn settle(&self, drawer: &Path) -> io::Result<()> {
        File::open(drawer)?.sync_all()?;
        File::open(&self.0)?.sync_all()
    }

    fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::options().write(true).create_new(true).open(place)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// The content of a file.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub fn read(&self, digest: &Digest) -> io::Result<Vec<u8>> {
        fs::read(self.path(digest))
    }

    /// Whether a file is there with the content its name says.
    pub fn is_whole(&self, digest: &Digest) -> bool {
        self.read(digest)
            .is_ok_and(|bytes| Digest::of(&bytes) == *digest)
    }

    /// Takes one file away.
    ///
    /// # Errors
    /// When it is there and stays.
    pub fn forget(&self, digest: &Digest) -> io::Result<()> {
        match fs::remove_file(self.path(digest)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
            _ => Ok(()),
        }
    }

    /// Takes files away that no row names and that are older than `age`. Gives how many.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn sweep(&self, named: &HashSet<Digest>, age: Duration) -> io::Result<usize> {
        let mut gone = 0;
        for shelf in entries(&self.0)? {
            for file in entries(&shelf)? {
                let name = file.file_name().and_then(|name| name.to_str());
                let digest = name.and_then(Digest::parse);
                if digest.is_some_and(|digest| named.contains(&digest)) {
                    continue;
                }
                let changed = fs::metadata(&file).and_then(|about| about.modified())?;
                if changed.elapsed().is_ok_and(|since| since > age) {
                    fs::remove_file(&file)?;
                    gone += 1;
                }
            }
        }
        Ok(gone)
    }
}

/// What is in a folder; nothing, when there is none.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(all) => all.map(|entry| Ok(entry?.path())).collect(),
        Err(why)
            if matches!(
                why.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(Vec::new())
        }
        Err(why) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_is_kept_once_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::in_folder(folder.path());
        let first = vault.keep(b"a letter").unwrap();
        assert_eq!(vault.keep(b"a letter").unwrap(), first);
        assert_eq!(vault.read(&first).unwrap(), b"a letter");
        assert!(vault.is_whole(&first));
        assert!(!vault.is_whole(&Digest::of(b"another")));
        fs::write(vault.path(&first), b"a better").unwrap();
        assert!(!vault.is_whole(&first));
    }

    #[test]
    fn only_what_no_row_names_is_swept_and_only_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::in_folder(folder.path());
        assert_eq!(vault.sweep(&HashSet::new(), Duration::ZERO).unwrap(), 0);
        let kept = vault.keep(b"kept").unwrap();
        let gone = vault.keep(b"gone").unwrap();
        let named = HashSet::from([kept.clone()]);
        assert_eq!(vault.sweep(&named, Duration::from_hours(1)).unwrap(), 0);
        let old = Vault::file_time() - Duration::from_hours(2);
        for one in [&kept, &gone] {
            let file = File::options().append(true).open(vault.path(one));
            file.unwrap().set_modified(old).unwrap();
        }
        assert_eq!(vault.sweep(&named, Duration::from_hours(1)).unwrap(), 1);
        assert!(vault.is_whole(&kept) && !vault.is_whole(&gone));
    }

    #[test]
    fn a_name_is_sixty_four_digits() {
        assert!(Digest::parse(Digest::of(b"x").as_str()).is_some());
        assert!(Digest::parse("../../etc/passwd").is_none());
        assert!(Digest::parse(&"A".repeat(64)).is_none());
    }
}
