//! A strategy document: its elements with a lasting identity, their wordings that never change, and its editions,
//! each an ordered tree of elements with their wordings.

mod action;
pub mod diff;
pub mod document;
pub mod form;
mod laid;
pub mod markdown;
pub mod matching;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{EditStrategy, ReadStrategies};
pub use laid::{LaidEdition, LaidElement, Wording};
pub use model::cause;
pub use model::standing::Mark;
pub use model::tree;
pub use model::{Edition, Element, ElementKind, InvalidKey, Key, ReportLang, UnknownKind, Visit};
pub use store::draft as drafts;
pub use store::uploads;
pub use store::{
    Changed, EditionSize, Effect, ImportOutcome, causes_between, causes_of, count,
    earlier_wordings, edition_id, edition_sizes, effects_of, import, is_edition_published, laid,
    laid_by_number, mark, newest_published, origins_between, publish, published_editions, read_in,
    standing,
};
