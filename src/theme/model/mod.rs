//! What can be said about contributions and their themes without a database.

pub mod agreement;
pub mod alike;
pub mod suggest;
