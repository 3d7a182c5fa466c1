//! OParl 1.1, read only: what everyone may read of bodies, papers and their way, for programs.
//!
//! The specification (<https://oparl.org>, version 1.1) names the objects, their fields and how lists are paged. Steps that
//! are not public do not exist here: everything comes from [`crate::council::model::Way::public`] and the traces of what was
//! public. A meeting is all public steps of one body on one day; its time of day is not known here, so it begins at midnight
//! of the town.

mod model;
pub mod page;
mod store;
