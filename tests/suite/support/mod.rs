//! What all tests share: databases, the fixture town, people, the source tree.

pub mod database;
pub mod person;
pub mod source;
pub mod town;
