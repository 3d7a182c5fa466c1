//! The acts around assessments.

use crate::account::{Action, Permission};

/// Read assessments in work.
pub struct ReadAssessments;

impl Action for ReadAssessments {
    const NAME: &'static str = "assessments.read";
    const NEEDS: Permission = Permission::ReadContributions;
}

/// Write what the town says to a theme or a contribution, as a draft.
pub struct Assess;

impl Action for Assess {
    const NAME: &'static str = "assessments.write";
    const NEEDS: Permission = Permission::ReadContributions;
}

/// Make drafts the word of the administration.
pub struct Approve;

impl Action for Approve {
    const NAME: &'static str = "assessments.approve";
    const NEEDS: Permission = Permission::Approve;
}

/// Keep the text blocks for reasons that are given often.
pub struct KeepTextBlocks;

impl Action for KeepTextBlocks {
    const NAME: &'static str = "text-blocks.keep";
    const NEEDS: Permission = Permission::ReadContributions;
}

/// Show the council, or everyone, what became of the contributions.
pub struct ReleaseOutcomes;

impl Action for ReleaseOutcomes {
    const NAME: &'static str = "outcomes.release";
    const NEEDS: Permission = Permission::Approve;
}

/// Take contributions along as a file, with their themes and what the town says.
pub struct ExportContributions;

impl Action for ExportContributions {
    const NAME: &'static str = "contributions.export";
    const NEEDS: Permission = Permission::ReadContributions;
}
