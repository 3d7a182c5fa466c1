//! The ledger: salted digests of what was erased at somebody's wish. From an identity one can tell whether it stands there;
//! from the ledger alone nothing can be told about anybody.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id;
use crate::base::schema::{erasures, installation};

/// Under which name the installation keeps its salt.
const SALT: &str = "erasure-salt";

/// What was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The words of a free text; that there was one goes on counting.
    Words,
    /// A questionnaire with its answers: it does not count any more.
    Questionnaire,
    /// A comment with everything that hung on it.
    Comment,
    /// What stood in a person's statement.
    Statement,
    /// A resident's account.
    Resident,
    /// Somebody's wish for mails.
    Subscription,
    /// A person of an organisation.
    Member,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Words,
        Self::Questionnaire,
        Self::Comment,
        Self::Statement,
        Self::Resident,
        Self::Subscription,
        Self::Member,
    ];

    /// As it stands in rows and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Questionnaire => "questionnaire",
            Self::Comment => "comment",
            Self::Statement => "statement",
            Self::Resident => "resident",
            Self::Subscription => "subscription",
            Self::Member => "member",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What is hashed before an identity, so that a list of identities tried out elsewhere tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Salt(String);

impl Salt {
    /// The digest of an identity.
    pub fn digest(&self, kind: Kind, id: &str) -> String {
        let mut hash = Sha256::new();
        for part in [self.0.as_str(), kind.as_str(), id] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Salted digest of what it was.
    pub digest: String,
    /// What it was.
    pub kind: Kind,
    /// The salt of the digest.
    pub salt: Salt,
    /// The day, in UTC.
    pub erased_on: NaiveDate,
}

/// Writes into the ledger that something is erased, in the transaction that erases it.
///
/// # Errors
/// When the database refuses.
pub fn note(conn: &mut Conn, now: DateTime<Utc>, kind: Kind, id: &str) -> AppResult<()> {
    let salt = salt(conn)?;
    let entry = Entry {
        digest: salt.digest(kind, id),
        kind,
        salt,
        erased_on: now.date_naive(),
    };
    insert(conn, &entry)
}

/// The installation's salt; the first erasure makes it.
fn salt(conn: &mut Conn) -> AppResult<Salt> {
    let kept = |conn: &mut Conn| {
        installation::table
            .find(SALT)
            .select(installation::value)
            .first::<String>(conn)
    };
    if let Some(kept) = kept(conn).optional()? {
        return Ok(Salt(kept));
    }
    let fresh = HEXLOWER.encode(&id::random::<32>());
    let row = (installation::key.eq(SALT), installation::value.eq(&fresh));
    // Two may be the first at once; then the transaction of one of them is done again.
    each!(conn, conn => diesel::insert_into(installation::table)
        .values(row)
        .on_conflict(installation::key)
        .do_nothing()
        .execute(conn))?;
    Ok(Salt(kept(conn)?))
}

pub(super) fn insert(conn: &mut Conn, entry: &Entry) -> AppResult<()> {
    let row = (
        erasures::digest.eq(&entry.digest),
        erasures::kind.eq(entry.kind.as_str()),
        erasures::salt.eq(&entry.salt.0),
        erasures::erased_on.eq(entry.erased_on),
    );
    each!(conn, conn => diesel::insert_into(erasures::table)
        .values(row)
        .on_conflict(erasures::digest)
        .do_nothing()
        .execute(conn))?;
    Ok(())
}

/// The whole ledger, by day.
///
/// # Errors
/// When the database fails.
pub fn entries(conn: &mut Conn) -> AppResult<Vec<Entry>> {
    let rows: Vec<(String, String, String, NaiveDate)> = erasures::table
        .order((erasures::erased_on, erasures::digest))
        .select((
            erasures::digest,
            erasures::kind,
            erasures::salt,
            erasures::erased_on,
        ))
        .load(conn)?;
    let entry = |(digest, kind, salt, erased_on): (String, String, String, NaiveDate)| {
        Some(Entry {
            digest,
            kind: Kind::parse(&kind)?,
            salt: Salt(salt),
            erased_on,
        })
    };
    Ok(rows.into_iter().filter_map(entry).collect())
}

/// Reads a ledger file: one JSON object a line, as `trialog erasures` writes it. No file is an empty ledger.
///
/// # Errors
/// When a line is not one of a ledger, or the file cannot be read.
pub fn read_file(file: &Path) -> anyhow::Result<Vec<Entry>> {
    let text = match fs::read_to_string(file) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.with_context(|| file.display().to_string())?,
    };
    let mut found = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let entry: Entry = serde_json::from_str(line)
            .with_context(|| format!("{}, line {}", file.display(), n + 1))?;
        ensure!(
            entry.digest.len() == 64,
            "{}, line {}: no digest",
            file.display(),
            n + 1
        );
        found.push(entry);
    }
    Ok(found)
}

