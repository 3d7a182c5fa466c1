//! Rows of accounts and sessions.

pub mod accounts;
pub mod names;

pub mod factors;
pub mod links;
pub mod oidc;
pub mod roster;
pub mod sessions;
