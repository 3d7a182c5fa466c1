//! The front of the house: the pages that show several slices at once. So it stands after them.

pub mod page;
pub mod view;
