//! What files say, without the web and the database. Pure.

pub mod script;
pub mod table;
