//! The acts on free texts.

use crate::account::{Action, Permission};

/// Read the queue: texts that wait, and those that were hidden.
pub struct SeeTexts;

impl Action for SeeTexts {
    const NAME: &'static str = "texts.see";
    const NEEDS: Permission = Permission::SeeWaiting;
}

/// Release, hide, black out, take back, answer an objection.
pub struct ModerateTexts;

impl Action for ModerateTexts {
    const NAME: &'static str = "texts.moderate";
    const NEEDS: Permission = Permission::Moderate;
}

/// Object to what was decided about one's own text; the receipt code opens it.
pub struct ObjectToDecision;

impl Action for ObjectToDecision {
    const NAME: &'static str = "texts.object";
    const NEEDS: Permission = Permission::Participate;
}
