//! The first page of the administration's desk: what waits for whoever is signed in.

pub mod page;
mod store;
pub mod view;
