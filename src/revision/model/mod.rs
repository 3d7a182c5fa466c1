//! What the papers of a revision say - the assessment table and the synopsis -, without the web and the database. Pure.

pub mod synopsis;
pub mod table;
