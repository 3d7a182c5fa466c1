//! What all tests share: databases, the fixture town, people, the source tree.

pub mod answer;
pub mod app;
pub mod database;
pub mod docx;
pub mod forms;
pub mod markup;
pub mod person;
pub mod provider;
pub mod smtp;
pub mod source;
pub mod town;
pub mod visitor;
