//! What all tests share: databases, the fixture town, people, the source tree.

pub mod answer;
pub mod app;
pub mod database;
#[expect(dead_code, reason = "the unit tests of the import read tables with it")]
pub mod docx;
pub mod forms;
pub mod markup;
pub mod person;
pub mod provider;
pub mod smtp;
pub mod source;
pub mod town;
pub mod visitor;
