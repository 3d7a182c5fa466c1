//! The check list (Prüfliste): a public list with a line for every contribution, so that nothing that was handed in can be
//! changed or left out without being noticed.
//!
//! A line holds a commitment: HMAC-SHA-256 over the content, keyed with a salt that stands in the receipt. Lines are written in the
//! transaction of the act, wait for a batch, are shuffled and become leaves of a Merkle tree (RFC 6962) whose root is signed
//! (C2SP signed note). What this proves and what it does not stands in `docs/verification.md`.

mod action;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::KeepLog;
pub use model::{Gone, Kind};
pub use store::{Given, New, announce, seal, seal_new, unseal, unseal_again, unseal_words};
