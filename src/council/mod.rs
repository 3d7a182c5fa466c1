//! What the council deliberates on: its bodies, the papers that come before them, the way of each paper from body to body
//! with its outcome, and the edition that comes of a decision.
//!
//! Public or not belongs to a step, never to the paper. Whoever may not see a step finds its day and "not public", nothing
//! else: [`model::Way`] gives out steps only for somebody's [`model::Sight`].

mod action;
pub mod calendar;
pub mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{ManageBodies, OnCouncil, PreparePapers, ReadPapers};
