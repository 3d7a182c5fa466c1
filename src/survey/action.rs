//! The acts on surveys at the desk.

use crate::account::{Action, Permission};

/// Read surveys nobody outside sees yet, and try them out.
pub struct SeeSurveys;

impl Action for SeeSurveys {
    const NAME: &'static str = "survey.see";
    const NEEDS: Permission = Permission::SeeUnpublished;
}

/// Build a survey: its questions, their order, what hangs on what. Possible until the first answer.
pub struct BuildSurvey;

impl Action for BuildSurvey {
    const NAME: &'static str = "survey.build";
    const NEEDS: Permission = Permission::Edit;
}

/// Correct a typing error in a question that people have answered already.
pub struct CorrectSurvey;

impl Action for CorrectSurvey {
    const NAME: &'static str = "survey.correct";
    const NEEDS: Permission = Permission::Edit;
}
