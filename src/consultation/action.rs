//! The acts on consultations.

use crate::account::{Action, Permission};

/// Read consultations nobody outside sees yet, and what the desk knows about all of them.
pub struct SeeConsultations;

impl Action for SeeConsultations {
    const NAME: &'static str = "consultation.see";
    const NEEDS: Permission = Permission::SeeUnpublished;
}

/// Create a consultation with its tracks and surveys, publish it, change a deadline.
pub struct PrepareConsultation;

impl Action for PrepareConsultation {
    const NAME: &'static str = "consultation.prepare";
    const NEEDS: Permission = Permission::Edit;
}
