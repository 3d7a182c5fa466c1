//! The acts on consultations.

use crate::account::{Action, Permission};

/// Create a consultation with its tracks and surveys, publish it, change a deadline.
pub struct PrepareConsultation;

impl Action for PrepareConsultation {
    const NAME: &'static str = "consultation.prepare";
    const NEEDS: Permission = Permission::Edit;
}
