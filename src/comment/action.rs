//! The acts around comments that are not the author's own.

use crate::account::{Action, Permission};

/// Tell the administration that a comment should not stand there: everyone.
pub struct ReportComment;

impl Action for ReportComment {
    const NAME: &'static str = "comments.report";
    const NEEDS: Permission = Permission::Participate;
}

/// Answer comments in public, for the administration.
pub struct AnswerComments;

impl Action for AnswerComments {
    const NAME: &'static str = "comments.answer";
    const NEEDS: Permission = Permission::AnswerComments;
}

/// Read all comments of a consultation at the desk, also those that are not public.
pub struct SeeComments;

impl Action for SeeComments {
    const NAME: &'static str = "comments.see";
    const NEEDS: Permission = Permission::SeeUnpublished;
}
