//! What can be done with bodies and papers.

use crate::account::{Action, Permission};
use crate::strategy::EditStrategy;

/// An act that changes what the public or programs read of the council; which, says the act itself.
pub trait OnCouncil: Action {}

impl OnCouncil for ManageBodies {}
impl OnCouncil for PreparePapers {}
/// The decided edition is made and published as an act on the strategy.
impl OnCouncil for EditStrategy {}

/// Keep the list of bodies, and who sits in which.
pub struct ManageBodies;

impl Action for ManageBodies {
    const NAME: &'static str = "council.bodies";
    const NEEDS: Permission = Permission::Edit;
}

/// Write papers, lay out their way, publish them.
pub struct PreparePapers;

impl Action for PreparePapers {
    const NAME: &'static str = "council.papers";
    const NEEDS: Permission = Permission::Edit;
}

/// Read papers with the steps of one's own bodies.
pub struct ReadPapers;

impl Action for ReadPapers {
    const NAME: &'static str = "council.read";
    const NEEDS: Permission = Permission::SeePapers;
}
