//! Languages in which a consultation can be read, and its twin in plain German.
//!
//! What can be translated is a unit: a wording, a question with its options, the head of a survey or of a consultation.
//! A translation is written for one unit, approved on its own, and remembers the text it was made from: when that text
//! changes, it is out of date and the page says so. The German wording is what counts; a page never claims otherwise.

mod action;
mod lang;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::Translate;
pub use lang::ContentLang;
pub use model::{Kind, Parts, Reading, Translatable, Twin, TwinState, Twins};
pub use page::Reader;
