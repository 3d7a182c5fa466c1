//! Files that people hand in: what kinds there are, and where they lie. A file lies under the SHA-256 of its content, so
//! that nothing of what somebody called it ever becomes a path, and the same file is kept once.

mod kind;
mod vault;

pub use kind::{Media, Refused};
pub use vault::{Digest, Vault};
