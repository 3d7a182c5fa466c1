//! What a browser may send to the pages of strategies.

pub mod draft;
pub mod preview;
pub mod shelf;
pub mod standing;
