//! What the pages of the revision show.

mod desk;

pub use desk::{GoalFigures, RevisionPage, ThemePick, TreeRow};
