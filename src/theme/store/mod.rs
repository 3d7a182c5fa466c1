//! Contributions and their themes as rows.

pub mod code;
pub mod gather;
pub mod list;
pub mod order;
pub mod profiles;
pub mod progress;
pub mod removed;
pub mod segments;
pub mod splits;
pub mod themes;

pub use gather::gather;
