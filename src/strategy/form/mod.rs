//! What a browser may send to the pages of strategies.

pub mod draft;
