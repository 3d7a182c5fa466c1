//! The desk's pages for languages: which ones a consultation offers, what still has to be translated, and each text beside
//! its translation. What a translation is stands in the slice `translation`.

pub mod form;
mod model;
pub mod page;
mod store;
pub mod view;
