//! How long what people gave is kept, and its end. The town sets periods in months (`[retention]` in `config/default.toml`), a
//! consultation may differ, and `trialog purge` deletes what is over. Nothing is deleted by itself: a person or the town's own
//! timetable calls it, so a wrong clock or a wrong option shows as a list first.
//!
//! What was published stays as it was: results are frozen copies, and where words go, that somebody wrote them goes on
//! counting (`base::erasure`).

mod action;
pub mod model;
pub mod page;
pub mod store;

pub use action::{EraseText, Purge, SetRetention};
