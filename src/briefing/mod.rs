//! The briefing: what a councillor with two minutes needs. One page for each field of action, on two sheets of A4: how many
//! people said what, which goals are contested, what was asked for most, what organisations say, what became different and
//! why, what was not followed, and where the paper is.
//!
//! It counts nothing of its own: marks are those of the results, themes and answers those of the outcome, steps those of the
//! paper. Everyone reads what everyone may read; a councillor also what was released to the council.

mod model;
pub mod page;
mod store;
pub mod view;
