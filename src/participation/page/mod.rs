//! The desk's pages about who may take part.

pub mod codes;
pub mod letters;
