//! What the pages of the revision show.

mod desk;
mod outcome;
mod print;
mod thread;
mod trees;

pub use desk::{GoalFigures, Neighbour, RevisionPage, SplitView, ThemePick, TreeRow};
pub use outcome::{
    EditionName, ElementOutcome, FieldOutcome, FieldOutcomePage, OutcomePage, ThemeOutcome,
};
pub use print::{DeskPrintPage, PrintChoice, PrintLink, PrintPage, PrintSheet};
pub use thread::{EffectShown, OwnOutcomePage, QuoteShown, ThemeOutcomePage, ThreadShown};
pub use trees::{FieldPairs, PairRow, SideName, TreesPage, TreesShow};
