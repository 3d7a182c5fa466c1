//! What the pages of the revision show.

mod desk;
mod outcome;

pub use desk::{GoalFigures, RevisionPage, ThemePick, TreeRow};
pub use outcome::{
    EditionName, EffectShown, ElementOutcome, FieldOutcome, FieldOutcomePage, OutcomePage,
    OwnOutcomePage, QuoteShown, ThemeOutcome, ThemeOutcomePage, ThreadShown,
};
