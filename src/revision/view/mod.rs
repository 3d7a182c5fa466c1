//! What the pages of the revision show.

mod desk;
mod outcome;
mod thread;

pub use desk::{GoalFigures, RevisionPage, ThemePick, TreeRow};
pub use outcome::{
    EditionName, ElementOutcome, FieldOutcome, FieldOutcomePage, OutcomePage, ThemeOutcome,
};
pub use thread::{EffectShown, OwnOutcomePage, QuoteShown, ThemeOutcomePage, ThreadShown};
