//! Rows of accounts and sessions.

pub mod accounts;
pub mod names;
pub mod oidc;
pub mod sessions;
