//! What can be said about contributions and their themes without a database.

pub mod agreement;
pub mod alike;
mod contribution;
mod places;
pub mod segment;
pub mod suggest;

pub use contribution::{
    CHANNELS, Coding, Contribution, ContributionKind, MAX_ABOUT, MAX_NAME, MAX_NOTE, MOST_THEMES,
    NewTheme, channel_key,
};
pub use places::{Places, Spot, paragraphs, shortened};