/// Brings the file beside the database up to date: what stands in it stays, what is new is added. It gets its name when it is
/// whole. Gives how many lines it has.
///
/// # Errors
/// When the file cannot be read or written.
pub fn keep_file(file: &Path, ledger: Vec<Entry>) -> anyhow::Result<usize> {
    let there = read_file(file)?;
    let before = there.len();
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    for entry in there.into_iter().chain(ledger) {
        all.entry(entry.digest.clone()).or_insert(entry);
    }
    if all.len() == before {
        return Ok(before);
    }
    let mut lines: Vec<_> = all.into_values().collect();
    lines.sort_by(|a, b| (a.erased_on, &a.digest).cmp(&(b.erased_on, &b.digest)));
    // A name of its own: several processes keep the same file, often at the same moment.
    let mut half = file.as_os_str().to_owned();
    half.push(format!(".{}.part", id::base32(&id::random::<10>())));
    let half = PathBuf::from(half);
    let written = write(&half, &lines).and_then(|()| Ok(fs::rename(&half, file)?));
    if let Err(why) = written {
        // Left over at worst.
        let _ = fs::remove_file(&half);
        return Err(why);
    }
    Ok(lines.len())
}

fn write(half: &Path, lines: &[Entry]) -> anyhow::Result<()> {
    let new = File::create_new(half).with_context(|| half.display().to_string())?;
    let mut new = BufWriter::new(new);
    for line in lines {
        writeln!(new, "{}", serde_json::to_string(line)?)?;
    }
    Ok(new.into_inner()?.sync_all()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str) -> Entry {
        let salt = Salt("5a".into());
        Entry {
            digest: salt.digest(Kind::Comment, id),
            kind: Kind::Comment,
            salt,
            erased_on: "2026-11-23".parse().unwrap(),
        }
    }

    #[test]
    fn kinds_and_salts_keep_digests_apart() {
        let salt = Salt("5a".into());
        assert_ne!(
            salt.digest(Kind::Comment, "a"),
            salt.digest(Kind::Words, "a")
        );
        assert_ne!(
            salt.digest(Kind::Comment, "a"),
            Salt("5b".into()).digest(Kind::Comment, "a")
        );
        assert!(
            Kind::ALL
                .iter()
                .all(|k| Kind::parse(k.as_str()) == Some(*k))
        );
    }

    #[test]
    fn the_file_only_grows() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("erasures.jsonl");
        assert_eq!(read_file(&file).unwrap(), []);
        assert_eq!(keep_file(&file, vec![entry("a")]).unwrap(), 1);
        // A database that was restored knows less than the file.
        assert_eq!(keep_file(&file, vec![entry("b"), entry("b")]).unwrap(), 2);
        assert_eq!(read_file(&file).unwrap().len(), 2);
        fs::write(&file, "{\"digest\":\"x\"}").unwrap();
        assert!(keep_file(&file, vec![entry("a")]).is_err(), "never guessed");
    }

    #[test]
    fn several_processes_that_keep_it_at_once_leave_it_whole() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("erasures.jsonl");
        std::thread::scope(|scope| {
            for process in 0..4 {
                let file = &file;
                scope.spawn(move || {
                    for n in 0..40 {
                        // Each has seen other lines last; none of them must ever meet a half one.
                        let ledger = (0..n).map(|n| entry(&format!("{process}-{n}"))).collect();
                        keep_file(file, ledger).unwrap();
                        read_file(file).unwrap();
                    }
                });
            }
        });
        let there: Vec<_> = std::fs::read_dir(home.path()).unwrap().collect();
        assert_eq!(there.len(), 1, "{there:?}");
    }
}
