//! What all tests share: databases and the source tree.

pub mod database;
pub mod source;
