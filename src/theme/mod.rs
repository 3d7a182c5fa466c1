//! Themes (Themen): what many contributions have in common. Staff read answers, comments and segments of statements beside
//! the wording they are about, and put each under one or several themes; what the town says to it, it says to the theme.

mod action;
mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{CodeContributions, EditThemes, GatherContributions, ReadContributions};
pub use model::{Contribution, ContributionKind};
