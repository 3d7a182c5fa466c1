//! What files say, without the web and the database. Pure.

pub mod answer;
pub mod catalogue;
pub mod raw;
pub mod script;
pub mod table;
