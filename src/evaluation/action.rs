//! The acts on results.

use crate::account::{Action, Permission};

/// Freeze and show the results of a consultation.
pub struct PublishResults;

impl Action for PublishResults {
    const NAME: &'static str = "results.publish";
    const NEEDS: Permission = Permission::Edit;
}
