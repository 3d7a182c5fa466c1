//! Files that people hand in: what kinds there are, and where they lie. A file lies under the SHA-256 of its content, so
//! that nothing of what somebody called it ever becomes a path, and the same file is kept once.

mod kind;
mod rows;
mod vault;

use crate::base::id::Id;

pub use kind::{Media, Refused};
pub use rows::named;
pub use vault::{Digest, Vault};

/// A file that somebody attached to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Which.
    pub id: Id<Attached>,
    /// Where its content lies.
    pub digest: Digest,
    /// What it is.
    pub media: Media,
    /// Its size, in bytes.
    pub bytes: i64,
    /// As whoever sent it called it.
    pub name: String,
}
