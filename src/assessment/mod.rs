//! Assessments (Abwägungen): what the town says to a theme, or to a single contribution, and why. Evaluators write them, editors
//! make them the word of the administration. No contribution is closed without one.

mod action;
mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{
    Approve, Assess, ExportContributions, KeepTextBlocks, ReadAssessments, ReleaseOutcomes,
};
pub use model::{Assessment, Audience, Position};
