//! Lines, the tree over them, its signature, and what proves a contribution. Pure.

mod audit;
mod batch;
mod note;
mod receipt;
mod record;
mod seal;
mod tree;

pub use audit::{Audit, Auditor, Made, Published};
pub use batch::{Batch, ENOUGH, Waiting, is_due, shuffle};
pub use note::{Checkpoint, Signer};
pub use receipt::{Proven, Receipt};
pub use record::{Gone, Kind, Record, VERSION};
pub use seal::{Salt, commitment};
pub use tree::{
    EMPTY, Growing, Hash, consistency, from_hex, hex, inclusion, is_consistent, is_included, leaf,
    root_of, subtree,
};
