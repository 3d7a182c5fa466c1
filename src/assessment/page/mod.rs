//! What the town says: theme by theme, contribution by contribution.

pub mod blocks;
pub mod export;
pub mod list;
pub mod one;
