//! Identities and secrets. Ids are made before the row they name, so no database has to hand them back.

mod near;

pub use near::chance;

use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, Utc};
use data_encoding::{Encoding, HEXLOWER, Specification};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use rand::Rng;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Crockford's alphabet in small letters: no i, l, o, u, so that a code survives being read aloud and typed again.
#[expect(
    clippy::expect_used,
    reason = "a constant; the first test of this file runs it"
)]
static BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    spec.encoding().expect("thirty-two different symbols")
});

/// Bytes as Crockford base32 in small letters, without padding.
pub fn base32(bytes: &[u8]) -> String {
    BASE32.encode(bytes)
}

/// A code as people read and write it: capitals in groups of four.
pub fn in_groups(code: &str) -> String {
    let mut grouped = String::with_capacity(code.len() * 5 / 4);
    for (n, sign) in code.chars().enumerate() {
        if n > 0 && n.is_multiple_of(4) {
            grouped.push(' ');
        }
        grouped.push(sign.to_ascii_uppercase());
    }
    grouped
}

/// Random bytes from the operating system's generator: the one home of chance.
#[expect(clippy::disallowed_methods, reason = "the one home of chance")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A lasting name for programs of others, made of what something is: the same parts give the same UUID (version 8,
/// RFC 9562), whatever the portal's address is.
pub fn stable_uuid(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&hasher.finalize()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = HEXLOWER.encode(&bytes);
    let cut = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)]
        .map(|(from, to)| cut(from, to))
        .join("-")
}

/// The lasting name of one `T`; ids of different things cannot be mixed up.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Id<T: 'static>(String, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// A time-ordered id, for what is public anyway: 48 bits of milliseconds, a count of 32 bits that goes on for as
    /// long as the process runs, then 48 random bits. Of two acts in one millisecond the second sorts second.
    pub fn at(now: DateTime<Utc>) -> Self {
        static MADE: LazyLock<AtomicU32> =
            LazyLock::new(|| AtomicU32::new(u32::from_be_bytes(random()) >> 1));
        let mut bytes: [u8; 16] = random();
        let millis = u64::try_from(now.timestamp_millis())
            .unwrap_or_default()
            .to_be_bytes();
        bytes[..6].copy_from_slice(&millis[2..]);
        bytes[6..10].copy_from_slice(&MADE.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        Self(base32(&bytes), PhantomData)
    }

    /// An id without any order, for what a resident gave: it tells nothing about when.
    pub fn random() -> Self {
        Self(base32(&random::<16>()), PhantomData)
    }

    /// The id as it stands in a row or an address. Whether such a thing exists, only the database knows.
    pub fn known(text: impl Into<String>) -> Self {
        Self(text.into(), PhantomData)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}
impl<'de, T> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::known)
    }
}
impl<DB: Backend, T> ToSql<Text, DB> for Id<T>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.as_str().to_sql(out)
    }
}
impl<DB: Backend, T> FromSql<Text, DB> for Id<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        String::from_sql(bytes).map(Self::known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn ids_made_later_sort_later() {
        let start = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let ids: Vec<Id<()>> = (0..5)
            .map(|n| Id::at(start + TimeDelta::seconds(n)))
            .collect();
        assert!(ids.is_sorted() && ids[0].as_str().len() == 26);
        let at_once: Vec<Id<()>> = (0..1_000).map(|_| Id::at(start)).collect();
        assert!(at_once.is_sorted());
    }

    #[test]
    fn the_same_parts_give_the_same_uuid() {
        let uuid = stable_uuid(&["a", "bc"]);
        assert_eq!(uuid, stable_uuid(&["a", "bc"]));
        assert_ne!(uuid, stable_uuid(&["ab", "c"]));
        assert_eq!((uuid.len(), uuid.as_bytes()[14]), (36, b'8'));
    }

    #[test]
    fn random_ids_do_not_repeat() {
        let ids: std::collections::BTreeSet<Id<()>> = (0..10_000).map(|_| Id::random()).collect();
        assert_eq!(ids.len(), 10_000);
    }
}
