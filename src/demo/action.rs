//! The act of the demonstration itself; what happens in its story are the acts of the other slices.

use crate::account::{Action, Permission};

/// Mark an installation as holding the fictitious town.
pub struct PlayDemo;

impl Action for PlayDemo {
    const NAME: &'static str = "demo.play";
    const NEEDS: Permission = Permission::Administer;
}
