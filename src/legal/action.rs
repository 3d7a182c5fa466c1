//! What can be done with the town's own pages.

use crate::account::{Action, Permission};

/// Write, publish and withdraw the town's own pages.
pub struct EditPages;

impl Action for EditPages {
    const NAME: &'static str = "page.edit";
    const NEEDS: Permission = Permission::EditPages;
}

/// Report a barrier: everyone.
pub struct GiveFeedback;

impl Action for GiveFeedback {
    const NAME: &'static str = "feedback.give";
    const NEEDS: Permission = Permission::Participate;
}

/// Read what was reported, and note what is done.
pub struct AnswerFeedback;

impl Action for AnswerFeedback {
    const NAME: &'static str = "feedback.answer";
    const NEEDS: Permission = Permission::EditPages;
}
