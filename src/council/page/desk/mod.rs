//! Papers and bodies at the desk.

pub mod bodies;
pub mod decision;
pub mod files;
pub mod list;
pub mod paper;
pub mod show;
pub mod steps;

use crate::account::{Action, May};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::council::model::Paper;
use crate::council::store::papers;

/// Where a paper is.
fn url(paper: &Id<Paper>) -> String {
    format!("/desk/papers/{paper}")
}

/// The paper of an address.
async fn found<A: Action>(may: &May<A>, id: &str) -> AppResult<Paper> {
    let id = id.to_owned();
    may.read(move |conn| papers::find(conn, &id)).await
}
