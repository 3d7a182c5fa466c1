//! The acts on results.

use crate::account::{Action, Permission};

/// Freeze and show the results of a consultation.
pub struct PublishResults;

impl Action for PublishResults {
    const NAME: &'static str = "results.publish";
    const NEEDS: Permission = Permission::Edit;
}

/// Count tables of one question by another from single answers, small numbers among them: for those who may read the answers
/// themselves.
pub struct CrossTables;

impl Action for CrossTables {
    const NAME: &'static str = "results.cross";
    const NEEDS: Permission = Permission::SeeRaw;
}
